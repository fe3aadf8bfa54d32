package ronda.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.store.postgres.EmbeddedDatabase;

/** What rounds and start pages ask for every few seconds or minutes has an index that fits. */
class IndexesTest {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  private final TwoOffices offices = new TwoOffices(DATABASE.source());

  /** How the database would find it if the tables were large: small ones it reads as a whole. */
  private String plan(String query) {
    List<String> lines =
        offices
            .tables()
            .read(
                offices.mine(),
                jdbc -> {
                  jdbc.sql("SET LOCAL enable_seqscan = off").update();
                  jdbc.sql("SET LOCAL enable_bitmapscan = off").update();
                  return jdbc.sql("EXPLAIN " + query).query(String.class).list();
                });
    return String.join("\n", lines);
  }

  @Test
  void what_was_done_to_one_person_is_found_by_the_person() {
    assertThat(
            plan(
                "SELECT * FROM audit_log WHERE office_id = '%s' AND subject = 'officer:1'"
                        .formatted(offices.mine())
                    + " AND act = 'link-made' AND number < 9 ORDER BY number DESC LIMIT 100"))
        .contains("audit_log_subject");
  }

  @Test
  void the_reminders_of_a_day_are_found_by_their_time() {
    assertThat(
            plan(
                """
                SELECT count(*) FROM referral_happenings
                WHERE kind = 'chased' AND actor = 'Ronda' AND at > now() - interval '1 day'
                """))
        .contains("referral_chases_by_time");
  }

  @Test
  void items_without_a_stamp_are_found_without_reading_those_that_have_one() {
    assertThat(
            plan(
                """
                SELECT id, case_id, hash FROM evidence_items
                WHERE stamp IS NULL AND disposal_id IS NULL ORDER BY id LIMIT 100
                """))
        .contains("evidence_unstamped");
  }
}

package ronda.store.sql;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.notice.Notices;
import ronda.casework.office.Office;
import ronda.store.postgres.EmbeddedDatabase;
import ronda.testkit.contract.NoticesContract;

class SqlNoticesTest extends NoticesContract {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  private final InOffice tables = new InOffice(DATABASE.source());

  /** What one test sent, the next must not find: notices cross from office to office. */
  @BeforeEach
  void begin() {
    tables.everywhere(
        jdbc -> {
          for (String table : List.of("notice_receipts", "notice_withdrawals", "notices")) {
            jdbc.sql("ALTER TABLE " + table + " DISABLE TRIGGER USER").update();
            jdbc.sql("DELETE FROM " + table).update();
            jdbc.sql("ALTER TABLE " + table + " ENABLE TRIGGER USER").update();
          }
          return true;
        });
    SqlOffices offices = new SqlOffices(tables);
    OFFICES.forEach(offices::put);
  }

  @Override
  protected <T> T as(Office office, Function<Notices, T> work) {
    return tables.write(office.id(), jdbc -> work.apply(new SqlNotices(jdbc)));
  }

  @Test
  void the_database_itself_refuses_a_notice_in_anothers_name() {
    String forged =
        """
        INSERT INTO notices (id, office_id, sender_name, sender_region, from_file, sent_at, title,
          modus, look_for, advice, regions)
        VALUES (uuidv7(), '%s', 'x', '', false, now(), 'x', '', 'x', 'x', '{}')
        """
            .formatted(FAR.id());
    assertThatThrownBy(() -> tables.write(BOGOR.id(), jdbc -> jdbc.sql(forged).update()))
        .rootCause()
        .hasMessageContaining("row-level security");
  }

  @Test
  void the_database_itself_refuses_to_change_a_notice() {
    a_notice_reaches_those_whose_place_it_names();
    for (String sql : List.of("UPDATE notices SET title = 'x'", "DELETE FROM notices")) {
      assertThatThrownBy(() -> tables.write(BOGOR.id(), jdbc -> jdbc.sql(sql).update()))
          .hasMessageContaining("notices");
    }
  }
}

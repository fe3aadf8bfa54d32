package ronda.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static ronda.store.sql.AgingOffice.HARMFUL;
import static ronda.store.sql.AgingOffice.HARMLESS;
import static ronda.store.sql.AgingOffice.MOST;
import static ronda.store.sql.AgingOffice.NINE;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.cases.CaseFile;
import ronda.casework.cases.Step;
import ronda.casework.chain.Hash;
import ronda.casework.evidence.Item;
import ronda.casework.evidence.Items;
import ronda.casework.evidence.Look;
import ronda.casework.evidence.Part;
import ronda.casework.retention.Periods;
import ronda.casework.retention.RecordKind;
import ronda.store.postgres.EmbeddedDatabase;

/** What a round of forgetting takes away, and what of it stays. */
class SqlRetentionTest {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  private TwoOffices offices;

  private AgingOffice office;

  @BeforeEach
  void enter() {
    offices = new TwoOffices(DATABASE.source());
    office = new AgingOffice(offices);
  }

  @Test
  void a_post_that_was_judged_harmless_is_forgotten_after_a_month() {
    UUID job = office.judged(1, HARMLESS);

    assertThat(office.forget(NINE.plus(Duration.ofDays(30)))).isEmpty();
    assertThat(office.forget(NINE.plus(Duration.ofDays(31))))
        .containsExactly(Map.entry(RecordKind.JUDGED_HARMLESS, 1));

    assertThat(office.job(job).isForgotten()).isTrue();
    assertThat(office.forget(NINE.plus(Duration.ofDays(32)))).isEmpty();
  }

  @Test
  void nothing_of_what_was_written_or_of_who_wrote_it_is_left_in_any_table() {
    UUID job = office.judged(1, HARMLESS);
    assertThat(everything(job)).contains("rahasia", "akun-rekaan", "+62812", "contoh.example");

    office.forget(NINE.plus(Duration.ofDays(31)));

    assertThat(everything(job))
        .doesNotContain("rahasia", "akun-rekaan", "+62812", "contoh.example", "post-");
  }

  @Test
  void agreement_precision_and_waiting_times_stay_what_they_were() {
    office.judged(2, HARMFUL, HARMLESS, HARMLESS);
    office.judged(1, HARMLESS);
    office.judged(1, HARMFUL);
    List<Object> before = figures();

    assertThat(office.forget(NINE.plus(Duration.ofDays(400)))).isNotEmpty();

    assertThat(figures()).isEqualTo(before);
  }

  @Test
  void what_the_pictures_of_a_case_looked_like_is_forgotten_with_its_posts() {
    CaseFile file = office.open(office.judged(1, HARMFUL));
    Look look = Look.of(Hash.of(file.number()).hex());
    office.run(
        jdbc -> {
          var part = new Part("a.png", "image/png", 7, Hash.of("a"));
          var item = new Item(UUID.randomUUID(), Item.Kind.FILE, Map.of(), List.of(part));
          new SqlItems(jdbc).keep(file.id(), item);
          new SqlItems(jdbc).keepLooks(item.id(), part.name(), List.of(look));
          return true;
        });
    office.add(file, new Step.Closed("ditangani"));
    assertThat(office.forget(NINE.plus(Duration.ofDays(1_824)))).isEmpty();
    assertThat(casesLike(look)).hasSize(1);

    office.forget(NINE.plus(Duration.ofDays(1_826)));

    assertThat(casesLike(look)).isEmpty();
  }

  private List<Items.Alike> casesLike(Look look) {
    return office.read(jdbc -> new SqlItems(jdbc).casesLike(List.of(look), Look.ALIKE, 10));
  }

  @Test
  void an_office_sets_its_own_times_and_no_other_office_is_touched() {
    office.judged(1, HARMLESS);
    office.run(
        jdbc -> {
          new SqlRetention(jdbc).set(new Periods(Map.of(RecordKind.JUDGED_HARMLESS, 2)));
          return true;
        });

    Instant later = NINE.plus(Duration.ofDays(3));
    Map<RecordKind, Integer> elsewhere =
        offices.tables().write(offices.other(), jdbc -> new SqlRetention(jdbc).forget(later, MOST));
    Periods others =
        offices.tables().read(offices.other(), jdbc -> new SqlRetention(jdbc).periods());
    assertThat(elsewhere).isEmpty();
    assertThat(others).isEqualTo(Periods.ORDINARY);
    assertThat(office.forget(later)).containsOnlyKeys(RecordKind.JUDGED_HARMLESS);
  }

  @Test
  void lines_that_could_not_be_read_go_after_a_week_and_their_number_stays() {
    UUID batch = UUID.randomUUID();
    office.run(
        jdbc ->
            jdbc.sql(
                        """
                        WITH sent AS (INSERT INTO batches (id, at, sender, way, name, posts, found,
                          known, begun, rejected) VALUES (:id, :at, 'Ani', 'UPLOAD', 'a', 0, 0, 0, 0, 1))
                        INSERT INTO rejects (batch, line, error, input) VALUES (:id, 1, 'x', 'NIK 32')
                        """)
                    .param("id", batch)
                    .param("at", Times.at(NINE))
                    .update()
                > 0);

    assertThat(office.forget(NINE.plus(Duration.ofDays(6)))).isEmpty();
    assertThat(office.forget(NINE.plus(Duration.ofDays(8))))
        .containsExactly(Map.entry(RecordKind.REJECTED_LINES, 1));
    assertThat(
            office.<Long>read(
                jdbc -> jdbc.sql("SELECT rejected FROM batches").query(Long.class).single()))
        .isEqualTo(1);
  }

  @Test
  void a_round_takes_only_so_much_at_once() {
    for (int i = 0; i < 5; i++) {
      office.judged(1, HARMLESS);
    }
    Instant later = NINE.plus(Duration.ofDays(31));

    List<Map<RecordKind, Integer>> rounds = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      rounds.add(
          offices.tables().write(offices.mine(), jdbc -> new SqlRetention(jdbc).forget(later, 2)));
    }

    assertThat(rounds)
        .containsExactly(
            Map.of(RecordKind.JUDGED_HARMLESS, 2),
            Map.of(RecordKind.JUDGED_HARMLESS, 2),
            Map.of(RecordKind.JUDGED_HARMLESS, 1),
            Map.of());
  }

  private List<Object> figures() {
    return office.read(
        jdbc -> {
          SqlQuality quality = new SqlQuality(jdbc);
          return List.of(
              quality.pairs(NINE.minusSeconds(1)),
              quality.waited(NINE.minusSeconds(1)),
              new SqlPrecision(jdbc).since(NINE.minusSeconds(1)),
              quality.judgedBy(offices.officers().getFirst(), NINE.minusSeconds(1)));
        });
  }

  private String everything(UUID job) {
    return office.read(
        jdbc ->
            jdbc.sql(
                    """
                    SELECT concat(
                      (SELECT row_to_json(j) FROM jobs j WHERE id = :job),
                      (SELECT json_agg(p) FROM found_posts p WHERE job_id = :job),
                      (SELECT json_agg(t) FROM post_traits t WHERE job_id = :job))
                    """)
                .param("job", job)
                .query(String.class)
                .single());
  }
}

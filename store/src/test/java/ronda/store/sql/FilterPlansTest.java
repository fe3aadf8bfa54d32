package ronda.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.office.Region;
import ronda.casework.review.Filter;
import ronda.identify.post.Category;
import ronda.store.postgres.EmbeddedDatabase;

/** A filter that few of many jobs pass does not read the others. */
class FilterPlansTest {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  private static final Filter WAITING = Filter.waiting();

  private static TwoOffices offices;

  /** Enough that reading them all costs more than looking them up; one in a thousand is rare. */
  @BeforeAll
  static void fill() {
    offices = new TwoOffices(DATABASE.source());
    offices
        .tables()
        .run(
            offices.mine(),
            jdbc -> {
              jdbc.sql(
                      """
                      INSERT INTO jobs (id, category, stance, severity, score, region, excerpt,
                        platform, posts, accounts, first_seen, last_seen, due_at, weight, needs_two,
                        standing, likeness, suspected, held_by, held_until)
                      SELECT gen_random_uuid(), category, 'PROMOTES', 1, n % 50 / 100.0,
                        CASE WHEN rare THEN '32.71.04.1001' ELSE '32.71' END, 'Contoh',
                        CASE WHEN rare THEN 'langka' ELSE 'video' END, 1, 1, now(), now(),
                        now() - n * interval '1 minute', n % 97, false, 'WAITING', '',
                        ARRAY[category], CASE WHEN rare THEN :officer::uuid END,
                        CASE WHEN rare THEN now() + interval '10 minutes' END
                      FROM (SELECT n, n % 1000 = 7 AS rare,
                        CASE WHEN n % 1000 = 7 THEN 'SCAM' ELSE 'GAMBLING' END AS category
                        FROM generate_series(1, 20000) AS n) AS many
                      """)
                  .param("officer", offices.officers().getFirst())
                  .update();
              jdbc.sql("ANALYZE jobs").update();
            });
  }

  @Test
  void of_one_platform() {
    assertThat(planOf(filter(WAITING.region(), "langka", 0))).contains("jobs_open_by_platform");
  }

  @Test
  void of_one_place_and_what_lies_in_it() {
    assertThat(planOf(WAITING.in(new Region("32.71.04")))).contains("jobs_open_by_region");
  }

  @Test
  void of_one_category() {
    Filter scams =
        new Filter(
            EnumSet.of(Category.SCAM),
            Region.UNKNOWN,
            "",
            WAITING.standings(),
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "");
    assertThat(planOf(scams)).contains("jobs_open_by_category");
  }

  @Test
  void of_high_scores_seen_in_the_index() {
    assertThat(planOf(filter(Region.UNKNOWN, "", 0.99)))
        .containsPattern("jobs_by_weight[^\\n]*\\n *Index Cond: .*score >=");
  }

  @Test
  void in_one_persons_hands() {
    UUID officer = offices.officers().getFirst();
    assertThat(planOf(WAITING.held(new Filter.Holder.Of(officer)))).contains("jobs_held");
  }

  private static Filter filter(Region region, String platform, double score) {
    return new Filter(
        WAITING.categories(),
        region,
        platform,
        WAITING.standings(),
        score,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "");
  }

  /** How PostgreSQL goes about the first page, under row-level security as ever. */
  private static String planOf(Filter filter) {
    return offices
        .tables()
        .read(
            offices.mine(),
            jdbc ->
                String.join(
                    "\n",
                    jdbc.sql(
                            "EXPLAIN SELECT id FROM jobs WHERE "
                                + FilterSql.where(filter)
                                + " ORDER BY weight DESC, id LIMIT 50")
                        .params(FilterSql.params(filter, Instant.now()))
                        .query(String.class)
                        .list()));
  }
}

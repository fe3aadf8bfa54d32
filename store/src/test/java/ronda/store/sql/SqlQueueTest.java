package ronda.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.intake.FoundPost;
import ronda.casework.review.Filter;
import ronda.casework.review.Job;
import ronda.casework.review.Jobs;
import ronda.casework.review.Standing;
import ronda.identify.decide.Severity;
import ronda.store.postgres.EmbeddedDatabase;
import ronda.testkit.contract.FoundPosts;
import ronda.testkit.contract.QueueContract;

class SqlQueueTest extends QueueContract {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  private TwoOffices offices;

  @BeforeEach
  void enter() {
    offices = new TwoOffices(DATABASE.source());
  }

  @Override
  protected <T> T with(Function<Jobs, T> work) {
    return offices.tables().write(offices.mine(), jdbc -> work.apply(new SqlJobs(jdbc)));
  }

  @Override
  protected List<UUID> officers() {
    return offices.officers();
  }

  @Test
  void jobs_that_are_decided_come_in_order_without_being_sorted() {
    Filter waiting = Filter.waiting();
    Filter decided =
        new Filter(
            waiting.categories(),
            waiting.region(),
            "",
            EnumSet.of(Standing.CONFIRMED, Standing.DISMISSED, Standing.DUPLICATE),
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "");

    assertThat(planOf(decided)).contains("jobs_decided_by_weight").doesNotContain("Sort");
    assertThat(planOf(waiting)).contains("jobs_by_weight").doesNotContain("Sort");
  }

  /** How PostgreSQL would go about it if the table were large. */
  private String planOf(Filter filter) {
    return offices
        .tables()
        .write(
            offices.mine(),
            jdbc -> {
              for (String way : List.of("seqscan", "bitmapscan", "sort")) {
                jdbc.sql("SET LOCAL enable_" + way + " = off").update();
              }
              return String.join(
                  "\n",
                  jdbc.sql(
                          "EXPLAIN SELECT id FROM jobs WHERE "
                              + FilterSql.where(filter)
                              + " ORDER BY weight DESC, id LIMIT 50")
                      .params(FilterSql.params(filter, FoundPosts.NINE))
                      .query(String.class)
                      .list());
            });
  }

  @Test
  void finds_other_forms_of_an_indonesian_word() {
    FoundPost post =
        FoundPosts.post(FoundPosts.fresh(), "mempermainkan perjudian", "akun1", FoundPosts.NINE);
    Job job = FoundPosts.job(FoundPosts.fresh(), post, Severity.HIGH);
    with(
        jobs -> {
          jobs.begin(List.of(Jobs.Beginning.of(job, post)));
          return true;
        });
    Filter waiting = Filter.waiting();
    Filter asked =
        new Filter(
            waiting.categories(),
            waiting.region(),
            "",
            waiting.standings(),
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "judi main");
    assertThat(this.<Long>with(jobs -> jobs.count(asked, FoundPosts.NINE))).isEqualTo(1);
  }
}

package ronda.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.intake.FoundPost;
import ronda.casework.review.Filter;
import ronda.casework.review.Job;
import ronda.casework.review.Jobs;
import ronda.identify.decide.Severity;
import ronda.store.postgres.EmbeddedDatabase;
import ronda.testkit.contract.FoundPosts;
import ronda.testkit.contract.JobsContract;

class SqlJobsTest extends JobsContract {
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
  void another_office_finds_nothing_of_it() {
    FoundPost post =
        FoundPosts.post(FoundPosts.fresh(), "Main di CONTOH88", "akun1", FoundPosts.NINE);
    Job job = FoundPosts.job(FoundPosts.fresh(), post, Severity.HIGH);
    with(
        jobs -> {
          jobs.begin(List.of(Jobs.Beginning.of(job, post)));
          return true;
        });
    assertThat(elsewhere(jobs -> jobs.byId(job.id()).isPresent())).isFalse();
    assertThat(elsewhere(jobs -> jobs.known(Set.of(post.print())).isEmpty())).isTrue();
    assertThat(elsewhere(jobs -> jobs.count(Filter.waiting(), FoundPosts.NINE) > 0)).isFalse();
    int changed =
        offices
            .tables()
            .write(
                offices.other(),
                jdbc ->
                    jdbc.sql("UPDATE jobs SET standing = 'DISMISSED' WHERE id = :id")
                        .param("id", job.id())
                        .update());
    assertThat(changed).isZero();
  }

  private boolean elsewhere(Predicate<Jobs> question) {
    return offices.tables().write(offices.other(), jdbc -> question.test(new SqlJobs(jdbc)));
  }
}

package ronda.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

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

package ronda.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static ronda.testkit.contract.FoundPosts.NINE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import ronda.casework.intake.FoundPost;
import ronda.casework.review.Filter;
import ronda.casework.review.Job;
import ronda.casework.review.Jobs;
import ronda.casework.review.Judgement;
import ronda.casework.review.QueuePage;
import ronda.casework.review.Reviewing;
import ronda.casework.review.Verdict;
import ronda.identify.decide.Severity;

/** Jobs that a contract begins, judges and looks up again, each by a number of its own. */
abstract class BegunJobs {
  private final long base = FoundPosts.fresh();

  /** Works on the jobs in one change. */
  protected abstract <T> T with(Function<Jobs, T> work);

  /** Two people of the office whose jobs these are. */
  protected abstract List<UUID> officers();

  UUID id(long number) {
    return FoundPosts.id(base + number);
  }

  FoundPost post(long number, String text, String author, Instant seen) {
    return FoundPosts.post(base + number, text, author, seen);
  }

  Jobs.Beginning beginning(long number, FoundPost post, Severity severity) {
    Job job = FoundPosts.job(base + number, post, severity);
    return Jobs.Beginning.of(job, post);
  }

  Job begin(long number, FoundPost post, Severity severity) {
    Jobs.Beginning beginning = beginning(number, post, severity);
    return with(
        jobs -> {
          jobs.begin(List.of(beginning));
          return beginning.job();
        });
  }

  void join(long number, FoundPost post) {
    with(
        jobs -> {
          jobs.join(List.of(new Jobs.Joined(id(number), post, "text")));
          return true;
        });
  }

  Job take(long number, FoundPost post, int officer) {
    begin(number, post, Severity.HIGH);
    return change(number, job -> Reviewing.take(job, officers().get(officer), NINE), NINE);
  }

  Job judge(long number, int officer, Verdict verdict, Instant at) {
    UUID who = officers().get(officer);
    change(number, job -> Reviewing.take(job, who, at), at);
    Judgement judgement = new Judgement(who, at, verdict, "rekaan");
    return change(number, job -> Reviewing.judge(job, judgement), at);
  }

  Job change(long number, Function<Job, Reviewing.Answer> act, Instant now) {
    return with(
        jobs -> {
          Reviewing.Answer answer = act.apply(jobs.byId(id(number)).orElseThrow());
          assertThat(answer).isInstanceOf(Reviewing.Answer.Done.class);
          Job job = ((Reviewing.Answer.Done) answer).job();
          jobs.put(job, now);
          return job;
        });
  }

  Job byId(long number) {
    return byId(id(number));
  }

  Job byId(UUID id) {
    return with(jobs -> jobs.byId(id)).orElseThrow();
  }

  QueuePage page(Filter filter, Optional<QueuePage.Place> place, int limit) {
    return with(jobs -> jobs.queue(filter, NINE, place, limit));
  }

  List<UUID> found(Filter filter) {
    QueuePage page = page(filter, Optional.empty(), 200);
    assertThat(this.<Long>with(jobs -> jobs.count(filter, NINE))).isEqualTo(page.total());
    return ids(page.jobs());
  }

  static List<UUID> ids(List<Job> jobs) {
    return jobs.stream().map(Job::id).toList();
  }
}

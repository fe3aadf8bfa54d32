package ronda.server.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.Desk;
import ronda.casework.intake.FoundPost;
import ronda.casework.office.Officer;
import ronda.casework.quality.GoldenCopy;
import ronda.casework.review.Job;
import ronda.store.sql.SqlGolden;
import ronda.store.sql.SqlJobs;

/**
 * A job that somebody may be shown, or the golden copy of one that is in their hands. Both have
 * pages under {@code /jobs}, and nobody is to see which is which.
 *
 * @param job as it is shown
 * @param original the one that holds the posts: itself, or what it is a copy of
 * @param copy empty for a job in earnest
 */
public record JobInSight(Job job, Job original, Optional<GoldenCopy> copy) {

  /**
   * What this person is shown under that id; empty where there is nothing for them. Within a
   * change, nobody else can change it meanwhile.
   */
  public static Optional<JobInSight> of(UUID id, Officer officer, JdbcClient jdbc, Instant now) {
    return copy(id, officer, jdbc, now)
        .or(
            () ->
                new SqlJobs(jdbc)
                    .byId(id)
                    .filter(job -> Desk.isFor(officer, job))
                    .map(job -> new JobInSight(job, job, Optional.empty())));
  }

  /** The same of copies alone. */
  static Optional<JobInSight> copy(UUID id, Officer officer, JdbcClient jdbc, Instant now) {
    return new SqlGolden(jdbc)
        .copy(id, officer.id())
        .flatMap(
            copy ->
                new SqlJobs(jdbc)
                    .byId(copy.item().job())
                    .filter(original -> isStill(copy, original, officer))
                    .map(
                        original ->
                            new JobInSight(
                                copy.shown(original, now), original, Optional.of(copy))));
  }

  /** An open copy goes when its original is forgotten, or is no longer for this person. */
  static boolean isStill(GoldenCopy copy, Job original, Officer officer) {
    return Desk.isFor(officer, original) && (copy.isAnswered() || !original.isForgotten());
  }

  public boolean isAnsweredCopy() {
    return copy.filter(GoldenCopy::isAnswered).isPresent();
  }

  /** Posts of the original as they are shown here: those of a copy are moved in time with it. */
  List<FoundPost> shown(List<FoundPost> posts) {
    return copy.map(one -> one.shown(original, posts)).orElse(posts);
  }
}

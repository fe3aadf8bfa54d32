package ronda.server.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import ronda.casework.Desk;
import ronda.casework.intake.FoundPost;
import ronda.casework.intake.Likeness;
import ronda.casework.intake.RecentJobs.Told;
import ronda.casework.office.Officer;
import ronda.casework.review.Job;
import ronda.identify.post.Category;
import ronda.store.sql.SqlJobs;

/**
 * Other jobs of which the wording is nearly the same. Copies that come within two weeks are of one
 * job already; these are the reworded ones, those of another category, and those of longer ago. It
 * is looked for among the jobs that were seen last in each category of the job: an index gives
 * those, however many there are.
 */
final class AlikeJobs {
  private static final Duration BACK = Duration.ofDays(90);
  private static final int MOST = 10;

  private AlikeJobs() {}

  /**
   * A job that is alike.
   *
   * @param percent how much of the wording both have
   */
  record Alike(JobLine line, int percent) {}

  /**
   * Those that this person may see, the most alike first.
   *
   * @param original the job itself, or the one of which it is a copy
   */
  static List<Alike> of(
      Job job, UUID original, FoundPost post, SqlJobs jobs, Officer officer, Instant now) {
    Likeness likeness = Likeness.of(post.post().text());
    if (!likeness.isTelling()) {
      return List.of();
    }
    Map<UUID, Double> near = new LinkedHashMap<>();
    // What a first person found would show in what is listed for a second who is to judge blind.
    Set<Category> among = job.standing().isDecided() ? job.mayShow() : job.suspected();
    for (Category category : among) {
      for (Told told : jobs.lately(category, now.minus(BACK))) {
        double shared = told.job().equals(original) ? 0 : likeness.shared(told.likeness());
        if (shared >= Likeness.NEAR) {
          near.put(told.job(), shared);
        }
      }
    }
    List<UUID> nearest =
        near.entrySet().stream()
            .sorted(Map.Entry.<UUID, Double>comparingByValue().reversed())
            .map(Map.Entry::getKey)
            .toList();
    return jobs.inOrder(nearest).stream()
        .filter(other -> Desk.isFor(officer, other))
        .limit(MOST)
        .map(
            other -> new Alike(JobLine.of(other, now), percent(near.getOrDefault(other.id(), 0.0))))
        .toList();
  }

  /** Rounded down: what is not quite the same is not called so. */
  private static int percent(double shared) {
    return (int) (shared * 100);
  }
}

package ronda.casework.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Some jobs of a queue.
 *
 * @param next where the next page begins; empty on the last
 * @param total how many jobs pass the filter in all, counted up to {@link Jobs#MOST_COUNTED}
 */
public record QueuePage(List<Job> jobs, Optional<Place> next, long total) {
  public QueuePage {
    jobs = List.copyOf(jobs);
  }

  /** Whether there are more than anybody counts. */
  public boolean hasUncounted() {
    return total >= Jobs.MOST_COUNTED;
  }

  /**
   * A place in a queue: after this job. Priorities move with time, so a walk through the pages
   * keeps the moment at which it began.
   */
  public record Place(Instant asOf, double priority, UUID job) {}
}

package ronda.server.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import ronda.casework.review.Job;
import ronda.casework.review.Priority;

/**
 * A job as a line of a list.
 *
 * @param left until it should be decided; negative when that time is over
 * @param holder who holds it now
 */
public record JobLine(Job job, Duration left, Optional<UUID> holder) {
  static List<JobLine> of(List<Job> jobs, Instant now) {
    return jobs.stream().map(job -> of(job, now)).toList();
  }

  static JobLine of(Job job, Instant now) {
    Instant due = Priority.due(job.severity(), job.firstSeen());
    return new JobLine(job, Duration.between(now, due), job.holder(now));
  }

  public boolean isOverdue() {
    return left.isNegative() && !job.standing().isDecided();
  }

  /** Hours and minutes that are left, or that it is late, such as {@code 3:05}. */
  public String clock() {
    Duration time = left.abs();
    return String.format(Locale.ROOT, "%d:%02d", time.toHours(), time.toMinutesPart());
  }
}

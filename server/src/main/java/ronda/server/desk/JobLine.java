package ronda.server.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

  /** Whether the time that is left, or that it is late, is told in hours; otherwise in minutes. */
  public boolean isInHours() {
    return left.abs().toHours() > 0;
  }

  /** How many whole hours, or minutes, are left, or it is late. */
  public long time() {
    return isInHours() ? left.abs().toHours() : left.abs().toMinutes();
  }
}

package ronda.casework.review;

import java.time.Duration;
import java.time.Instant;
import ronda.identify.decide.Severity;

/**
 * What should be looked at first: harm × spread × time left (prioritas).
 *
 * <p>Harm doubles with each step of severity. Spread grows with the number of posts and accounts,
 * ever more slowly. Time left is measured against the office's own target (4 hours for what is
 * urgent, 24 for what is grave, 72 otherwise): it counts once at the beginning, four times when the
 * target is near or past. The targets are the office's own; no platform's clock has started.
 */
public final class Priority {
  /** How many times over a job counts that is due. */
  public static final double OVERDUE = 4;

  private Priority() {}

  /** How soon a job of this severity should be decided. */
  public static Duration target(Severity severity) {
    return switch (severity) {
      case URGENT -> Duration.ofHours(4);
      case HIGH -> Duration.ofHours(24);
      case MEDIUM, LOW -> Duration.ofHours(72);
    };
  }

  /** When a job first seen then should be decided. */
  public static Instant due(Severity severity, Instant firstSeen) {
    return firstSeen.plus(target(severity));
  }

  /** Harm × spread: what does not change with time. At least 1. */
  public static double weight(Severity severity, int posts, int accounts) {
    double harm = 1 << severity.ordinal();
    return harm * (1 + log2(posts) + log2(accounts));
  }

  /** The whole: weight × how near the target is. */
  public static double of(Job job, Instant now) {
    Duration target = target(job.severity());
    double left =
        Duration.between(now, job.firstSeen().plus(target)).toMillis() / (double) target.toMillis();
    return weight(job.severity(), job.posts(), job.accounts())
        / Math.max(1 / OVERDUE, Math.min(1, left));
  }

  private static double log2(int count) {
    return Math.log(Math.max(1, count)) / Math.log(2);
  }
}

package ronda.casework.review;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** That a person works on a job, and nobody else may meanwhile (pegangan). */
public record Hold(UUID officer, Instant until) {
  /** How long a job stays in one's hands unless one asks again. */
  public static final Duration LASTS = Duration.ofMinutes(15);

  /** A hold that begins now. */
  public static Hold by(UUID officer, Instant now) {
    return new Hold(officer, now.plus(LASTS));
  }

  /**
   * Whether it no longer holds others off. One that would last for longer than any can is of a
   * clock that has since been put back; two servers' clocks may differ by a minute.
   */
  public boolean isOver(Instant now) {
    return !now.isBefore(until) || until.isAfter(latest(now));
  }

  /** No hold that began by now ends after this. */
  public static Instant latest(Instant now) {
    return now.plus(LASTS).plus(Duration.ofMinutes(1));
  }
}

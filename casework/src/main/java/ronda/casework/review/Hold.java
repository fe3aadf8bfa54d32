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

  public boolean isOver(Instant now) {
    return !now.isBefore(until);
  }
}

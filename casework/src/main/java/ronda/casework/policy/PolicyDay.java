package ronda.casework.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What one policy did on one day (hari kebijakan).
 *
 * @param raised findings that reached people
 * @param onTrial findings of its version on trial
 * @param withheld findings above the daily limit: counted, and shown to nobody
 * @param resets how many times a person allowed another daily limit
 * @param trippedAt since when the limit is reached and nobody has seen to it; empty if it is not
 */
public record PolicyDay(
    String policy,
    LocalDate day,
    long raised,
    long onTrial,
    long withheld,
    int resets,
    Optional<Instant> trippedAt) {

  /** A day on which nothing has happened yet. */
  public static PolicyDay empty(String policy, LocalDate day) {
    return new PolicyDay(policy, day, 0, 0, 0, 0, Optional.empty());
  }

  /** How many more findings may reach people today. */
  public long room(int dailyLimit) {
    return Math.max(0, (long) dailyLimit * (1 + resets) - raised);
  }

  PolicyDay and(long moreRaised, long moreOnTrial, long moreWithheld, Instant now) {
    return new PolicyDay(
        policy,
        day,
        raised + moreRaised,
        onTrial + moreOnTrial,
        withheld + moreWithheld,
        resets,
        moreWithheld > 0 ? trippedAt.or(() -> Optional.of(now)) : trippedAt);
  }

  PolicyDay reset() {
    return new PolicyDay(policy, day, raised, onTrial, withheld, resets + 1, Optional.empty());
  }
}

package ronda.casework.referral;

import java.time.Instant;
import java.util.Optional;

/**
 * Who is to be told next that no answer came (penagihan): twice the recipient, then one's own
 * superior, and no more. A chase has a number and happens once; however far a clock jumps, one look
 * finds one chase at most.
 */
public record Chase(String way, int number) {
  /** To the recipient. */
  public static final String REMINDER = "reminder";

  /** To the superior above this office. */
  public static final String SUPERIOR = "superior";

  private static final int REMINDERS = 2;

  /** Working days between two chases: an office needs time to find a letter. */
  private static final int DAYS_BETWEEN = 3;

  /** The chase that is due now; empty if none is. */
  public static Optional<Chase> due(Referral referral, Instant now, WorkingDays calendar) {
    if (!referral.isOverdue(now, calendar) || referral.chases() > REMINDERS) {
      return Optional.empty();
    }
    boolean lately =
        referral.history().reversed().stream()
            .filter(taken -> taken.what() instanceof Happening.Chased)
            .findFirst()
            .filter(
                last -> now.isBefore(new Target.Working(DAYS_BETWEEN).after(last.at(), calendar)))
            .isPresent();
    if (lately) {
      return Optional.empty();
    }
    int number = referral.chases() + 1;
    return Optional.of(new Chase(number > REMINDERS ? SUPERIOR : REMINDER, number));
  }
}

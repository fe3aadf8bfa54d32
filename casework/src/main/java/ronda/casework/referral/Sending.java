package ronda.casework.referral;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A letter on its way out of the house (pengiriman): a row of the outbox.
 *
 * <p>From {@link State#HANDING_OVER} there is no way back to {@link State#WAITING} but by a person:
 * between the last byte and the server's word nobody knows whether the server has taken the letter.
 * Whatever breaks there makes it {@link State#DOUBTFUL}, and it is not sent again by itself.
 *
 * @param referral which referral it belongs to
 * @param letter which letter is sent
 * @param to a mail address, or the address of an interface
 * @param messageId fixed when the letter was written: a mail's Message-ID, or an interface's
 *     idempotency key
 * @param attempts how often it was tried
 * @param due when it is tried next
 * @param words what the other side said last; may be empty
 * @param doubted whether it was doubtful once: the other side may have it, whatever was decided
 *     since
 */
public record Sending(
    UUID id,
    UUID referral,
    UUID letter,
    Way way,
    String to,
    String messageId,
    State state,
    int attempts,
    Instant due,
    String words,
    boolean doubted) {

  /** By which way a letter leaves without a person carrying it. */
  public enum Way {
    MAIL,
    API;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How far it has come. */
  public enum State {
    WAITING,
    /** The whole letter is being given to the other side, or was when the program ended. */
    HANDING_OVER,
    SENT,
    /** Nobody knows whether the other side has it. */
    DOUBTFUL,
    /** The other side does not want it, or was away for too long. */
    REFUSED,
    /** A person decided that it is not to be sent. */
    CANCELLED
  }

  /** How long one tries: a server that is away for longer needs a person. */
  private static final Duration PATIENCE = Duration.ofDays(3);

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);

  /** Whether it may still leave by itself or by a person's word that is asked for. */
  public boolean isOnItsWay() {
    return switch (state) {
      case WAITING, HANDING_OVER, DOUBTFUL -> true;
      case SENT, REFUSED, CANCELLED -> false;
    };
  }

  /** Whether the other side has it or may have it. */
  public boolean mayHaveArrived() {
    return doubted
        || switch (state) {
          case HANDING_OVER, DOUBTFUL, SENT -> true;
          case WAITING, REFUSED, CANCELLED -> false;
        };
  }

  /**
   * The latest time for which a letter is left to wait. No pause is as long: a later time was set
   * while the clock was ahead.
   */
  public static Instant latestDue(Instant now) {
    return now.plus(LONGEST_PAUSE.multipliedBy(2));
  }

  /** How long it is left alone after this many attempts that reached nobody; empty: give up. */
  public static Optional<Duration> pause(int attempts) {
    Duration waited = Duration.ZERO;
    Duration pause = Duration.ofMinutes(1);
    for (int i = 1; i < attempts; i++) {
      waited = waited.plus(pause);
      Duration doubled = pause.multipliedBy(2);
      pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }
    return waited.compareTo(PATIENCE) > 0 ? Optional.empty() : Optional.of(pause);
  }
}

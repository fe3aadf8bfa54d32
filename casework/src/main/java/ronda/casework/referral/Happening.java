package ronda.casework.referral;

import java.time.Instant;
import java.util.UUID;

/** One thing that happened to a referral (peristiwa rujukan); it never unhappens. */
public sealed interface Happening {
  /**
   * The letter left.
   *
   * @param way {@code mail}, {@code by-hand} or {@code api}
   * @param note how it was handed over; may be empty
   */
  record Sent(String way, String note) implements Happening {}

  /**
   * It was not answered in time, and a letter was written about it.
   *
   * @param way {@code reminder} or {@code superior}
   * @param number how many times this makes, 1 for the first: each number happens once
   */
  record Chased(String way, int number) implements Happening {}

  /** The letter had not left, and will not (dibatalkan). */
  record Discarded(String reason) implements Happening {}

  /** The recipient wrote back. */
  record Replied(UUID reply) implements Happening {}

  /**
   * A person read a reply that answers nothing (belum menjawab): thanks, or a word that it was
   * passed on. It does not count, and the clock runs as it did.
   */
  record NoAnswerYet(UUID reply, String reason) implements Happening {}

  /** What came of it. A later one replaces an earlier one, which stays readable. */
  record Concluded(Outcome outcome, String words) implements Happening {}

  /** The case is withdrawn: what the recipient has, it is asked to set aside. */
  record Recalled(String reason) implements Happening {}

  /** The stable code of this kind, such as {@code chased}. */
  default String code() {
    return switch (this) {
      case Sent sent -> "sent";
      case Chased chased -> "chased";
      case Discarded discarded -> "discarded";
      case Replied replied -> "replied";
      case NoAnswerYet none -> "no-answer-yet";
      case Concluded concluded -> "concluded";
      case Recalled recalled -> "recalled";
    };
  }

  /**
   * It, in its place.
   *
   * @param by who did it, by name
   */
  record Taken(Instant at, String by, Happening what) {}
}

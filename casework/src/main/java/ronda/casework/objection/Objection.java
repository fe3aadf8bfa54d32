package ronda.casework.objection;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What the person concerned says against a case (keberatan).
 *
 * @param receipt the number by which it is asked after, as it is shown
 * @param due until when it is to be decided
 * @param words what the person said; empty once it was destroyed, which no undecided one is
 */
public record Objection(
    UUID id,
    String receipt,
    UUID file,
    String caseNumber,
    Instant at,
    Instant due,
    String words,
    Optional<Decision> decision) {
  /** How much one may write, in characters. */
  public static final int LONGEST_WORDS = 4_000;

  /** How long the reason of a decision may be, in characters. */
  public static final int LONGEST_REASON = 4_000;

  /**
   * What another person decided.
   *
   * @param upheld whether the objection is right and the finding is withdrawn
   * @param reason told to the one who objected
   */
  public record Decision(UUID officer, String by, Instant at, boolean upheld, String reason) {
    public Decision {
      if (reason.isBlank() || reason.length() > LONGEST_REASON) {
        throw new IllegalArgumentException("a decision gives its reason");
      }
    }
  }

  public Objection {
    boolean destroyed = words.isEmpty() && decision.isPresent();
    if (words.isBlank() && !destroyed || words.length() > LONGEST_WORDS) {
      throw new IllegalArgumentException(
          "an objection has 1 to %,d characters".formatted(LONGEST_WORDS));
    }
  }

  public boolean isWaiting() {
    return decision.isEmpty();
  }

  /** Whether both say the same, whatever the letters' case and the space between the words. */
  public boolean saysTheSameAs(Objection other) {
    return !words.isEmpty() && plain(words).equals(plain(other.words));
  }

  private static String plain(String words) {
    return words.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }

  /** Whether it should have been decided by now. */
  public boolean isOverdue(Instant now) {
    return isWaiting() && now.isAfter(due);
  }

  /** The same, decided. */
  public Objection decided(Decision made) {
    return new Objection(id, receipt, file, caseNumber, at, due, words, Optional.of(made));
  }
}

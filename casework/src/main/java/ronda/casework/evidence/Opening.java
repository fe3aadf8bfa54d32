package ronda.casework.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import ronda.casework.office.Officer;
import ronda.casework.office.Permission;

/**
 * Somebody wishes to see a sealed item (permintaan membuka). Ordinary evidence opens to whoever may
 * open evidence and says why; an intimate picture only after a second person has agreed. It stays
 * open for a short time, for the one who asked.
 *
 * @param asker the name of the one who asked, as it is shown
 * @param why in that person's words; never empty
 * @param decision empty while nobody has decided
 */
public record Opening(
    UUID id,
    UUID item,
    UUID askedBy,
    String asker,
    Instant askedAt,
    String why,
    Optional<Decision> decision) {
  /** So long an item stays open. */
  public static final Duration OPEN = Duration.ofMinutes(15);

  /** After so long without a decision, one has to ask again. */
  public static final Duration WAITING = Duration.ofHours(24);

  /** What was decided, by whom and when. */
  public record Decision(UUID by, String name, Instant at, boolean agreed) {}

  /** Why a wish cannot be decided so. */
  public enum Refusal {
    /** The one who asks must not be the one who agrees. */
    OWN_WISH,
    NOT_ALLOWED,
    DECIDED_ALREADY,
    TOO_LATE
  }

  /** What came of deciding. */
  public sealed interface Answer {
    record Decided(Opening opening) implements Answer {}

    record Refused(Refusal reason) implements Answer {}
  }

  public Opening {
    if (why.isBlank()) {
      throw new IllegalArgumentException("who asks to see evidence says why");
    }
  }

  /**
   * Whether this person opens an item without a second one.
   *
   * @param needsTwo whether the item is one for two
   */
  public static boolean needsNoSecond(Officer officer, boolean needsTwo) {
    return !needsTwo && officer.may(Permission.OPEN_EVIDENCE);
  }

  /** Whether this person may ask at all. */
  public static boolean mayAsk(Officer officer) {
    return officer.may(Permission.OPEN_EVIDENCE) || officer.may(Permission.KEEP_EVIDENCE);
  }

  /** The wish of somebody who needs no second person. */
  public Opening openedAlone() {
    return decided(new Decision(askedBy, asker, askedAt, true));
  }

  /** What becomes of the wish when this person agrees or declines. */
  public Answer decide(Officer officer, boolean agrees, Instant now) {
    if (decision.isPresent()) {
      return new Answer.Refused(Refusal.DECIDED_ALREADY);
    }
    if (!officer.may(Permission.OPEN_EVIDENCE)) {
      return new Answer.Refused(Refusal.NOT_ALLOWED);
    }
    if (officer.id().equals(askedBy)) {
      return new Answer.Refused(Refusal.OWN_WISH);
    }
    if (now.isAfter(askedAt.plus(WAITING))) {
      return new Answer.Refused(Refusal.TOO_LATE);
    }
    return new Answer.Decided(decided(new Decision(officer.id(), officer.name(), now, agrees)));
  }

  private Opening decided(Decision made) {
    return new Opening(id, item, askedBy, asker, askedAt, why, Optional.of(made));
  }

  /** Whether somebody still has to decide. */
  public boolean isWaiting(Instant now) {
    return decision.isEmpty() && !now.isAfter(askedAt.plus(WAITING));
  }

  /**
   * Whether this person may see the item now.
   *
   * @param needsTwo whether the item is one for two; it may have become so since it was opened
   */
  public boolean isOpenFor(UUID officer, Instant now, boolean needsTwo) {
    return askedBy.equals(officer)
        && decision
            .filter(made -> made.agreed() && now.isBefore(made.at().plus(OPEN)))
            .filter(made -> !needsTwo || !made.by().equals(askedBy))
            .isPresent();
  }
}

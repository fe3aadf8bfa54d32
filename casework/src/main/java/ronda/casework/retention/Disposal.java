package ronda.casework.retention;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ronda.casework.office.Officer;
import ronda.casework.office.Permission;

/**
 * That a case's papers be destroyed (usul musnah): one person proposes it, with reason and legal
 * basis, and another one agrees or declines. No time that is over destroys them by itself: archives
 * are destroyed by schedule <em>and</em> by decision, and of the decision there is a record.
 *
 * @param file the case's id
 * @param decision empty while nobody has decided
 */
public record Disposal(UUID id, UUID file, Proposal proposal, Optional<Decision> decision) {
  /** No longer reason, and no longer legal basis, is taken: UTF-16 units. */
  public static final int LONGEST = 500;

  /**
   * Who proposed it, when and why.
   *
   * @param legalBasis the records schedule or the archive's approval; as that person wrote it
   */
  public record Proposal(UUID by, String name, Instant at, String reason, String legalBasis) {
    public Proposal {
      if (!isWords(reason) || !isWords(legalBasis)) {
        throw new IllegalArgumentException("a proposal has a reason and a legal basis");
      }
    }
  }

  /** Who agreed or declined, when and why. */
  public record Decision(UUID by, String name, Instant at, boolean agreed, String reason) {
    public Decision {
      if (!isWords(reason)) {
        throw new IllegalArgumentException("a decision has a reason");
      }
    }
  }

  /** Why a case's papers are not to be destroyed now. */
  public enum Hindrance {
    /** The case is open. */
    NOT_OVER,
    /** So long they are to be kept. */
    TOO_EARLY,
    /** A legal hold stands on the case, or on one of its jobs. */
    ON_HOLD,
    OBJECTION_OPEN,
    /** A recipient has not answered yet. */
    REFERRAL_WAITING,
    /** There is an answer, and nobody has said what came of it. */
    REPLY_OPEN,
    /** A letter waits to be sent, or a person must decide whether it is sent. */
    LETTER_OPEN,
    /** It holds none, or they were destroyed. */
    NO_PAPERS
  }

  /** Why somebody cannot decide so. */
  public enum Refusal {
    /** Who proposes must not be the one who decides. */
    OWN_PROPOSAL,
    NOT_ALLOWED,
    DECIDED_ALREADY,
    NO_REASON,
    /** The case went on since it was proposed, or something keeps its papers now. */
    NO_LONGER_DUE
  }

  /** What came of deciding. */
  public sealed interface Answer {
    record Decided(Disposal disposal) implements Answer {}

    record Refused(Refusal reason) implements Answer {}
  }

  /** Whether this can be a reason or a legal basis. */
  public static boolean isWords(String text) {
    return !text.isBlank() && text.length() <= LONGEST;
  }

  /** Whether this person may propose at all. */
  public static boolean mayPropose(Officer officer) {
    return officer.may(Permission.KEEP_EVIDENCE) || officer.may(Permission.KEEP_HOLDS);
  }

  /** Whether nobody has decided yet. */
  public boolean isWaiting() {
    return decision.isEmpty();
  }

  /** Whether the papers were destroyed by it. */
  public boolean isAgreed() {
    return decision.filter(Decision::agreed).isPresent();
  }

  /**
   * What becomes of it when this person agrees or declines.
   *
   * @param hindrances what keeps the case's papers now
   * @param lastStep when anything last happened to the case
   */
  public Answer decide(
      Officer officer,
      boolean agrees,
      String reason,
      Set<Hindrance> hindrances,
      Instant lastStep,
      Instant now) {
    if (!officer.may(Permission.AGREE_TO_DISPOSAL)) {
      return new Answer.Refused(Refusal.NOT_ALLOWED);
    }
    if (!isWaiting()) {
      return new Answer.Refused(Refusal.DECIDED_ALREADY);
    }
    if (officer.id().equals(proposal.by())) {
      return new Answer.Refused(Refusal.OWN_PROPOSAL);
    }
    if (!isWords(reason)) {
      return new Answer.Refused(Refusal.NO_REASON);
    }
    if (agrees && (!hindrances.isEmpty() || lastStep.isAfter(proposal.at()))) {
      return new Answer.Refused(Refusal.NO_LONGER_DUE);
    }
    Decision made = new Decision(officer.id(), officer.name(), now, agrees, reason);
    return new Answer.Decided(new Disposal(id, file, proposal, Optional.of(made)));
  }
}

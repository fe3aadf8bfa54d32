package ronda.casework;

import java.util.Optional;
import ronda.casework.cases.CaseFile;
import ronda.casework.cases.CaseFile.Status;
import ronda.casework.cases.Step;

/**
 * Which step may follow which (alur kasus). Read this second: it is all that can happen to a case,
 * on one page.
 */
public final class CaseFlow {
  private CaseFlow() {}

  /** What came of an attempt to add a step. */
  public sealed interface Answer {
    /** The case with the step. */
    record Done(CaseFile file) implements Answer {}

    /** It may not follow, and why. */
    record Refused(Refusal reason) implements Answer {}
  }

  /** Why a step may not follow. */
  public enum Refusal {
    /** A case is opened once. */
    ALREADY_OPENED,
    /** It is closed: take it up again first. */
    CLOSED,
    /** The judgement it rested on was taken back. */
    WITHDRAWN,
    /** It is open: there is nothing to take up again, and nothing to destroy. */
    NOT_CLOSED,
    /** Nothing in it is found harmful any more: a judgement would open it, words do not. */
    NOTHING_FOUND,
    /** A note, an outcome or a reason without a word says nothing. */
    BLANK
  }

  /** The case with {@code step}, or why it may not follow. */
  public static Answer after(CaseFile file, Step.Taken taken) {
    return whyNot(file.status(), taken.step())
        .<Answer>map(Answer.Refused::new)
        .orElseGet(() -> new Answer.Done(file.after(taken)));
  }

  private static Optional<Refusal> whyNot(Status status, Step step) {
    return switch (step) {
      case Step.Opened opened -> Optional.of(Refusal.ALREADY_OPENED);
      case Step.Noted noted -> blank(noted.text()); // One may write on any case, for ever.
      case Step.PostsJoined joined -> Optional.empty(); // Copies come, whatever people decided.
      case Step.JobJoined joined -> onlyWhileOpen(status);
      case Step.JobLeft left -> Optional.empty(); // What was taken back is told, however it stands.
      case Step.ModusLinked linked -> onlyWhileOpen(status);
      case Step.AccountLinked linked -> onlyWhileOpen(status);
      case Step.Closed closed -> onlyWhileOpen(status).or(() -> blank(closed.outcome()));
      case Step.Withdrawn withdrawn -> onlyWhileOpen(status).or(() -> blank(withdrawn.reason()));
      // Whether anything in it is still found harmful, the docket asks: a case knows no judgements.
      case Step.Reopened reopened ->
          status == Status.OPEN ? Optional.of(Refusal.NOT_CLOSED) : blank(reopened.reason());
      case Step.EvidenceKept kept -> onlyWhileOpen(status);
      case Step.BundleMade made -> Optional.empty(); // A court may ask years later.
      case Step.ActRefused refused -> Optional.empty(); // A wish that was refused is told always.
      case Step.ReferralWritten written -> onlyWhileOpen(status);
      // What happened outside is entered, however the case stands: the letter has left, the reply
      // has come. Whether one may still be sent is asked before.
      case Step.ReferralSent sent -> Optional.empty();
      case Step.ReferralChased chased -> onlyWhileOpen(status);
      case Step.FollowUpSent sent -> Optional.empty();
      case Step.LetterDiscarded discarded -> blank(discarded.reason());
      case Step.ReplyCame came -> Optional.empty();
      case Step.NoAnswerYet none -> blank(none.reason());
      case Step.ReferralAnswered answered -> Optional.empty();
      case Step.Resurfaced resurfaced -> onlyAfterClosing(status);
      case Step.SharesWith shares ->
          status == Status.WITHDRAWN ? Optional.of(Refusal.WITHDRAWN) : Optional.empty();
      case Step.ObjectionRaised raised -> Optional.empty(); // One may always object.
      case Step.ObjectionDecided decided -> blank(decided.reason());
      case Step.RecipientsTold told -> Optional.empty();
      case Step.PapersDestroyed destroyed -> onlyOnceOver(status);
    };
  }

  private static Optional<Refusal> onlyWhileOpen(Status status) {
    return switch (status) {
      case OPEN -> Optional.empty();
      case CLOSED -> Optional.of(Refusal.CLOSED);
      case WITHDRAWN -> Optional.of(Refusal.WITHDRAWN);
    };
  }

  /** A withdrawn case is not taken up again by a machine: people were told that it was wrong. */
  private static Optional<Refusal> onlyAfterClosing(Status status) {
    return switch (status) {
      case OPEN -> Optional.of(Refusal.NOT_CLOSED);
      case CLOSED -> Optional.empty();
      case WITHDRAWN -> Optional.of(Refusal.WITHDRAWN);
    };
  }

  private static Optional<Refusal> onlyOnceOver(Status status) {
    return switch (status) {
      case OPEN -> Optional.of(Refusal.NOT_CLOSED);
      case CLOSED, WITHDRAWN -> Optional.empty();
    };
  }

  private static Optional<Refusal> blank(String text) {
    return text.isBlank() ? Optional.of(Refusal.BLANK) : Optional.empty();
  }
}

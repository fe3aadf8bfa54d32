package ronda.server.desk;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ronda.casework.cases.Step;

/**
 * A step as a case's page tells it.
 *
 * @param key the message that says more than the step's name; empty where the name says it all or
 *     the page has its own words
 * @param words what the message is filled with
 */
record StepLine(Step.Taken taken, String key, List<Object> words) {
  /** The job that the step is about: one that came in, or went. */
  public @Nullable UUID job() {
    return taken.step().joins().or(taken.step()::leaves).orElse(null);
  }

  static StepLine of(Step.Taken taken) {
    String said = "step.said." + taken.step().code();
    return switch (taken.step()) {
      case Step.Opened opened -> bare(taken);
      case Step.JobJoined joined -> bare(taken);
      case Step.JobLeft left -> bare(taken);
      case Step.ModusLinked linked -> bare(taken);
      case Step.AccountLinked linked -> bare(taken);
      case Step.ObjectionRaised raised -> bare(taken);
      case Step.PostsJoined joined -> new StepLine(taken, "case.joined", List.of(joined.posts()));
      case Step.Noted noted -> words(taken, noted.text());
      case Step.Closed closed -> words(taken, closed.outcome());
      case Step.Reopened reopened -> words(taken, reopened.reason());
      case Step.Withdrawn withdrawn -> words(taken, withdrawn.reason());
      case Step.EvidenceKept kept ->
          new StepLine(taken, said + "." + kept.kind(), List.of(kept.sha256()));
      case Step.BundleMade made -> new StepLine(taken, said, List.of(made.items(), made.sha256()));
      case Step.ActRefused refused ->
          new StepLine(taken, said + "." + refused.act(), List.of(refused.row(), refused.reason()));
      case Step.ReferralWritten written ->
          new StepLine(taken, said, List.of(written.letter(), written.recipient()));
      case Step.ReferralSent sent ->
          new StepLine(taken, said + "." + sent.way(), List.of(sent.letter(), sent.recipient()));
      case Step.ReferralChased chased ->
          new StepLine(taken, said + "." + chased.way(), List.of(chased.letter()));
      case Step.FollowUpSent sent ->
          new StepLine(
              taken,
              said + "." + sent.kind() + "." + sent.way(),
              List.of(sent.letter(), sent.recipient()));
      case Step.LetterDiscarded discarded ->
          new StepLine(taken, said, List.of(discarded.letter(), discarded.reason()));
      case Step.ReplyCame came -> new StepLine(taken, said, List.of(came.from()));
      case Step.NoAnswerYet none -> new StepLine(taken, said, List.of(none.reason()));
      case Step.ReferralAnswered answered ->
          new StepLine(taken, said + "." + answered.outcome(), List.of(answered.words()));
      case Step.Resurfaced resurfaced ->
          new StepLine(taken, "trait." + resurfaced.shared(), List.of());
      case Step.SharesWith shares ->
          new StepLine(
              taken, said + "." + shares.shared(), List.of(shares.number(), shares.bitsApart()));
      case Step.ObjectionDecided decided ->
          new StepLine(
              taken,
              said + (decided.upheld() ? ".upheld" : ".dismissed"),
              List.of(decided.reason()));
      case Step.RecipientsTold told -> new StepLine(taken, said, List.of(told.letters()));
      case Step.PapersDestroyed destroyed ->
          new StepLine(
              taken,
              said,
              List.of(destroyed.proposedBy(), destroyed.reason(), destroyed.legalBasis()));
    };
  }

  private static StepLine bare(Step.Taken taken) {
    return new StepLine(taken, "", List.of());
  }

  /** The words of whoever took the step; those of the machine are told in the reader's language. */
  private static StepLine words(Step.Taken taken, String words) {
    return switch (words) {
      case Step.JUDGEMENT_TAKEN_BACK -> new StepLine(taken, "step.why.taken-back", List.of());
      case Step.JUDGED_OTHERWISE -> new StepLine(taken, "step.why.judged-otherwise", List.of());
      case Step.CONFIRMED_AGAIN -> new StepLine(taken, "step.why.confirmed-again", List.of());
      default -> new StepLine(taken, "step.words", List.of(words));
    };
  }
}

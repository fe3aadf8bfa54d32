package ronda.casework.watch;

import java.util.Optional;

/** Which step may follow which, on the watchlist (alur pengawasan). */
public final class WatchFlow {
  /** How long a note or a reason may be, in characters. */
  public static final int LONGEST_TEXT = 2_000;

  /** How many steps one account may have: a history that people still read. */
  public static final int MOST_STEPS = 2_000;

  private WatchFlow() {}

  /** What came of an attempt to add a step. */
  public sealed interface Answer {
    /** The account with the step. */
    record Done(WatchedAccount account) implements Answer {}

    /** It may not follow, and why. */
    record Refused(Refusal reason) implements Answer {}
  }

  /** Why a step may not follow. */
  public enum Refusal {
    /** It is on the watchlist already: one account stands there once. */
    ALREADY_WATCHED,
    NO_SUCH_ACCOUNT,
    /** It stands so already. */
    STANDS_SO,
    /** From where it stands, it cannot come to that. */
    NOT_FROM_HERE,
    /** Nobody watches it any more: take it up again first. */
    RELEASED,
    /** A change without a reason, or a note without a word. */
    BLANK,
    TOO_LONG,
    /** Its history is as long as a history may be. */
    FULL
  }

  /** The account with {@code taken}, or why it may not follow. */
  public static Answer after(WatchedAccount account, WatchStep.Taken taken) {
    return whyNot(account, taken.step())
        .<Answer>map(Answer.Refused::new)
        .orElseGet(() -> new Answer.Done(account.after(taken)));
  }

  private static Optional<Refusal> whyNot(WatchedAccount account, WatchStep step) {
    if (account.history().size() >= MOST_STEPS) {
      return Optional.of(Refusal.FULL);
    }
    return switch (step) {
      case WatchStep.Entered entered -> Optional.of(Refusal.ALREADY_WATCHED);
      case WatchStep.Moved moved ->
          cannotMove(account.state(), moved.to()).or(() -> cannotSay(moved.reason()));
      case WatchStep.Described described ->
          released(account).or(() -> cannotSay(described.reason()));
      case WatchStep.Looked looked -> released(account).or(() -> tooLong(looked.note()));
      case WatchStep.CaseLinked linked ->
          account.cases().contains(linked.number())
              ? Optional.of(Refusal.STANDS_SO)
              : released(account);
      case WatchStep.Noted noted -> cannotSay(noted.text()); // One may write on any, for ever.
    };
  }

  private static Optional<Refusal> cannotMove(WatchState from, WatchState to) {
    if (from == to) {
      return Optional.of(Refusal.STANDS_SO);
    }
    return from.next().contains(to) ? Optional.empty() : Optional.of(Refusal.NOT_FROM_HERE);
  }

  private static Optional<Refusal> released(WatchedAccount account) {
    return account.state() == WatchState.RELEASED
        ? Optional.of(Refusal.RELEASED)
        : Optional.empty();
  }

  private static Optional<Refusal> cannotSay(String text) {
    return text.isBlank() ? Optional.of(Refusal.BLANK) : tooLong(text);
  }

  static Optional<Refusal> tooLong(String text) {
    return text.length() > LONGEST_TEXT ? Optional.of(Refusal.TOO_LONG) : Optional.empty();
  }
}

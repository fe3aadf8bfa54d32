package ronda.casework.review;

import java.util.List;
import java.util.Locale;

/** How far the review of a job has come (keadaan tugas), computed from what people said of it. */
public enum Standing {
  /** Nobody has judged it. */
  WAITING,
  /** A second person is to judge it without knowing what the first said. */
  AWAITS_SECOND,
  /** Two people disagree; a third decides, and sees what both said. */
  DISPUTED,
  /** Decided: harmful, as far as can be seen. */
  CONFIRMED,
  /** Decided: not harmful. */
  DISMISSED,
  /** Decided elsewhere: it is the same as another job. */
  DUPLICATE;

  private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The stable code, such as {@code awaits-second}. */
  public String code() {
    return code;
  }

  public boolean isDecided() {
    return switch (this) {
      case WAITING, AWAITS_SECOND, DISPUTED -> false;
      case CONFIRMED, DISMISSED, DUPLICATE -> true;
    };
  }

  /** Whether people found it harmful, or the same as another: its posts may be in a case. */
  public boolean isFound() {
    return this == CONFIRMED || this == DUPLICATE;
  }

  /** Where a job stands of which this was said, oldest first. */
  static Standing of(List<Judgement> judgements, boolean needsTwo) {
    if (!judgements.isEmpty() && judgements.getLast().overrules()) {
      return decided(judgements.getLast().verdict()); // Whatever was said, and of how many.
    }
    List<Verdict> verdicts =
        judgements.stream()
            .map(Judgement::verdict)
            .filter(verdict -> !(verdict instanceof Verdict.NeedsSecond))
            .toList();
    if (verdicts.isEmpty()) {
      return judgements.isEmpty() ? WAITING : AWAITS_SECOND;
    }
    Verdict last = verdicts.getLast();
    return switch (verdicts.size()) {
      case 1 -> needsTwo ? AWAITS_SECOND : decided(last);
      case 2 -> verdicts.getFirst().agreesWith(last) ? decided(last) : DISPUTED;
      default -> decided(last);
    };
  }

  private static Standing decided(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Confirmed confirmed -> CONFIRMED;
      case Verdict.NotHarmful not -> DISMISSED;
      case Verdict.DuplicateOf duplicate -> DUPLICATE;
      case Verdict.NeedsSecond second -> AWAITS_SECOND;
    };
  }
}

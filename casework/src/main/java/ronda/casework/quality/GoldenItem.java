package ronda.casework.quality;

import java.util.Optional;
import java.util.UUID;
import ronda.casework.review.Verdict;

/**
 * A decided job whose right verdict is known beyond doubt (butir emas). Copies of it are shown to
 * reviewers now and then; the job itself stays as it is.
 *
 * @param right what should be said of it: confirmed or not harmful
 * @param why what a reviewer is told afterwards
 */
public record GoldenItem(UUID id, UUID job, Verdict right, String why) {
  /** How long an explanation may be, in characters. */
  public static final int LONGEST_WHY = 2_000;

  public GoldenItem {
    if (why.isBlank() || why.length() > LONGEST_WHY) {
      throw new IllegalArgumentException(
          "a golden item says in at most " + LONGEST_WHY + " characters why it is so");
    }
    if (right instanceof Verdict.NeedsSecond || right instanceof Verdict.DuplicateOf) {
      throw new IllegalArgumentException("a golden item is harmful or not, was " + right.code());
    }
  }

  /**
   * Whether this is the right verdict. How severe it is may be seen differently. Empty for somebody
   * who asked for a second person: that is never wrong.
   */
  public Optional<Boolean> isRight(Verdict said) {
    return said instanceof Verdict.NeedsSecond
        ? Optional.empty()
        : Optional.of(right.agreesWith(said));
  }
}

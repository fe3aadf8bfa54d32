package ronda.identify.decide;

import java.util.Optional;

/**
 * How often a condition could not be answered since it was read, and why (gagal dihitung): each
 * time its policy was silent on a post. Counts every asking, of a stretch too.
 *
 * @param times 0 or more
 * @param first why it failed first; empty if it never did
 * @param last why it failed last; empty if it never did
 */
public record Failures(long times, Optional<Why> first, Optional<Why> last) {
  /** It was always answered. */
  public static final Failures NONE = new Failures(0, Optional.empty(), Optional.empty());

  /** Why evaluating failed. */
  public enum Why {
    DIVIDED_BY_ZERO("a division by zero"),
    TOO_LARGE("a number that grew too large"),
    NOT_ANSWERED("the expression has no answer there");

    private final String words;

    Why(String words) {
      this.words = words;
    }

    /** In English, as part of a sentence. */
    public String words() {
      return words;
    }
  }

  /** With one more. */
  public Failures and(Why why) {
    return new Failures(times + 1, first.or(() -> Optional.of(why)), Optional.of(why));
  }
}

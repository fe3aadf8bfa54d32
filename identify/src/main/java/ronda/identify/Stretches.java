package ronda.identify;

import java.util.ArrayList;
import java.util.List;
import ronda.identify.post.Category;
import ronda.identify.post.Span;
import ronda.identify.post.Stance;
import ronda.identify.signal.TermFound;

/**
 * Where in a long text something may hide: the words around each listed word. A short advertisement
 * behind a piece of news is outweighed by it, in the score and in the stance.
 *
 * <p>The work is bounded by the length of the text: each of its words lies in at most five
 * stretches, however many listed words it has.
 */
final class Stretches {
  private Stretches() {}

  /**
   * The stretches of a text, in its order; none where the text is hardly longer than one, and none
   * where somebody warns.
   *
   * @param reach how many words, parted by white space, on each side of a listed word
   */
  static List<Span> of(String text, List<TermFound> terms, Category category, int reach) {
    List<Span> stretches = new ArrayList<>();
    int next = 0;
    for (TermFound term : terms) {
      if (term.concerns(category) && term.stance() == Stance.MENTIONS && !term.isWeightless()) {
        return List.of();
      }
      if (term.speaksFor(category) && !term.needsConfirmation() && term.span().start() >= next) {
        int from = before(text, term.span().start(), reach);
        int to = behind(text, term.span().end(), reach);
        if (!isNearlyAll(to - from, text.length())) {
          stretches.add(new Span(from, to));
        }
        next = behind(text, term.span().end(), reach / 2);
      }
    }
    return stretches;
  }

  private static boolean isNearlyAll(int length, int ofAll) {
    return 5L * length > 4L * ofAll;
  }

  /** Where the words that many before {@code at} begin, with the rest of the word it stands in. */
  private static int before(String text, int at, int words) {
    int from = at;
    for (int i = 0; i <= words && from > 0; i++) {
      while (i > 0 && from > 0 && isWhite(text.charAt(from - 1))) {
        from--;
      }
      while (from > 0 && !isWhite(text.charAt(from - 1))) {
        from--;
      }
    }
    return from;
  }

  /** Where the words that many behind {@code at} end, with the rest of the word it stands in. */
  private static int behind(String text, int at, int words) {
    int to = at;
    for (int i = 0; i <= words && to < text.length(); i++) {
      while (i > 0 && to < text.length() && isWhite(text.charAt(to))) {
        to++;
      }
      while (to < text.length() && !isWhite(text.charAt(to))) {
        to++;
      }
    }
    return to;
  }

  private static boolean isWhite(char c) {
    return c <= ' ' || Character.isWhitespace(c);
  }
}

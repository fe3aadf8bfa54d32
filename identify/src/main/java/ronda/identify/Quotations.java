package ronda.identify;

import java.util.ArrayList;
import java.util.List;
import ronda.identify.post.Span;

/** What stands between quotation marks. One pass over the text. */
final class Quotations {
  /** In UTF-16 units; a mark that is not closed within them is taken for a slip. */
  private static final int LONGEST = 2_000;

  /**
   * Behind so many quotations, or marks that are not closed, a text is no further looked through.
   */
  private static final int MOST = 200;

  /** In place of a mark that closes. */
  private static final char NONE = 0;

  private Quotations() {}

  /**
   * The first 200 quotations of a text, in its order, with their marks; none lies in another. A
   * mark that is not closed opens none.
   *
   * @param least how many words one has at least
   */
  static List<Span> in(String text, int least) {
    List<Span> found = new ArrayList<>();
    int marks = 0;
    for (int i = 0; i < text.length() && marks < MOST; i++) {
      char close = closing(text, i);
      if (close == NONE) {
        continue;
      }
      marks++;
      int end = end(text, i + 1, close);
      if (end >= 0) {
        if (words(text, i + 1, end) >= least) {
          found.add(new Span(i, end + 1));
        }
        i = end;
      }
    }
    return found;
  }

  /** How many words, parted by white space, stand between two places. */
  static int words(String text, int from, int to) {
    int words = 0;
    boolean within = false;
    for (int i = from; i < to; i++) {
      boolean letter = Character.isLetterOrDigit(text.charAt(i));
      if (letter && !within) {
        words++;
        within = true;
      } else if (!letter && Character.isWhitespace(text.charAt(i))) {
        within = false;
      }
    }
    return words;
  }

  /** The mark that closes what the character at {@code i} opens; {@link #NONE} if it opens none. */
  private static char closing(String text, int i) {
    return switch (text.charAt(i)) {
      case '"' -> '"';
      case '\u201c', '\u201e' -> '\u201d';
      case '\u00ab' -> '\u00bb';
      case '\u2018' -> '\u2019';
      case '\'' -> i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)) ? '\'' : NONE;
      default -> NONE;
    };
  }

  private static int end(String text, int from, char close) {
    int to = Math.min(text.length(), from + LONGEST);
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == close && (!isApostrophe(close) || isEndOfWord(text, i))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isApostrophe(char mark) {
    return mark == '\'' || mark == '\u2019';
  }

  private static boolean isEndOfWord(String text, int i) {
    return i + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(i + 1));
  }
}

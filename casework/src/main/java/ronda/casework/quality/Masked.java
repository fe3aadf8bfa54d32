package ronda.casework.quality;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import ronda.casework.intake.FoundPost;
import ronda.identify.signal.EntityFound;

/**
 * A post's text without the people in it (teks bertopeng): for others to learn from. Letters of
 * what names somebody become x, digits 0, so that the shape stays: a number to call still looks
 * like one and calls nobody. Handles become {@code @user}.
 *
 * <p>What is masked: every contact, account and address that Ronda found, the author's name
 * wherever it stands, every @handle, everything with an @ within it, what follows {@code http},
 * {@code www.} or a name with a dot and a slash, and every number of seven digits or more, whatever
 * stands between them. Names of people that nothing marks as such stay.
 */
public final class Masked {
  private static final int LONG_NUMBER = 7;
  private static final int SHORTEST_NAME = 3;

  /** An operator's prefix calls nobody. */
  private static final int PREFIX = 4;

  private final String text;
  private final BitSet hidden;

  private Masked(String text) {
    this.text = text;
    this.hidden = new BitSet(text.length());
  }

  /** The text of a post that was found. */
  public static String text(FoundPost found) {
    Masked masked = new Masked(found.post().text());
    for (EntityFound entity : found.entities()) {
      switch (entity.entityKind()) {
        case PRICE, HANDLE, BLOCKED_DOMAIN -> {}
        default -> masked.hidden.set(entity.span().start(), entity.span().end());
      }
    }
    masked.name(found.post().origin().author());
    masked.words();
    masked.numbers();
    return masked.written();
  }

  private void name(String author) {
    String name = author.startsWith("@") ? author.substring(1) : author;
    if (name.strip().length() < SHORTEST_NAME) {
      return;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.length() != text.length()) {
      lower = text;
    }
    String wanted = name.toLowerCase(Locale.ROOT);
    for (int at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + 1)) {
      hidden.set(at, Math.min(at + wanted.length(), text.length()));
    }
  }

  /** Words that are addresses. Handles are left to {@link #written}. */
  private void words() {
    int from = 0;
    while (from < text.length()) {
      int to = from;
      while (to < text.length() && !Character.isWhitespace(text.charAt(to))) {
        to++;
      }
      if (isAddress(text.substring(from, to).toLowerCase(Locale.ROOT))) {
        hidden.set(from, to);
      }
      from = to + 1;
    }
  }

  private static boolean isAddress(String word) {
    int dot = word.indexOf('.');
    int slash = word.indexOf('/');
    return word.contains("://")
        || word.contains("www.")
        || word.lastIndexOf('@') > 0 && word.indexOf('.', word.lastIndexOf('@')) > 0
        || dot > 0 && slash > dot + 1;
  }

  /** Long numbers, but for an operator's prefix at the beginning. */
  private void numbers() {
    int at = 0;
    while (at < text.length()) {
      if (!isDigit(text.charAt(at))) {
        at++;
        continue;
      }
      List<Integer> digits = new ArrayList<>();
      int to = at;
      while (to < text.length() && (isDigit(text.charAt(to)) || isBetween(to))) {
        if (isDigit(text.charAt(to))) {
          digits.add(to);
        }
        to++;
      }
      hide(digits);
      at = to;
    }
  }

  private void hide(List<Integer> digits) {
    if (digits.size() < LONG_NUMBER) {
      return;
    }
    boolean phone = text.charAt(digits.get(0)) == '0' && text.charAt(digits.get(1)) == '8';
    for (int i = 0; i < digits.size(); i++) {
      hidden.set(digits.get(i), !(phone && i < PREFIX));
    }
  }

  /** One sign, or two, that stand between digits of one number. */
  private boolean isBetween(int at) {
    return " -.()".indexOf(text.charAt(at)) >= 0
        && (at + 1 < text.length() && isDigit(text.charAt(at + 1))
            || at + 2 < text.length()
                && " -.()".indexOf(text.charAt(at + 1)) >= 0
                && isDigit(text.charAt(at + 2)));
  }

  private static boolean isDigit(char c) {
    return Character.isDigit(c);
  }

  private String written() {
    StringBuilder shown = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      if (isHandle(at)) {
        shown.append("@user");
        at++;
        while (at < text.length() && isHandleLetter(text.charAt(at))) {
          at++;
        }
        continue;
      }
      shown.append(hidden.get(at) ? shape(text.charAt(at)) : text.charAt(at));
      at++;
    }
    return shown.toString();
  }

  private boolean isHandle(int at) {
    return text.charAt(at) == '@'
        && !hidden.get(at)
        && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
        && at + 1 < text.length()
        && isHandleLetter(text.charAt(at + 1));
  }

  private static boolean isHandleLetter(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.';
  }

  private static char shape(char c) {
    if (Character.isDigit(c)) {
      return '0';
    }
    if (Character.isSurrogate(c) || Character.isLetter(c)) {
      return Character.isUpperCase(c) ? 'X' : 'x';
    }
    return c;
  }
}

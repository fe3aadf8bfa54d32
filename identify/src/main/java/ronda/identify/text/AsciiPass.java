package ronda.identify.text;

import static ronda.identify.text.Eight.ONES;
import static ronda.identify.text.Eight.TOPS;
import static ronda.identify.text.Eight.afterNext;
import static ronda.identify.text.Eight.between;
import static ronda.identify.text.Eight.next;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Folds a text of ASCII where it stands, {@link Eight} bytes at a time. */
final class AsciiPass {
  /** How many bounds are written at once, wanted or not: cheaper than to ask how many there are. */
  private static final int BOUNDS_AT_ONCE = 4;

  private AsciiPass() {}

  /**
   * The plain text, or null if some character must go.
   *
   * @param bytes the text's own in UTF-8, as many as it has characters; they become the plain ones,
   *     and are of no more use if the answer is null
   */
  // Longer than most methods here, because all of it must stay in registers.
  static @Nullable PlainText read(String text, byte[] bytes) {
    int[] bounds = new int[bytes.length / 2 + 24];
    int count = 0;
    int hints = 0;
    long beforeWord = 0;
    long beforeCapitals = 0;
    long beforeSmall = 0;
    long beforeDigits = 0;
    long beforeLetters = 0;
    long beforePlain = 0;
    long beforeChange = TOPS;
    long beforeTwice = 0;
    for (int at = 0; at < bytes.length; at += 8) {
      boolean whole = at + 8 <= bytes.length;
      long eight = whole ? Eight.get(bytes, at) : filledUp(bytes, at);
      if (between(eight, ' ', 0x7E) != TOPS) {
        eight = withSpaces(eight);
        if (eight < 0) {
          return null;
        }
      }
      long capitals = between(eight, 'A', 'Z');
      long plain = eight | capitals >>> 2; // 0x80 becomes 0x20, which makes a capital small
      long letters = between(plain, 'a', 'z');
      long digits = between(plain, '0', '9');
      long word = letters | digits;
      if (whole) {
        Eight.set(bytes, at, plain);
      } else {
        write(plain, bytes, at);
      }

      long bound = word ^ next(word, beforeWord); // set where a word begins or ends
      if (count + 9 > bounds.length) {
        bounds = Arrays.copyOf(bounds, bounds.length * 2);
      }
      int found = Long.bitCount(bound);
      for (int i = 0; i < BOUNDS_AT_ONCE; i++) {
        bounds[count + i] = at + (Long.numberOfTrailingZeros(bound) >>> 3);
        bound &= bound - 1;
      }
      for (int i = BOUNDS_AT_ONCE; i < found; i++) {
        bounds[count + i] = at + (Long.numberOfTrailingZeros(bound) >>> 3);
        bound &= bound - 1;
      }
      count += found;

      long digitBefore = next(digits, beforeDigits);
      long capitalBefore = next(capitals, beforeCapitals);
      long loud = capitals & (capitalBefore | digitBefore) | digits & capitalBefore;
      // Set where a character differs from the one before it; their difference is below 0x80.
      long change = (plain ^ next(plain, beforePlain)) + ONES * 0x7F & TOPS;
      long twice = ~change & letters;
      long thrice = twice & ~next(change, beforeChange);
      long small = letters & ~capitals;
      hints |=
          hint(capitals & next(small, beforeSmall), Hints.INNER_CAPITAL)
              | hint(loud, Hints.CAPITALS)
              | hint(digits & next(letters, beforeLetters), Hints.LETTER_THEN_DIGIT)
              | hint(letters & digitBefore, Hints.DIGIT_THEN_LETTER)
              | hint(digits, Hints.DIGITS)
              | hint(thrice, Hints.DRAWN_OUT)
              | hint(twice & afterNext(twice, beforeTwice), Hints.IN_PAIRS);
      beforeWord = word;
      beforeCapitals = capitals;
      beforeSmall = small;
      beforeDigits = digits;
      beforeLetters = letters;
      beforePlain = plain;
      beforeChange = change;
      beforeTwice = twice;
    }
    if (beforeWord < 0 && bytes.length % 8 == 0) {
      bounds[count++] = bytes.length;
    }
    return PlainText.ofAscii(text, bytes, bounds, count / 2, hints);
  }

  private static int hint(long mask, int hint) {
    return mask == 0 ? 0 : hint;
  }

  /** The last bytes, filled up with spaces, which end the last word. */
  private static long filledUp(byte[] bytes, int from) {
    long eight = ONES * ' ';
    for (int i = 0; from + i < bytes.length; i++) {
      eight = eight & ~(0xFFL << 8 * i) | (long) bytes[from + i] << 8 * i;
    }
    return eight;
  }

  private static void write(long eight, byte[] bytes, int from) {
    for (int i = 0; from + i < bytes.length; i++) {
      bytes[from + i] = (byte) (eight >>> 8 * i);
    }
  }

  /** White space made spaces; a number below 0 if one of the eight must go. */
  private static long withSpaces(long eight) {
    long white = between(eight, '\t', '\r');
    boolean othersArePlain = (white | between(eight, ' ', 0x7E)) == TOPS;
    return othersArePlain ? eight & ~((white >>> 7) * 0xFF) | white >>> 2 : -1;
  }
}

package ronda.identify.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Folds a text of ASCII where it stands, eight bytes at a time.
 *
 * <p>In each long, byte k is the k-th of eight characters, all below 0x80. To ask all eight whether
 * they are at least {@code c}, add {@code 0x80 - c} to each and look at the top bits; no sum
 * carries into the next byte. A mask has 0x80 in the bytes it holds for.
 */
final class AsciiPass {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long TOPS = ONES << 7;

  /** How many bounds are written at once, wanted or not: cheaper than to ask how many there are. */
  private static final int BOUNDS_AT_ONCE = 4;

  private AsciiPass() {}

  /** The plain text, or null if some character is not ASCII, or must go. */
  static @Nullable PlainText read(String text) {
    // An intrinsic, and as long as the text only if all of it is ASCII (or a lone surrogate, which
    // becomes a question mark in its place). Then nothing moves, and no offsets are needed.
    byte[] bytes = text.getBytes(UTF_8);
    return bytes.length == text.length() ? fold(text, bytes) : null;
  }

  // Longer than most methods here, because all of it must stay in registers.
  private static @Nullable PlainText fold(String text, byte[] bytes) {
    int[] bounds = new int[bytes.length / 2 + 24];
    int count = 0;
    int hints = 0;
    long beforeWord = 0;
    long beforeCapitals = 0;
    long beforeDigits = 0;
    long beforeLetters = 0;
    long beforePlain = 0;
    long beforeChange = TOPS;
    long beforeTwice = 0;
    for (int at = 0; at < bytes.length; at += 8) {
      boolean whole = at + 8 <= bytes.length;
      long eight = whole ? (long) LONGS.get(bytes, at) : filledUp(bytes, at);
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
        LONGS.set(bytes, at, plain);
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
      hints |=
          hint(loud, Hints.CAPITALS)
              | hint(digits & next(letters, beforeLetters), Hints.LETTER_THEN_DIGIT)
              | hint(letters & digitBefore, Hints.DIGIT_THEN_LETTER)
              | hint(digits, Hints.DIGITS)
              | hint(thrice, Hints.DRAWN_OUT)
              | hint(twice & afterNext(twice, beforeTwice), Hints.IN_PAIRS);
      beforeWord = word;
      beforeCapitals = capitals;
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

  /** What stood one character earlier, at each place. */
  private static long next(long now, long before) {
    return now << 8 | before >>> 56;
  }

  /** What stood two characters earlier, at each place. */
  private static long afterNext(long now, long before) {
    return now << 16 | before >>> 48;
  }

  private static long atLeast(long eight, int c) {
    return eight + ONES * (0x80 - c);
  }

  private static long between(long eight, int first, int last) {
    return atLeast(eight, first) & ~atLeast(eight, last + 1) & TOPS;
  }
}

package ronda.identify.text;

import static ronda.identify.text.Eight.TOPS;
import static ronda.identify.text.Eight.afterNext;
import static ronda.identify.text.Eight.next;

/** How the 128 characters of ASCII are read. */
final class Ascii {
  static final byte OTHER = 0;
  static final byte SMALL = 1;
  static final byte CAPITAL = 2;
  static final byte DIGIT = 4;

  /** A control character that is no white space: it goes. */
  static final byte CONTROL = 8;

  /** The kinds that words are made of. */
  static final int WORD = SMALL | CAPITAL | DIGIT;

  static final byte[] KIND = new byte[128];

  /** The plain byte: small letters, and a space for every kind of white space. */
  static final byte[] PLAIN = new byte[128];

  static {
    for (int c = 0; c < 128; c++) {
      KIND[c] = kind(c);
      PLAIN[c] = plain(c);
    }
  }

  private Ascii() {}

  /**
   * Which of {@link Hints#DRAWN_OUT} and {@link Hints#IN_PAIRS} a plain text gives: three equal
   * small letters in a row; a letter twice, and right behind it a letter twice.
   */
  static int repeats(byte[] plain, int length) {
    long thrice = 0;
    long pairs = 0;
    long before = 0;
    long twiceBefore = 0;
    for (int at = 0; at < length; at += Long.BYTES) {
      long eight = Eight.from(plain, at) & Eight.first(Math.min(Long.BYTES, length - at));
      long low = eight & ~TOPS;
      // Two differ where the low bits differ or the top ones do; their sum carries no further.
      long differ = eight ^ next(eight, before);
      differ = (differ & ~TOPS) + ~TOPS | differ;
      long twice = ~differ & Eight.atLeast(low, 'a') & ~eight & TOPS;
      thrice |= twice & next(twice, twiceBefore);
      pairs |= twice & afterNext(twice, twiceBefore);
      before = eight;
      twiceBefore = twice;
    }
    return (thrice != 0 ? Hints.DRAWN_OUT : 0) | (pairs != 0 ? Hints.IN_PAIRS : 0);
  }

  private static byte kind(int c) {
    if (c >= 'a' && c <= 'z') {
      return SMALL;
    }
    if (c >= 'A' && c <= 'Z') {
      return CAPITAL;
    }
    if (c >= '0' && c <= '9') {
      return DIGIT;
    }
    boolean whiteSpace = c >= '\t' && c <= '\r';
    return c == 0x7F || c < ' ' && !whiteSpace ? CONTROL : OTHER;
  }

  private static byte plain(int c) {
    if (KIND[c] == CAPITAL) {
      return (byte) (c + 'a' - 'A');
    }
    return (byte) (c >= '\t' && c <= '\r' ? ' ' : c);
  }
}

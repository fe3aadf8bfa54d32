package ronda.identify.text;

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
    boolean thrice = false;
    boolean pairs = false;
    boolean twiceBefore = false;
    boolean twiceBeforeThat = false;
    for (int i = 1; i < length; i++) {
      byte c = plain[i];
      boolean twice = c >= 'a' & c == plain[i - 1];
      thrice |= twice & twiceBefore;
      pairs |= twice & twiceBeforeThat;
      twiceBeforeThat = twiceBefore;
      twiceBefore = twice;
    }
    return (thrice ? Hints.DRAWN_OUT : 0) | (pairs ? Hints.IN_PAIRS : 0);
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

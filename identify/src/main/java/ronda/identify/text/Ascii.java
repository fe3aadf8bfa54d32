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

  /** Whether a plain text has three equal small letters in a row. */
  static boolean hasThriceALetter(byte[] plain, int length) {
    boolean thrice = false;
    for (int i = 2; i < length; i++) {
      byte c = plain[i];
      thrice |= c >= 'a' & c == plain[i - 1] & c == plain[i - 2];
    }
    return thrice;
  }

  /** Whether a letter stands twice in a plain text, and right behind it a letter twice. */
  static boolean hasLettersInPairs(byte[] plain, int length) {
    boolean pairs = false;
    for (int i = 3; i < length; i++) {
      byte c = plain[i];
      byte b = plain[i - 2];
      pairs |= c >= 'a' & c == plain[i - 1] & b >= 'a' & b == plain[i - 3];
    }
    return pairs;
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

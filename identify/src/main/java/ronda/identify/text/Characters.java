package ronda.identify.text;

/** What an ASCII character of a plain text is. */
final class Characters {
  private Characters() {}

  static boolean isLetter(int c) {
    return c >= 'a' && c <= 'z';
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  static boolean isConsonant(int c) {
    return isLetter(c) && "aeiou".indexOf(c) < 0;
  }
}

package ronda.identify.text;

/** What an ASCII character of a plain text is. */
final class Characters {
  private Characters() {}

  static boolean isLetter(int c) {
    return c >= 'a' && c <= 'z';
  }

  static boolean isDigit(int c) {
    return (char) (c - '0') <= 9; // one comparison, without a branch
  }

  static boolean isConsonant(int c) {
    return isLetter(c) && "aeiou".indexOf(c) < 0;
  }
}

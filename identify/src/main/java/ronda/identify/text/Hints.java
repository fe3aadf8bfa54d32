package ronda.identify.text;

/** What somewhere in a text is seen in passing, so that the dear questions need not be asked. */
final class Hints {
  /** Two capitals, or a capital and a digit, next to each other. */
  static final int CAPITALS = 1;

  static final int LETTER_THEN_DIGIT = 1 << 1;
  static final int DIGIT_THEN_LETTER = 1 << 2;
  static final int DIGITS = 1 << 3;

  /** Three equal letters in a row. */
  static final int DRAWN_OUT = 1 << 4;

  /** One letter twice, and behind it one letter twice, as in {@code ggaaccoorr} and in balloon. */
  static final int IN_PAIRS = 1 << 5;

  /** Flags: two regional indicators each. */
  static final int FLAGS = 1 << 6;

  /** A capital right behind a small letter; told of ASCII texts alone. */
  static final int INNER_CAPITAL = 1 << 7;

  private Hints() {}
}

package ronda.identify.text;

/** What stands between two neighbouring words of a plain text. */
final class Gap {
  /** Pieces of one name stand no further apart than this many characters. */
  private static final int NARROW = 3;

  private Gap() {}

  /** Whether at most three characters stand between word {@code i} and the next. */
  static boolean isNarrow(PlainText text, int i) {
    return characters(text, i, NARROW) <= NARROW;
  }

  /** How many characters stand between word {@code i} and the next; at most {@code most} + 1. */
  static int characters(PlainText text, int i, int most) {
    byte[] bytes = text.bytes();
    int to = text.wordStart(i + 1);
    int count = 0;
    for (int at = text.wordEnd(i); at < to && count <= most; at++) {
      boolean startsCharacter = (bytes[at] & 0xC0) != 0x80;
      count += startsCharacter ? 1 : 0;
    }
    return count;
  }

  /** Whether the same characters stand after word {@code i} as after word {@code j}. */
  static boolean same(PlainText text, int i, int j) {
    int length = text.wordStart(i + 1) - text.wordEnd(i);
    if (length != text.wordStart(j + 1) - text.wordEnd(j)) {
      return false;
    }
    for (int k = 0; k < length; k++) {
      if (text.bytes()[text.wordEnd(i) + k] != text.bytes()[text.wordEnd(j) + k]) {
        return false;
      }
    }
    return true;
  }

  /** Whether a sign outside ASCII, mostly an emoji, stands after word {@code i}. */
  static boolean hasFancySign(PlainText text, int i) {
    int to = text.wordStart(i + 1);
    for (int at = text.wordEnd(i); at < to; at++) {
      if (text.bytes()[at] < 0) {
        return true;
      }
    }
    return false;
  }

  static boolean hasDot(PlainText text, int i) {
    return has(text, i, '.');
  }

  static boolean hasSpace(PlainText text, int i) {
    return has(text, i, ' ');
  }

  /** Whether a sign stands after word {@code i} that times, sums and dates have between digits. */
  static boolean hasTimeOrSum(PlainText text, int i) {
    return has(text, i, ':') || has(text, i, ',') || has(text, i, '.') || has(text, i, '/');
  }

  private static boolean has(PlainText text, int i, char sign) {
    int to = text.wordStart(i + 1);
    for (int at = text.wordEnd(i); at < to; at++) {
      if (text.bytes()[at] == sign) {
        return true;
      }
    }
    return false;
  }
}

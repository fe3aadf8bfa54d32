package ronda.identify.lexicon;

import java.util.Arrays;

/** Phrases found in one reading, in the order in which the finder came upon them. */
final class Hits {
  /**
   * The most hits that are kept of one text: about ten thousand words of nothing but terms. What
   * stands behind changes no verdict.
   */
  static final int MOST = 10_000;

  private static final int INTS = 4;

  private int[] ints = new int[INTS * 8];
  private int size;

  void add(int phrase, int from, int to, int word) {
    if (size == MOST) {
      return;
    }
    if (INTS * (size + 1) > ints.length) {
      ints = Arrays.copyOf(ints, 2 * ints.length);
    }
    int at = INTS * size++;
    ints[at] = phrase;
    ints[at + 1] = from;
    ints[at + 2] = to;
    ints[at + 3] = word;
  }

  int size() {
    return size;
  }

  int phrase(int i) {
    return ints[INTS * i];
  }

  /** Where hit {@code i} begins in the reading's bytes. */
  int from(int i) {
    return ints[INTS * i + 1];
  }

  int to(int i) {
    return ints[INTS * i + 2];
  }

  /** The first word of hit {@code i}. */
  int word(int i) {
    return ints[INTS * i + 3];
  }
}

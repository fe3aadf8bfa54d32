package ronda.identify.lexicon;

import ronda.identify.text.PlainText;

/**
 * A text as the finder reads it. Its arrays are shared with whoever made them, and not written to.
 *
 * @param bytes positions 0 to {@code length} count
 * @param bounds where each word begins and ends, by turns
 * @param words how many words there are
 */
record Reading(byte[] bytes, int length, int[] bounds, int words) {

  /** The text as the light reading gives it. */
  static Reading light(PlainText text) {
    return new Reading(text.bytes(), text.length(), text.bounds(), text.words());
  }

  int wordStart(int i) {
    return bounds[2 * i];
  }

  int wordEnd(int i) {
    return bounds[2 * i + 1];
  }
}

package ronda.identify.classify;

/**
 * The tokens already counted in one text: who says the same word ten times says it once. Measured
 * on the tweets' folds, counting once is worth .004 F1 of hate speech and .008 macro-F1.
 */
final class Distinct {
  private static final int MOST_KEPT = 1 << 12;

  private long[] hashes = new long[128];

  /** In which text a slot was last filled. */
  private int[] texts = new int[128];

  private int text = 1;
  private int count;

  /** Begins another text. */
  void clear() {
    text++;
    count = 0;
    // After a very long text, or when the numbers run out, start afresh.
    if (text < 0 || hashes.length > MOST_KEPT) {
      hashes = new long[128];
      texts = new int[128];
      text = 1;
    }
  }

  /** Notes a hash; true if it was not there yet. */
  boolean add(long hash) {
    int mask = hashes.length - 1;
    int at = (int) (hash >>> 16) & mask;
    while (texts[at] == text) {
      if (hashes[at] == hash) {
        return false;
      }
      at = at + 1 & mask;
    }
    hashes[at] = hash;
    texts[at] = text;
    if (++count * 2 > hashes.length) {
      grow();
    }
    return true;
  }

  private void grow() {
    long[] oldHashes = hashes;
    int[] oldTexts = texts;
    hashes = new long[2 * oldHashes.length];
    texts = new int[hashes.length];
    count = 0;
    for (int k = 0; k < oldHashes.length; k++) {
      if (oldTexts[k] == text) {
        add(oldHashes[k]);
      }
    }
  }
}

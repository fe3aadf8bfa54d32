package ronda.identify.classify;

/**
 * The tokens and pairs already counted in one text: who says the same word ten times says it once.
 * Measured on the tweets' folds, counting once is worth .004 F1 of hate speech and .008 macro-F1.
 */
final class Distinct {
  private long[] slots = new long[128];
  private int count;
  private boolean zero;

  /** Notes a hash; true if it was not there yet. */
  boolean add(long hash) {
    if (hash == 0) {
      boolean first = !zero;
      zero = true;
      return first;
    }
    int mask = slots.length - 1;
    int at = (int) (hash >>> 32) & mask;
    while (slots[at] != 0) {
      if (slots[at] == hash) {
        return false;
      }
      at = at + 1 & mask;
    }
    slots[at] = hash;
    if (++count * 2 > slots.length) {
      grow();
    }
    return true;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[2 * old.length];
    int mask = slots.length - 1;
    for (long hash : old) {
      if (hash != 0) {
        int at = (int) (hash >>> 32) & mask;
        while (slots[at] != 0) {
          at = at + 1 & mask;
        }
        slots[at] = hash;
      }
    }
  }
}

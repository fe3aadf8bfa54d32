package ronda.identify.classify;

/**
 * Pairs of neighbouring words that wait to be looked up together: most are heeded by no model, and
 * the processor asks for many of them at once where one would have to wait for the other. For one
 * thread.
 */
final class WaitingPairs {
  private final Weights weights;
  private final long[] pairs;
  private int waiting;

  /** The pairs that this text has said: who says a pair ten times says it once, as with words. */
  private final Distinct said = new Distinct();

  /** The rows of the pairs that one model heeds. */
  private final int[] rows;

  /**
   * @param most how many wait at a time
   */
  WaitingPairs(Weights weights, int most) {
    this.weights = weights;
    pairs = new long[most];
    rows = new int[most];
  }

  /** Begins another text. */
  void clear() {
    said.clear();
  }

  /** Lets a pair wait; should there be no room, those that wait are added up first. */
  void add(long pair, long[] sums) {
    if (waiting == pairs.length) {
      flush(sums);
    }
    pairs[waiting++] = pair;
  }

  /** Adds what waits to {@code sums}. */
  void flush(long[] sums) {
    // No branch, here and below: what is not heeded is written over by the next.
    int heard = 0;
    for (int k = 0; k < waiting; k++) {
      long pair = pairs[k];
      pairs[heard] = pair;
      heard += weights.mayHeed(pair);
    }
    waiting = 0;
    heard = onlyNew(heard);
    for (int model = 0; heard > 0 && model < weights.models(); model++) {
      int heeded = 0;
      for (int k = 0; k < heard; k++) {
        rows[heeded] = weights.row(pairs[k]);
        heeded += weights.heeds(model, pairs[k]);
      }
      if (heeded > 0) {
        weights.addOf(model, rows, 0, heeded, sums);
      }
    }
  }

  /** Of the first {@code heard} pairs those that this text had not said before. */
  private int onlyNew(int heard) {
    int fresh = 0;
    for (int k = 0; k < heard; k++) {
      long pair = pairs[k];
      if (said.add(pair)) {
        pairs[fresh++] = pair;
      }
    }
    return fresh;
  }
}

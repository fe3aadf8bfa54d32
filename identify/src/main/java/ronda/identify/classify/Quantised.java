package ronda.identify.classify;

/**
 * A learnt table in whole numbers.
 *
 * @param rows for each row one number a label, and the squared length
 * @param step what 1 is worth in a weight
 */
record Quantised(short[] rows, float step) {

  /** Rounds each weight to the nearest step, the largest to 32,767. */
  static Quantised of(DualDescent learnt, float[] rarity, int labels) {
    int rows = learnt.weights.length / labels;
    float largest = 1e-6f;
    for (int r = 0; r < rows; r++) {
      for (int l = 0; l < labels; l++) {
        largest = Math.max(largest, Math.abs(weight(learnt, rarity, labels, r, l)));
      }
    }
    float step = largest / Short.MAX_VALUE;
    short[] table = new short[rows * (labels + 1)];
    for (int r = 0; r < rows; r++) {
      int at = r * (labels + 1);
      for (int l = 0; l < labels; l++) {
        table[at + l] = (short) Math.rint(weight(learnt, rarity, labels, r, l) / step);
      }
      float rare = r < rarity.length ? rarity[r] : 0;
      // What stands once among more examples than anybody has still fits, but never wraps around.
      table[at + labels] =
          (short) Math.min(Short.MAX_VALUE, Math.rint(rare * rare / Model.LENGTH_STEP));
    }
    return new Quantised(table, step);
  }

  /** What a row adds to a label's margin, its rarity or the post's fixed value multiplied in. */
  private static float weight(DualDescent learnt, float[] rarity, int labels, int row, int label) {
    float value = row < rarity.length ? rarity[row] : Corpus.POST_VALUE;
    return learnt.weights[row * labels + label] * value;
  }
}

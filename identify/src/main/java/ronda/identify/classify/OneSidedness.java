package ronda.identify.classify;

/**
 * How one-sidedly each row stands with each label: the size of its naive-Bayes log-odds. A row that
 * stands with a label as often as without it gets the least, {@link #LEAST}.
 */
final class OneSidedness {
  /** What a row that tells nothing still counts, so that it can be learnt in company. */
  private static final double LEAST = 0.25;

  private OneSidedness() {}

  /**
   * For row r and label l at {@code r * labels + l}; scaled so that the mean squared length of an
   * example is one. Zero for rows that no example has.
   */
  static float[] of(Corpus corpus, byte[][] truth, int labels, int rows) {
    int[] with = new int[rows * labels];
    int[] without = new int[rows * labels];
    int[] positives = new int[labels];
    int[] negatives = new int[labels];
    for (int i = 0; i < corpus.size(); i++) {
      for (int l = 0; l < labels; l++) {
        positives[l] += truth[i][l] > 0 ? 1 : 0;
        negatives[l] += truth[i][l] < 0 ? 1 : 0;
      }
      count(corpus.rows[i], truth[i], with, without);
    }
    float[] stretch = new float[rows * labels];
    for (int k = 0; k < stretch.length; k++) {
      if (with[k] + without[k] > 0) {
        double inFavour = (with[k] + 1.0) / (positives[k % labels] + 2.0);
        double against = (without[k] + 1.0) / (negatives[k % labels] + 2.0);
        stretch[k] = (float) (LEAST + Math.abs(StrictMath.log(inFavour / against)));
      }
    }
    return scaled(stretch, corpus, labels);
  }

  private static void count(int[] rows, byte[] truth, int[] with, int[] without) {
    int labels = truth.length;
    for (int row : rows) {
      for (int l = 0; l < labels; l++) {
        with[row * labels + l] += truth[l] > 0 ? 1 : 0;
        without[row * labels + l] += truth[l] < 0 ? 1 : 0;
      }
    }
  }

  private static float[] scaled(float[] stretch, Corpus corpus, int labels) {
    double sum = 0;
    for (int i = 0; i < corpus.size(); i++) {
      int[] rows = corpus.rows[i];
      for (int k = 0; k < rows.length; k++) {
        for (int l = 0; l < labels; l++) {
          double value = (double) corpus.values[i][k] * stretch[rows[k] * labels + l];
          sum += value * value;
        }
      }
    }
    double scale = sum == 0 ? 1 : Math.sqrt(corpus.size() * (double) labels / sum);
    for (int k = 0; k < stretch.length; k++) {
      stretch[k] *= (float) scale;
    }
    return stretch;
  }
}

package ronda.identify.classify;

import java.util.SplittableRandom;

/**
 * Learns a straight dividing line for each label: a support vector machine with squared hinge loss,
 * by coordinate descent in the dual (Hsieh, Chang, Lin, Keerthi, Sundararajan 2008, the method of
 * LIBLINEAR). The problem is convex, so there is one best answer and no luck in finding it.
 *
 * <p>Before that, each feature is stretched by how one-sidedly it stands with a label (Wang and
 * Manning 2012, "NB-SVM"), so that telling features are learnt from few examples.
 *
 * <p>All labels learn side by side, because a row's weights for all labels lie together in memory.
 */
final class DualDescent {
  /** Weight of row r for label l at {@code r * labels + l}, with its stretch multiplied in. */
  final float[] weights;

  final float[] bias;
  private final int labels;
  private final Corpus corpus;
  private final byte[][] truth;

  /** How much each row is stretched for each label; learning works on stretched rows. */
  private final float[] stretch;

  private DualDescent(Corpus corpus, byte[][] truth, int labels, int rows) {
    this.corpus = corpus;
    this.truth = truth;
    this.labels = labels;
    this.weights = new float[rows * labels];
    this.bias = new float[labels];
    this.stretch = OneSidedness.of(corpus, truth, labels, rows);
  }

  /**
   * @param truth for each example and label +1, -1, or 0 where nothing is known
   * @param cost for each example how much it counts
   */
  static DualDescent learn(
      Corpus corpus, byte[][] truth, double[] cost, int labels, int rows, Settings settings) {
    DualDescent learner = new DualDescent(corpus, truth, labels, rows);
    learner.descend(cost, settings);
    for (int k = 0; k < learner.weights.length; k++) {
      learner.weights[k] *= learner.stretch[k];
    }
    return learner;
  }

  private void descend(double[] cost, Settings settings) {
    int n = corpus.size();
    float[] alpha = new float[n * labels];
    float[] square = squares();
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    SplittableRandom random = new SplittableRandom(settings.seed());
    float[] step = new float[labels];
    for (int round = 0; round < settings.rounds(); round++) {
      shuffle(order, random);
      for (int i : order) {
        float slack = (float) (1 / (2 * settings.strictness() * cost[i]));
        stretchedScore(i, step);
        if (settle(i, alpha, square, slack, step)) {
          move(i, step);
        }
      }
    }
  }

  /** Squared lengths of the stretched examples, a label each, the bias included. */
  private float[] squares() {
    float[] square = new float[corpus.size() * labels];
    for (int i = 0; i < corpus.size(); i++) {
      int[] rows = corpus.rows[i];
      for (int l = 0; l < labels; l++) {
        square[i * labels + l] = 1;
      }
      for (int k = 0; k < rows.length; k++) {
        for (int l = 0; l < labels; l++) {
          float value = corpus.values[i][k] * stretch[rows[k] * labels + l];
          square[i * labels + l] += value * value;
        }
      }
    }
    return square;
  }

  private void stretchedScore(int i, float[] out) {
    int[] rows = corpus.rows[i];
    float[] values = corpus.values[i];
    System.arraycopy(bias, 0, out, 0, labels);
    for (int k = 0; k < rows.length; k++) {
      int at = rows[k] * labels;
      float value = values[k];
      for (int l = 0; l < labels; l++) {
        out[l] += weights[at + l] * stretch[at + l] * value;
      }
    }
  }

  /** Turns each label's score into the step its line takes; false if none moves. */
  private boolean settle(int i, float[] alpha, float[] square, float slack, float[] step) {
    boolean moves = false;
    for (int l = 0; l < labels; l++) {
      int at = i * labels + l;
      float y = truth[i][l];
      float before = alpha[at];
      float gradient = y * step[l] - 1 + slack * before;
      float after = y == 0 ? 0 : Math.max(0, before - gradient / (square[at] + slack));
      alpha[at] = after;
      step[l] = (after - before) * y;
      moves |= after != before;
    }
    return moves;
  }

  private void move(int i, float[] step) {
    int[] rows = corpus.rows[i];
    float[] values = corpus.values[i];
    for (int k = 0; k < rows.length; k++) {
      int at = rows[k] * labels;
      float value = values[k];
      for (int l = 0; l < labels; l++) {
        weights[at + l] += step[l] * stretch[at + l] * value;
      }
    }
    for (int l = 0; l < labels; l++) {
      bias[l] += step[l];
    }
  }

  /** How far on each label's side an example lies. */
  void score(int[] rows, float[] values, float[] out) {
    System.arraycopy(bias, 0, out, 0, labels);
    for (int k = 0; k < rows.length; k++) {
      int at = rows[k] * labels;
      float value = values[k];
      for (int l = 0; l < labels; l++) {
        out[l] += weights[at + l] * value;
      }
    }
  }

  private static void shuffle(int[] order, SplittableRandom random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
  }
}

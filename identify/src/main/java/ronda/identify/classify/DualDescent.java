package ronda.identify.classify;

import java.util.SplittableRandom;

/**
 * Learns a straight dividing line for each label: a support vector machine with squared hinge loss,
 * by coordinate descent in the dual (Hsieh, Chang, Lin, Keerthi, Sundararajan 2008, the method of
 * LIBLINEAR). The problem is convex, so there is one best answer and no luck in finding it.
 *
 * <p>All labels learn side by side, because a row's weights for all labels lie together in memory.
 */
final class DualDescent {
  /** weight of row r for label l at {@code r * labels + l}. */
  final float[] weights;

  final float[] bias;
  private final int labels;

  private DualDescent(int rows, int labels) {
    this.labels = labels;
    this.weights = new float[rows * labels];
    this.bias = new float[labels];
  }

  /**
   * @param truth for each example and label +1, -1, or 0 where nothing is known
   * @param cost for each example how much it counts
   */
  static DualDescent learn(
      Corpus corpus, byte[][] truth, double[] cost, int labels, int rows, Settings settings) {
    DualDescent learner = new DualDescent(rows, labels);
    int n = corpus.size();
    float[] alpha = new float[n * labels];
    float[] square = new float[n];
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
      double sum = 1;
      for (float value : corpus.values[i]) {
        sum += (double) value * value;
      }
      square[i] = (float) sum;
    }
    SplittableRandom random = new SplittableRandom(settings.seed());
    float[] step = new float[labels];
    for (int round = 0; round < settings.rounds(); round++) {
      shuffle(order, random);
      for (int i : order) {
        float slack = (float) (1 / (2 * settings.strictness() * cost[i]));
        learner.visit(corpus.rows[i], corpus.values[i], truth[i], alpha, i, square[i], slack, step);
      }
    }
    return learner;
  }

  private void visit(
      int[] rows,
      float[] values,
      byte[] truth,
      float[] alpha,
      int i,
      float square,
      float slack,
      float[] step) {
    score(rows, values, step);
    boolean moves = false;
    for (int l = 0; l < labels; l++) {
      float y = truth[l];
      float before = alpha[i * labels + l];
      float gradient = y * step[l] - 1 + slack * before;
      float after = y == 0 ? 0 : Math.max(0, before - gradient / (square + slack));
      alpha[i * labels + l] = after;
      step[l] = (after - before) * y;
      moves |= after != before;
    }
    if (!moves) {
      return;
    }
    for (int k = 0; k < rows.length; k++) {
      int at = rows[k] * labels;
      float value = values[k];
      for (int l = 0; l < labels; l++) {
        weights[at + l] += step[l] * value;
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

package ronda.identify.classify;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A rising line through points that sets right what the logistic curve leaves wrong: where scores
 * of 0.3 came true in four of ten cases, 0.3 becomes 0.4.
 *
 * <p>It is made of equally filled groups of texts not learnt. Each group is drawn towards the curve
 * by as much as {@link #DRAW} imagined texts, so that few texts bend little; groups that would fall
 * are joined (pool adjacent violators), and a slight tilt keeps different scores different.
 * Immutable.
 */
final class Bend {
  /** Two points a label are the least, twenty groups and the ends the most. */
  static final int MOST_POINTS = 22;

  private static final int GROUPS = 20;
  private static final double DRAW = 30;
  private static final double TILT = 0.02;

  /** Scores below 2^-24 are looked for from the first point on, like those just above. */
  private static final int SMALLEST = Float.floatToRawIntBits(0x1p-24f);

  /** Drops all but a score's order of size and the quarter of it. */
  private static final int QUARTERS = 21;

  private static final int LAST = Float.floatToRawIntBits(1) - SMALLEST >> QUARTERS;

  private final float[] scores;
  private final float[] shares;

  /** For each quarter of an order of size the last point that lies below its least score. */
  private final byte[] below = new byte[LAST + 1];

  /**
   * @param scores what the logistic curve says, rising from 0 to 1
   * @param shares how often it is so, rising from 0 to 1; as many
   */
  Bend(float[] scores, float[] shares) {
    boolean fits =
        scores.length == shares.length && scores.length >= 2 && scores.length <= MOST_POINTS;
    fits = fits && scores[0] == 0 && scores[scores.length - 1] == 1;
    for (int k = 1; fits && k < scores.length; k++) {
      fits = scores[k] > scores[k - 1] && shares[k] >= shares[k - 1];
    }
    if (!fits || !(shares[0] >= 0 && shares[shares.length - 1] <= 1)) {
      throw new IllegalArgumentException(
          "a bend must rise from 0 to 1, was "
              + Arrays.toString(scores)
              + " to "
              + Arrays.toString(shares));
    }
    this.scores = scores;
    this.shares = shares;
    for (int k = 1; k < below.length; k++) {
      float least = Float.intBitsToFloat(SMALLEST + (k << QUARTERS));
      int point = below[k - 1];
      while (point < scores.length - 2 && least > scores[point + 1]) {
        point++;
      }
      below[k] = (byte) point;
    }
  }

  float[] scores() {
    return scores;
  }

  float[] shares() {
    return shares;
  }

  private static int quarter(float score) {
    return Math.clamp(Float.floatToRawIntBits(score) - SMALLEST >> QUARTERS, 0, LAST);
  }

  /** The bend of texts not learnt. */
  static Bend fit(double[] said, boolean[] truth, double[] weights) {
    int n = said.length;
    Integer[] order = IntStream.range(0, n).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble((Integer i) -> said[i]));
    double[][] groups = new double[GROUPS][3];
    int kept = 0;
    for (int g = 0; g < GROUPS; g++) {
      double[] group = groups[kept];
      Arrays.fill(group, 0);
      for (int k = (int) ((long) n * g / GROUPS); k < (int) ((long) n * (g + 1) / GROUPS); k++) {
        int i = order[k];
        group[0] += weights[i];
        group[1] += weights[i] * said[i];
        group[2] += weights[i] * (truth[i] ? 1 : 0);
      }
      kept += group[0] > 0 ? 1 : 0;
      while (kept > 1 && falls(groups[kept - 2], groups[kept - 1])) {
        kept--;
        for (int c = 0; c < 3; c++) {
          groups[kept - 1][c] += groups[kept][c];
        }
      }
    }
    return through(groups, kept);
  }

  private static boolean falls(double[] lower, double[] upper) {
    return share(upper) <= share(lower) || (float) mean(upper) <= (float) mean(lower);
  }

  private static double mean(double[] group) {
    return group[1] / group[0];
  }

  private static double share(double[] group) {
    return (group[2] + DRAW * mean(group)) / (group[0] + DRAW);
  }

  private static Bend through(double[][] groups, int kept) {
    float[] scores = new float[kept + 2];
    float[] shares = new float[kept + 2];
    int n = 1;
    for (int g = 0; g < kept; g++) {
      float score = (float) mean(groups[g]);
      if (score > scores[n - 1] && score < 1) {
        scores[n] = score;
        shares[n] = (float) ((1 - TILT) * share(groups[g]) + TILT * score);
        n++;
      }
    }
    scores[n] = 1;
    shares[n] = 1;
    return new Bend(Arrays.copyOf(scores, n + 1), Arrays.copyOf(shares, n + 1));
  }

  /** The share that a score of the logistic curve stands for. */
  float of(float score) {
    int below = this.below[quarter(score)];
    while (below < scores.length - 2 && score > scores[below + 1]) {
      below++;
    }
    float from = scores[below];
    float way = (score - from) / (scores[below + 1] - from);
    float share = shares[below] + way * (shares[below + 1] - shares[below]);
    return Math.max(0, Math.min(1, share));
  }
}

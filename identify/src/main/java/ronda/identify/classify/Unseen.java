package ronda.identify.classify;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What models said of one label of texts they had not learnt, where the truth is known.
 *
 * @param margins what was said
 * @param truth what is so
 * @param weights how much each text counts
 */
record Unseen(double[] margins, boolean[] truth, double[] weights) {

  static Unseen of(int label, float[][] margins, byte[][] truth, List<Example> examples) {
    int[] known = IntStream.range(0, truth.length).filter(i -> truth[i][label] != 0).toArray();
    double[] said = new double[known.length];
    boolean[] so = new boolean[known.length];
    double[] weights = new double[known.length];
    for (int k = 0; k < known.length; k++) {
      said[k] = margins[known[k]][label];
      so[k] = truth[known[k]][label] > 0;
      weights[k] = examples.get(known[k]).weight();
    }
    return new Unseen(said, so, weights);
  }

  /** The margin from which to say yes so that F1 is best. */
  double bestMargin() {
    Integer[] order = IntStream.range(0, margins.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble((Integer i) -> -margins[i]));
    double positives = 0;
    for (int i = 0; i < truth.length; i++) {
      positives += truth[i] ? weights[i] : 0;
    }
    double said = 0;
    double right = 0;
    double best = -1;
    double margin = 0;
    for (int k = 0; k < order.length; k++) {
      said += weights[order[k]];
      right += truth[order[k]] ? weights[order[k]] : 0;
      boolean tie = k + 1 < order.length && margins[order[k + 1]] == margins[order[k]];
      double f1 = 2 * right / (said + positives);
      if (!tie && f1 > best) {
        best = f1;
        double next = k + 1 < order.length ? margins[order[k + 1]] : margins[order[k]];
        margin = (margins[order[k]] + next) / 2;
      }
    }
    return margin;
  }
}

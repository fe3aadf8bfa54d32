package ronda.tool.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What was said about one label of many posts, and what is so.
 *
 * @param scores how sure, 0 to 1
 * @param said whether the label was given
 * @param truth whether people gave it
 */
public record Answers(float[] scores, boolean[] said, boolean[] truth) {
  /** How many bins the calibration error and its chart are counted in. */
  public static final int BINS = 15;

  public Answers {
    if (scores.length != said.length || scores.length != truth.length) {
      throw new IllegalArgumentException("one score and one answer for each row");
    }
  }

  /** A point of a precision-recall curve. */
  public record Point(double recall, double precision) {}

  /**
   * Posts whose scores lie close together.
   *
   * @param score their mean score
   * @param share how many of them have the label, 0 to 1
   */
  public record Bin(int posts, double score, double share) {}

  /** How good the answers are. */
  public Measures measures() {
    int right = 0;
    int wronglySaid = 0;
    int missed = 0;
    for (int i = 0; i < truth.length; i++) {
      right += said[i] && truth[i] ? 1 : 0;
      wronglySaid += said[i] && !truth[i] ? 1 : 0;
      missed += !said[i] && truth[i] ? 1 : 0;
    }
    int positives = right + missed;
    return new Measures(
        positives,
        Measures.ratio(right, right + wronglySaid),
        Measures.ratio(right, positives),
        Measures.ratio(2.0 * right, 2.0 * right + wronglySaid + missed),
        Measures.ratio(wronglySaid, truth.length - positives),
        recallAt(0.001),
        calibrationError());
  }

  /**
   * The share of the posts with the label that a threshold finds which gives it wrongly to at most
   * {@code falsePositiveRate} of those without.
   */
  double recallAt(double falsePositiveRate) {
    Integer[] order = byScore();
    double negatives = count(false);
    double positives = count(true);
    int wrong = 0;
    int right = 0;
    double best = 0;
    for (int k = 0; k < order.length; k++) {
      if (truth[order[k]]) {
        right++;
      } else {
        wrong++;
      }
      if (wrong > falsePositiveRate * negatives) {
        break;
      }
      if (endsTie(order, k) && scores[order[k]] > 0) {
        best = Measures.ratio(right, positives);
      }
    }
    return best;
  }

  /**
   * The expected calibration error: how far, on average over posts, the score lies from the share
   * of posts with such a score that have the label (Guo et al. 2017, with equal widths).
   */
  double calibrationError() {
    double sum = 0;
    for (Bin bin : bins()) {
      sum += bin.posts() * Math.abs(bin.score() - bin.share());
    }
    return Measures.ratio(sum, truth.length);
  }

  /** The posts in {@link #BINS} bins of equal width; empty bins are left out. */
  public List<Bin> bins() {
    int[] posts = new int[BINS];
    int[] positives = new int[BINS];
    double[] sums = new double[BINS];
    for (int i = 0; i < truth.length; i++) {
      int bin = Math.clamp((long) (scores[i] * BINS), 0, BINS - 1);
      posts[bin]++;
      positives[bin] += truth[i] ? 1 : 0;
      sums[bin] += scores[i];
    }
    List<Bin> bins = new ArrayList<>();
    for (int b = 0; b < BINS; b++) {
      if (posts[b] > 0) {
        bins.add(new Bin(posts[b], sums[b] / posts[b], (double) positives[b] / posts[b]));
      }
    }
    return bins;
  }

  /** Precision and recall at every score that occurs, from the highest. */
  public List<Point> curve() {
    Integer[] order = byScore();
    double positives = count(true);
    List<Point> points = new ArrayList<>();
    int right = 0;
    for (int k = 0; k < order.length; k++) {
      right += truth[order[k]] ? 1 : 0;
      if (endsTie(order, k)) {
        points.add(new Point(Measures.ratio(right, positives), right / (k + 1.0)));
      }
    }
    return points;
  }

  private Integer[] byScore() {
    Integer[] order = new Integer[truth.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Float.compare(scores[b], scores[a]));
    return order;
  }

  private boolean endsTie(Integer[] order, int k) {
    return k + 1 == order.length || scores[order[k + 1]] != scores[order[k]];
  }

  private int count(boolean wanted) {
    int count = 0;
    for (boolean is : truth) {
      count += is == wanted ? 1 : 0;
    }
    return count;
  }
}

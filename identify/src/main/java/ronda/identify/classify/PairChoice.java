package ronda.identify.classify;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Chooses which pairs of words a model shall heed. A pair stands in n texts, k of them with a label
 * that a share p of all texts has: by chance k would be near np, give or take √(np(1-p)). The pairs
 * that lie furthest above that for any label are chosen.
 *
 * <p>Not those that lie below: hardly any text has a label, so they are the most common pairs of
 * the language, whose single words say the same.
 */
final class PairChoice {
  /** So many pairs are chosen at most. */
  static final int MOST = 1 << 14;

  /** In fewer texts a pair teaches chance. */
  private static final int FEWEST_TEXTS = 2;

  private final byte[][] truth;
  private final int labels;
  private final double[] share;

  /** The pairs that stand in enough texts, sorted. */
  private final long[] pairs;

  /** For each pair and label in how many texts it stands whose label is known. */
  private final int[] known;

  /** For each pair and label in how many texts with the label it stands. */
  private final int[] with;

  private PairChoice(List<long[]> texts, byte[][] truth) {
    this.truth = truth;
    labels = truth[0].length;
    share = new double[labels];
    pairs = inEnough(texts);
    known = new int[pairs.length * labels];
    with = new int[known.length];
  }

  /**
   * The most telling pairs.
   *
   * @param texts each text's pairs, sorted, none twice
   * @param truth for each text and label +1, -1, or 0 where nothing is known
   */
  static TellingPairs of(List<long[]> texts, byte[][] truth) {
    if (texts.isEmpty()) {
      return TellingPairs.of(new long[0]);
    }
    PairChoice choice = new PairChoice(texts, truth);
    choice.countLabels();
    for (int i = 0; i < truth.length; i++) {
      choice.count(texts.get(i), truth[i]);
    }
    return TellingPairs.of(choice.best());
  }

  private static long[] inEnough(List<long[]> texts) {
    long[] all = texts.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    int n = 0;
    for (int from = 0; from < all.length; ) {
      int to = from + 1;
      while (to < all.length && all[to] == all[from]) {
        to++;
      }
      if (to - from >= FEWEST_TEXTS) {
        all[n++] = all[from];
      }
      from = to;
    }
    return Arrays.copyOf(all, n);
  }

  private void countLabels() {
    for (int l = 0; l < labels; l++) {
      int label = l;
      double positive = Arrays.stream(truth).filter(of -> of[label] > 0).count();
      double negative = Arrays.stream(truth).filter(of -> of[label] < 0).count();
      share[l] = (positive + 1) / (positive + negative + 2);
    }
  }

  private void count(long[] text, byte[] labelled) {
    for (long pair : text) {
      int at = Arrays.binarySearch(pairs, pair);
      for (int l = 0; at >= 0 && l < labels; l++) {
        known[at * labels + l] += labelled[l] != 0 ? 1 : 0;
        with[at * labels + l] += labelled[l] > 0 ? 1 : 0;
      }
    }
  }

  private long[] best() {
    double[] telling = IntStream.range(0, pairs.length).mapToDouble(this::telling).toArray();
    return IntStream.range(0, pairs.length)
        .filter(at -> telling[at] > 0)
        .boxed()
        .sorted((a, b) -> telling[a] != telling[b] ? Double.compare(telling[b], telling[a]) : a - b)
        .limit(MOST)
        .mapToLong(at -> pairs[at])
        .toArray();
  }

  /** How many times its usual give or take a pair lies above chance, for its best label. */
  private double telling(int at) {
    double most = 0;
    for (int l = 0; l < labels; l++) {
      int n = known[at * labels + l];
      double spread = Math.sqrt(n * share[l] * (1 - share[l]));
      most = Math.max(most, n == 0 ? 0 : (with[at * labels + l] - n * share[l]) / spread);
    }
    return most;
  }
}

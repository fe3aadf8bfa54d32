package ronda.identify.classify;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Makes a model from examples. The same examples and settings give the same model, byte by byte.
 *
 * <p>Examples are cut into folds; what each fold's model says of the fold it did not learn
 * calibrates the scores and chooses the thresholds. The model itself then learns from all.
 */
public final class Trainer {
  private static final int LONGEST_LABEL = 200;

  private Trainer() {}

  /** Trains quietly. */
  public static Model train(String name, List<Example> examples, Settings settings) {
    return train(name, examples, settings, line -> {});
  }

  /**
   * Trains.
   *
   * @param progress is told each step in a line
   * @throws IllegalArgumentException if there are no examples or no labels, too many of them, or
   *     one that no file can hold
   */
  public static Model train(
      String name, List<Example> examples, Settings settings, Consumer<String> progress) {
    TreeSet<String> sorted = new TreeSet<>();
    examples.forEach(example -> sorted.addAll(example.labels()));
    if (sorted.isEmpty()) {
      throw new IllegalArgumentException("no example has a label, so there is nothing to learn");
    }
    List<String> labels = List.copyOf(sorted);
    checkLabels(labels);
    byte[][] truth = truth(examples, labels);
    List<Corpus.Shown> shown = Corpus.read(examples, settings.rowBits());
    float[][] unseen = unseenMargins(examples, shown, truth, labels, settings, progress);
    progress.accept("learning from all " + examples.size() + " examples");
    TellingPairs heeded = telling(shown, truth);
    int[][] occurrences = Corpus.occurrences(shown, heeded, settings.rowBits());
    float[] rarity = Corpus.rarity(occurrences, settings.rowBits());
    DualDescent learnt = learn(examples, occurrences, rarity, truth, labels.size(), settings);
    return assemble(
        name, labels, heeded, learnt, rarity, unseen, truth, examples, settings, progress);
  }

  /**
   * Refuses what no model file can hold, before hours are spent on it.
   *
   * @throws IllegalArgumentException if there are too many labels, or one is blank, too long or not
   *     of printable letters
   */
  public static void checkLabels(Collection<String> labels) {
    if (labels.size() > ModelFile.MOST_LABELS) {
      throw new IllegalArgumentException(
          "a model has at most %,d labels, here are %,d"
              .formatted(ModelFile.MOST_LABELS, labels.size()));
    }
    for (String label : labels) {
      if (!isLabel(label)) {
        String shown = label.length() > 40 ? label.substring(0, 40) + "…" : label;
        throw new IllegalArgumentException(
            "a label has 1 to %d printable letters and no space at its ends, was '%s'"
                .formatted(LONGEST_LABEL, shown.replaceAll("\\p{Cntrl}", "\uFFFD")));
      }
    }
  }

  private static boolean isLabel(String label) {
    return !label.isBlank()
        && label.equals(label.strip())
        && label.length() <= LONGEST_LABEL
        && label.chars().noneMatch(Character::isISOControl);
  }

  private static DualDescent learn(
      List<Example> examples,
      int[][] occurrences,
      float[] rarity,
      byte[][] truth,
      int labels,
      Settings settings) {
    Corpus corpus = Corpus.of(occurrences, rarity);
    double[] cost = examples.stream().mapToDouble(Example::weight).toArray();
    return DualDescent.learn(
        corpus, truth, cost, labels, Corpus.rows(settings.rowBits()), settings);
  }

  /** For each example and label +1, -1, or 0 where nothing is known. */
  private static byte[][] truth(List<Example> examples, List<String> labels) {
    byte[][] truth = new byte[examples.size()][labels.size()];
    for (int i = 0; i < truth.length; i++) {
      Example example = examples.get(i);
      for (int l = 0; l < labels.size(); l++) {
        String label = labels.get(l);
        truth[i][l] =
            (byte)
                (example.labels().contains(label) ? 1 : example.unknown().contains(label) ? 0 : -1);
      }
    }
    return truth;
  }

  /** For each example the margins that a model gives which did not learn from it or its group. */
  private static float[][] unseenMargins(
      List<Example> examples,
      List<Corpus.Shown> shown,
      byte[][] truth,
      List<String> labels,
      Settings settings,
      Consumer<String> progress) {
    float[][] margins = new float[examples.size()][labels.size()];
    int[] fold = folds(examples, settings);
    for (int f = 0; f < settings.folds(); f++) {
      progress.accept("learning without part %d of %d".formatted(f + 1, settings.folds()));
      List<Integer> kept = new ArrayList<>();
      List<Integer> left = new ArrayList<>();
      for (int i = 0; i < fold.length; i++) {
        (fold[i] == f ? left : kept).add(i);
      }
      List<Corpus.Shown> keptShown = pick(shown, kept);
      byte[][] keptTruth = kept.stream().map(i -> truth[i]).toArray(byte[][]::new);
      TellingPairs heeded = telling(keptShown, keptTruth);
      int[][] keptRows = Corpus.occurrences(keptShown, heeded, settings.rowBits());
      float[] rarity = Corpus.rarity(keptRows, settings.rowBits());
      List<Example> keptExamples = kept.stream().map(examples::get).toList();
      DualDescent learnt =
          learn(keptExamples, keptRows, rarity, keptTruth, labels.size(), settings);
      int[][] leftRows = Corpus.occurrences(pick(shown, left), heeded, settings.rowBits());
      Corpus held = Corpus.of(leftRows, rarity);
      for (int k = 0; k < left.size(); k++) {
        learnt.score(held.rows[k], held.values[k], margins[left.get(k)]);
      }
    }
    return margins;
  }

  private static <T> List<T> pick(List<T> all, List<Integer> which) {
    return which.stream().map(all::get).toList();
  }

  private static TellingPairs telling(List<Corpus.Shown> shown, byte[][] truth) {
    return PairChoice.of(shown.stream().map(Corpus.Shown::pairs).toList(), truth);
  }

  /** A group stays in one fold; what stands alone goes by its own letters, copies together. */
  private static int[] folds(List<Example> examples, Settings settings) {
    int[] fold = new int[examples.size()];
    for (int i = 0; i < fold.length; i++) {
      long hash =
          Features.mix(
              Arrays.hashCode(examples.get(i).together()) + settings.seed() * 0x9E3779B97F4A7C15L);
      fold[i] = (int) Long.remainderUnsigned(hash, settings.folds());
    }
    return fold;
  }

  private static Model assemble(
      String name,
      List<String> labels,
      TellingPairs heeded,
      DualDescent learnt,
      float[] rarity,
      float[][] unseen,
      byte[][] truth,
      List<Example> examples,
      Settings settings,
      Consumer<String> progress) {
    int count = labels.size();
    float[] slope = new float[count];
    float[] offset = new float[count];
    List<Bend> bends = new ArrayList<>();
    float[] thresholds = new float[count];
    for (int l = 0; l < count; l++) {
      Unseen of = Unseen.of(l, unseen, truth, examples);
      Calibration calibration = Calibration.fit(of.margins(), of.truth(), of.weights());
      if (!calibration.fitted()) {
        progress.accept(
            "label '%s': too few different texts have it; its scores are not calibrated"
                .formatted(labels.get(l)));
      }
      slope[l] = calibration.slope();
      offset[l] = calibration.offset();
      double[] said = calibration.of(of.margins());
      bends.add(Bend.fit(said, of.truth(), of.weights()));
      double best = calibration.fitted() ? slope[l] * of.bestMargin() + offset[l] : offset[l];
      thresholds[l] = bends.get(l).of(Logistic.of(best));
    }
    Quantised table = Quantised.of(learnt, rarity, count);
    return new Model(
        name,
        labels,
        settings.rowBits(),
        heeded,
        table.rows(),
        table.step(),
        learnt.bias.clone(),
        slope,
        offset,
        bends,
        thresholds,
        digest(examples));
  }

  private static String digest(List<Example> examples) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Example example : examples) {
        digest.update(example.text().original().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(new TreeSet<>(example.labels()).toString().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

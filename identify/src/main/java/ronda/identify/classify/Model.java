package ronda.identify.classify;

import java.util.List;

/**
 * A trained model: which labels it knows, and how much each feature speaks for each of them.
 * Immutable and safe to share.
 *
 * <p>Weights are whole numbers, so that every machine reaches the same verdict. Each row holds one
 * number a label and, last, how much the feature adds to the length of a text.
 */
public final class Model {
  /** One step of a row's last number in squared length. */
  static final float LENGTH_STEP = 1f / 32;

  private final String name;
  private final List<String> labels;
  private final int rowBits;
  private final TellingPairs pairs;
  private final short[] table;
  private final float weightStep;
  private final float[] bias;
  private final float[] slope;
  private final float[] offset;
  private final List<Bend> bends;
  private final float[] thresholds;
  private final String trainedOn;

  Model(
      String name,
      List<String> labels,
      int rowBits,
      TellingPairs pairs,
      short[] table,
      float weightStep,
      float[] bias,
      float[] slope,
      float[] offset,
      List<Bend> bends,
      float[] thresholds,
      String trainedOn) {
    this.name = name;
    this.labels = List.copyOf(labels);
    this.rowBits = rowBits;
    this.pairs = pairs;
    this.table = table;
    this.weightStep = weightStep;
    this.bias = bias;
    this.slope = slope;
    this.offset = offset;
    this.bends = List.copyOf(bends);
    this.thresholds = thresholds;
    this.trainedOn = trainedOn;
  }

  /** The same model under another name. */
  Model called(String another) {
    return new Model(
        another,
        labels,
        rowBits,
        pairs,
        table,
        weightStep,
        bias,
        slope,
        offset,
        bends,
        thresholds,
        trainedOn);
  }

  /**
   * What the model is called; it stands in findings. Empty where it is called as the folder it is
   * in, so that the same rows give the same bytes wherever they are put.
   */
  public String name() {
    return name;
  }

  /** The labels it knows, in a fixed order. */
  public List<String> labels() {
    return labels;
  }

  /** The score from which a text counts as {@code label}, where F1 was best on texts not learnt. */
  public float threshold(String label) {
    int at = labels.indexOf(label);
    if (at < 0) {
      throw new IllegalArgumentException(label + " is not among the labels " + labels);
    }
    return thresholds[at];
  }

  /** SHA-256 of the examples it was trained on, in hexadecimal. */
  public String trainedOn() {
    return trainedOn;
  }

  int rowBits() {
    return rowBits;
  }

  /** The pairs of words that it heeds. */
  TellingPairs pairs() {
    return pairs;
  }

  /** Numbers in a row: one a label, and the length. */
  int stride() {
    return labels.size() + 1;
  }

  short[] table() {
    return table;
  }

  float weightStep() {
    return weightStep;
  }

  float[] bias() {
    return bias;
  }

  /** Calibration: log-odds are slope × margin + offset; their logistic is then bent a little. */
  float[] slope() {
    return slope;
  }

  float[] offset() {
    return offset;
  }

  List<Bend> bends() {
    return bends;
  }

  /** What the logistic curve makes of a margin; {@link #bent} is the calibrated score. */
  float curved(int label, double margin) {
    return Logistic.of(slope[label] * margin + offset[label]);
  }

  /** The calibrated score. */
  float bent(int label, float curved) {
    return bends.get(label).of(curved);
  }

  float[] thresholds() {
    return thresholds;
  }
}

package ronda.identify.classify;

import java.util.List;
import ronda.identify.signal.EntityFound;
import ronda.identify.signal.TermFound;
import ronda.identify.text.PlainText;

/**
 * Says which labels a text resembles and how sure it is. One or more models, each with its own
 * labels, read the same features once. Immutable and safe to share.
 */
public interface Classifier {
  /** The labels it knows, in a fixed order. */
  List<String> labels();

  /** The name of the model that knows a label. */
  String model(int label);

  /** How sure it is of each label, 0 to 1, in the order of {@link #labels()}. */
  float[] scores(PlainText text, List<TermFound> terms, List<EntityFound> entities);

  /**
   * From which score a text counts as the label, where F1 was best on texts not learnt. Policies
   * may ask for more.
   */
  float threshold(int label);

  /**
   * The words that spoke loudest for a label: pairs of plain positions and weights, strongest
   * first.
   */
  List<Contribution> reasons(
      PlainText text, List<TermFound> terms, List<EntityFound> entities, int label, int atMost);

  /**
   * How much one word spoke for a label.
   *
   * @param from where it begins in the plain bytes
   * @param to where it ends in the plain bytes, exclusive
   * @param weight in log-odds: above 0 for the label
   */
  record Contribution(int from, int to, double weight) {}
}

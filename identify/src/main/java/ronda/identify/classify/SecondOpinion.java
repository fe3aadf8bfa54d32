package ronda.identify.classify;

import java.util.List;
import java.util.Optional;

/**
 * Another model's view of a text (pendapat kedua): slower by a factor of thousands, so it is asked
 * only where the first model is unsure. Safe to share between threads.
 */
public interface SecondOpinion {
  /**
   * The labels it knows, in a fixed order; a {@link Classifier}'s label of the same name is meant.
   */
  List<String> labels();

  /** True where a first score, 0 to 1, is unsure enough to ask. */
  boolean wants(float score);

  /**
   * How sure it is of each label, 0 to 1, in the order of {@link #labels()}; empty where it could
   * not answer, so that the first opinion stands.
   */
  Optional<float[]> scores(String text);

  /**
   * The first model's scores, or, where one is unsure and this opinion knows the label, new scores
   * with this opinion's in the place of the unsure ones. At most one answer is asked for.
   *
   * @param labels what {@code first} speaks of, in its order
   * @param first scores, 0 to 1; never written to
   */
  default float[] settle(List<String> labels, float[] first, String text) {
    float[] settled = first;
    float[] second = null;
    for (int i = 0; i < first.length; i++) {
      if (!wants(first[i])) {
        continue;
      }
      int known = labels().indexOf(labels.get(i));
      if (known < 0) {
        continue;
      }
      if (second == null) {
        Optional<float[]> answer = scores(text);
        if (answer.isEmpty()) {
          return first;
        }
        second = answer.get();
        settled = first.clone();
      }
      settled[i] = second[known];
    }
    return settled;
  }
}

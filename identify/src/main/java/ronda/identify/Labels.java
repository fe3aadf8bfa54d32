package ronda.identify;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import ronda.identify.post.Category;

/**
 * Which of a classifier's labels speaks for what. -1 stands for none.
 *
 * <p>A category may have two: one for who speaks the trade's language, and one ({@code
 * implied:scam}) learnt also from posts that avoid it. The second finds more and errs more, so it
 * has to be surer to say as much (decision 058).
 */
record Labels(int[] ofCategory, int[] implied, int promotes, int mentions) {
  /** Stands before a category's code in the label of posts that only imply the harm. */
  private static final String IMPLIED = "implied:";

  /** The model's label for a post that promotes a harm, whichever it is. */
  private static final String PROMOTES = "stance:promotes";

  /** The model's label for a post that only mentions one. */
  private static final String MENTIONS = "stance:mentions";

  /** By how much the odds of an implied harm are divided: one unit of log-odds. */
  private static final double LESS_SURE = Math.E;

  static Labels of(List<String> labels) {
    return new Labels(
        indexes(labels, ""),
        indexes(labels, IMPLIED),
        labels.indexOf(PROMOTES),
        labels.indexOf(MENTIONS));
  }

  /**
   * The same labels as another network knows them: it tells of a category, and nothing of how it is
   * put. So where an implied harm is unsure, its word on the category counts.
   */
  static List<String> askedOfOthers(List<String> labels) {
    return labels.stream()
        .map(label -> label.startsWith(IMPLIED) ? label.substring(IMPLIED.length()) : label)
        .toList();
  }

  private static int[] indexes(List<String> labels, String prefix) {
    return Arrays.stream(Category.values())
        .mapToInt(category -> labels.indexOf(prefix + category.code()))
        .toArray();
  }

  /**
   * How sure the classifier is of the category, 0 to 1; empty where it does not know it.
   *
   * @param sure how sure it is of each of its labels
   */
  OptionalDouble score(Category category, float[] sure) {
    int label = louder(category, sure);
    return label < 0 ? OptionalDouble.empty() : OptionalDouble.of(counted(category, label, sure));
  }

  /** Whether {@link #score} can say anything of the category. */
  boolean know(Category category) {
    return ofCategory[category.ordinal()] >= 0 || implied[category.ordinal()] >= 0;
  }

  /** The label that {@link #score} is of; -1 where the category has none. */
  int louder(Category category, float[] sure) {
    int plain = ofCategory[category.ordinal()];
    int hinted = implied[category.ordinal()];
    if (plain < 0 || hinted < 0) {
      return Math.max(plain, hinted);
    }
    return counted(category, hinted, sure) > sure[plain] ? hinted : plain;
  }

  private float counted(Category category, int label, float[] sure) {
    float said = sure[label];
    return label == implied[category.ordinal()]
        ? (float) (said / (said + LESS_SURE * (1 - said)))
        : said;
  }
}

package ronda.identify;

import java.util.Arrays;
import java.util.List;
import ronda.identify.post.Category;

/** Which of a classifier's labels speaks for what. -1 stands for none. */
record Labels(int[] ofCategory, int promotes, int mentions) {
  /** The model's label for a post that promotes a harm, whichever it is. */
  private static final String PROMOTES = "stance:promotes";

  /** The model's label for a post that only mentions one. */
  private static final String MENTIONS = "stance:mentions";

  static Labels of(List<String> labels) {
    int[] ofCategory =
        Arrays.stream(Category.values()).mapToInt(c -> labels.indexOf(c.code())).toArray();
    return new Labels(ofCategory, labels.indexOf(PROMOTES), labels.indexOf(MENTIONS));
  }

  int of(Category category) {
    return ofCategory[category.ordinal()];
  }
}

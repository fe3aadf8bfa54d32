package ronda.identify;

import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import ronda.identify.post.Category;

/**
 * How sure the models are of each category, from 0 to 1, calibrated. A category that no model knows
 * has no score. Immutable.
 */
public final class Scores {
  private static final int CATEGORIES = Category.values().length;

  // NaN where no model knows the category.
  private final float[] byCategory;

  Scores(float[] byCategory) {
    if (byCategory.length != CATEGORIES) {
      throw new IllegalArgumentException("one score a category, not " + byCategory.length);
    }
    this.byCategory = byCategory;
  }

  /** The score of {@code category}, if a model knows it. */
  public OptionalDouble of(Category category) {
    float score = byCategory[category.ordinal()];
    return Float.isNaN(score) ? OptionalDouble.empty() : OptionalDouble.of(score);
  }

  /** The categories that a classifier with these labels scores, outright or as implied. */
  public static Set<Category> knownBy(List<String> labels) {
    Set<Category> known = EnumSet.allOf(Category.class);
    Labels of = Labels.of(labels);
    known.removeIf(category -> !of.know(category));
    return known;
  }
}

package ronda.casework.review;

import java.util.EnumSet;
import java.util.Set;
import ronda.identify.post.Category;

/** The categories that nobody is shown who did not agree to it (kategori terberat). */
public final class Worst {
  private Worst() {}

  /** Those categories. */
  public static Set<Category> categories() {
    return EnumSet.of(Category.PORNOGRAPHY, Category.SEXTORTION);
  }
}

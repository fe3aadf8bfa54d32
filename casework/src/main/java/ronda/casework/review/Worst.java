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

  /** Whether any post of the job may hold one of them, whatever else it is suspected of. */
  public static boolean isIn(Job job) {
    return isAmong(job.mayShow());
  }

  /** Whether one of these is. */
  public static boolean isAmong(Set<Category> named) {
    return categories().stream().anyMatch(named::contains);
  }
}

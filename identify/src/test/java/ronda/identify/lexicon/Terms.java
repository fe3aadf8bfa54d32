package ronda.identify.lexicon;

import java.time.LocalDate;
import java.util.Optional;
import ronda.identify.post.Category;
import ronda.identify.post.Stance;

/** Made-up terms for tests. */
final class Terms {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  private Terms() {}

  static Term gambling(String term) {
    return term(term, Category.GAMBLING, Stance.PROMOTES, Boundary.WORD, "", "");
  }

  static Term gambling(String term, Boundary boundary) {
    return term(term, Category.GAMBLING, Stance.PROMOTES, boundary, "", "");
  }

  static Term gambling(String term, String needs, String unless) {
    return term(term, Category.GAMBLING, Stance.PROMOTES, Boundary.WORD, needs, unless);
  }

  static Term topic(String term) {
    return new Term(
        term,
        Optional.of(Category.GAMBLING),
        Stance.NONE,
        0,
        Boundary.WORD,
        Company.NONE,
        Company.NONE,
        "own",
        DAY);
  }

  static Term prostitution(String term, String needs, String unless) {
    return term(term, Category.PROSTITUTION, Stance.PROMOTES, Boundary.WORD, needs, unless);
  }

  static Term warning(String term) {
    return new Term(
        term,
        Optional.empty(),
        Stance.MENTIONS,
        -1,
        Boundary.WORD,
        Company.NONE,
        Company.NONE,
        "own",
        DAY);
  }

  private static Term term(
      String term,
      Category category,
      Stance stance,
      Boundary boundary,
      String needs,
      String unless) {
    return new Term(
        term,
        Optional.of(category),
        stance,
        1,
        boundary,
        Company.parse(needs, new WordLists()),
        Company.parse(unless, new WordLists()),
        "own",
        DAY);
  }
}

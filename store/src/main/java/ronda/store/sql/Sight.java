package ronda.store.sql;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import ronda.casework.office.Officer;
import ronda.casework.review.Worst;
import ronda.identify.post.Category;

/**
 * Which cases somebody may be shown, as a condition on {@code cases}: as {@code Desk.isFor} says of
 * one, so that lists and their totals agree.
 *
 * @param viewer empty for all cases
 */
record Sight(Optional<Officer> viewer) {
  static final Sight OF_ALL = new Sight(Optional.empty());

  private static final String ON_CASES =
      """
      (c.region = '' OR :place = '' OR c.region = :place OR starts_with(c.region, :place || '.'))
      AND NOT EXISTS (SELECT FROM case_steps o WHERE o.case_id = c.id AND o.number = 1
        AND o.body::jsonb ->> 'category' = ANY (CAST(:unseen AS text[])))\
      """;

  /** Names a row of {@code cases} as {@code c}; only fixed words, all values are parameters. */
  String onCases() {
    return viewer.isEmpty() ? "true" : ON_CASES;
  }

  /** The same of what names its case by {@code case_number}. */
  String onTheirCases() {
    return viewer.isEmpty()
        ? "true"
        : "EXISTS (SELECT FROM cases c WHERE c.number = case_number AND " + ON_CASES + ")";
  }

  /** These parameters and those of the condition. */
  Map<String, Object> and(Map<String, ?> params) {
    Map<String, Object> all = new HashMap<>(params);
    all.put("place", viewer.map(officer -> officer.region().code()).orElse(""));
    boolean seesAll = viewer.map(Officer::seesWorst).orElse(true);
    all.put(
        "unseen",
        seesAll
            ? new String[0]
            : Worst.categories().stream().map(Category::name).toArray(String[]::new));
    return all;
  }
}

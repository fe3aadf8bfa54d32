package ronda.store.sql;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import ronda.casework.office.Officer;
import ronda.casework.review.Worst;
import ronda.identify.post.Category;

/**
 * Which cases and jobs somebody may be shown, as a condition: as {@code Desk.isFor} says of one, so
 * that lists and their totals agree.
 *
 * @param viewer empty for all of them
 */
record Sight(Optional<Officer> viewer) {
  static final Sight OF_ALL = new Sight(Optional.empty());

  private static final String ON_CASES =
      """
      (c.region = '' OR :place = '' OR c.region = :place OR starts_with(c.region, :place || '.'))
      AND NOT EXISTS (SELECT FROM case_steps o WHERE o.case_id = c.id AND o.number = 1
        AND o.body::jsonb ->> 'category' = ANY (CAST(:unseen AS text[])))\
      """;

  private static final String ON_JOBS =
      """
      (j.region = '' OR :place = '' OR j.region = :place OR starts_with(j.region, :place || '.'))
      AND NOT j.suspected && CAST(:unseen AS text[])
      AND NOT EXISTS (SELECT FROM judgements w WHERE w.job_id = j.id AND w.undone_at IS NULL
        AND w.category = ANY (CAST(:unseen AS text[])))\
      """;

  /** Names a row of {@code cases} as {@code c}; only fixed words, all values are parameters. */
  String onCases() {
    return viewer.isEmpty() ? "true" : ON_CASES;
  }

  /** Names a row of {@code jobs} as {@code j}: what its posts may hold counts, not its category. */
  String onJobs() {
    return viewer.isEmpty() ? "true" : ON_JOBS;
  }

  /** Names a row of {@code cases} as {@code c}, of which all jobs are to be seen as well. */
  String onWholeCases() {
    return viewer.isEmpty()
        ? "true"
        : ON_CASES
            + " AND NOT EXISTS (SELECT FROM case_jobs cj JOIN jobs j ON j.id = cj.job_id"
            + " WHERE cj.case_id = c.id AND NOT ("
            + ON_JOBS
            + "))";
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

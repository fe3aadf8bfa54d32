package ronda.store.sql;

import java.util.Map;
import ronda.casework.review.Counted;

/**
 * The jobs behind a figure as a condition on {@code jobs}. It says what {@link SqlQuality} and
 * {@link SqlPrecision} count; a test holds them together.
 */
final class CountedSql {
  private static final String JUDGED =
      """
      SELECT job_id FROM judgements WHERE %s AND at >= :countedSince AND undone_at IS NULL\
      """
          .formatted(OwnOffice.ROWS);

  private static final String RAISED =
      """
      SELECT d.job_id
      FROM (SELECT DISTINCT ON (job_id) job_id, verdict, category FROM judgements
        WHERE %s AND at >= :countedSince AND undone_at IS NULL
        ORDER BY job_id, place DESC) d
      CROSS JOIN LATERAL (SELECT findings FROM found_posts p WHERE p.job_id = d.job_id
        ORDER BY p.received_at, p.id LIMIT 1) first
      CROSS JOIN LATERAL jsonb_array_elements(first.findings) f
      WHERE NOT (f ->> 'shadow')::boolean AND split_part(f ->> 'policy', '@', 1) = :countedPolicy\
      """
          .formatted(OwnOffice.ROWS);

  private static final String PAIRED =
      """
      SELECT a.job_id FROM (%1$s) a JOIN (%1$s) b ON b.job_id = a.job_id
      WHERE a.nth = 1 AND b.nth = 2 AND b.at >= :countedSince AND b.officer <> ALL (jobs.told)\
      """
          .formatted(
              """
              SELECT s.*, row_number() OVER (PARTITION BY job_id ORDER BY place) AS nth
              FROM judgements s WHERE undone_at IS NULL AND verdict <> 'needs-second' AND NOT overrules
                AND job_id IN (%s)\
              """
                  .formatted(JUDGED));

  private CountedSql() {}

  /** Begins with AND; jobs whose posts were forgotten are among them. */
  static String where(Counted figure) {
    return switch (figure) {
      case Counted.Judged judged -> " AND jobs.id IN (" + JUDGED + ")";
      case Counted.Raised raised ->
          " AND jobs.id IN ("
              + RAISED
              + (raised.confirmed()
                  ? " AND d.verdict = 'confirmed' AND d.category = f ->> 'category'"
                  : "")
              + ")";
      case Counted.Paired paired ->
          " AND needs_two AND jobs.id IN ("
              + PAIRED
              + (paired.agreed()
                  ? " AND a.verdict = b.verdict"
                      + " AND (a.category, a.stance, a.original)"
                      + " IS NOT DISTINCT FROM (b.category, b.stance, b.original)"
                  : "")
              + ")";
    };
  }

  static Map<String, Object> params(Counted figure) {
    String policy = figure instanceof Counted.Raised raised ? raised.policy() : "";
    return Map.of("countedSince", Times.at(figure.since()), "countedPolicy", policy);
  }
}

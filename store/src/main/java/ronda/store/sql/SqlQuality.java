package ronda.store.sql;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.office.Officer;
import ronda.casework.quality.BlindPair;
import ronda.casework.review.Verdict;
import ronda.identify.post.Category;

/** What the office's own decisions say of how it reviews, within one transaction of one office. */
public final class SqlQuality {
  /** How many of the newest decisions are looked at. */
  public static final int MOST = 20_000;

  private final JdbcClient jdbc;

  public SqlQuality(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * How long jobs waited for their decision.
   *
   * @param median from the first post's receipt to the last judgement
   */
  public record Waited(Category category, long decided, Duration median) {}

  /** How often an officer was right on golden copies. */
  public record GoldenShare(UUID officer, long answers, long right) {}

  /**
   * A decision as others may learn from it, but for the masking.
   *
   * @param post whose findings and text were shown
   * @param judges how many people judged it
   */
  public record Decided(
      UUID job, UUID post, Category suspected, Verdict verdict, Instant at, int judges) {}

  /**
   * The first two verdicts of every job that two people were to judge, the newest first; without
   * those whose second knew of the first.
   */
  public List<BlindPair> pairs(Instant since) {
    return jdbc.sql(
            """
            WITH said AS (
              SELECT d.*, row_number() OVER (PARTITION BY job_id ORDER BY place) AS nth
              FROM judgements d
              WHERE undone_at IS NULL AND verdict <> 'needs-second' AND NOT overrules
                AND job_id IN (SELECT id FROM jobs WHERE needs_two)
                AND job_id IN (SELECT job_id FROM judgements
                  WHERE at >= :since AND undone_at IS NULL))
            SELECT j.category AS suspected,
              a.officer AS a_officer, a.verdict AS a_verdict, a.category AS a_category,
              a.stance AS a_stance, a.severity AS a_severity, a.original AS a_original,
              b.officer AS b_officer, b.verdict AS b_verdict, b.category AS b_category,
              b.stance AS b_stance, b.severity AS b_severity, b.original AS b_original
            FROM said a JOIN said b ON b.job_id = a.job_id JOIN jobs j ON j.id = a.job_id
            WHERE a.nth = 1 AND b.nth = 2 AND b.at >= :since AND b.officer <> ALL (j.told)
            ORDER BY b.at DESC LIMIT :most
            """)
        .param("since", Times.at(since))
        .param("most", MOST)
        .query(
            (row, n) ->
                new BlindPair(
                    Category.valueOf(row.getString("suspected")),
                    row.getObject("a_officer", UUID.class),
                    VerdictColumns.of(row, "a_"),
                    row.getObject("b_officer", UUID.class),
                    VerdictColumns.of(row, "b_")))
        .list();
  }

  /** The median time to a decision, of each category that has one. */
  public List<Waited> waited(Instant since) {
    return jdbc.sql(
            """
            WITH decided AS (
              SELECT j.id, j.category, max(d.at) AS at FROM jobs j
              JOIN judgements d ON d.job_id = j.id AND d.undone_at IS NULL
              WHERE j.standing IN ('CONFIRMED', 'DISMISSED', 'DUPLICATE')
              GROUP BY j.id HAVING max(d.at) >= :since
              ORDER BY max(d.at) DESC LIMIT :most)
            SELECT category, count(*) AS decided,
              percentile_cont(0.5) WITHIN GROUP (ORDER BY greatest(0, extract(epoch FROM
                at - (SELECT min(received_at) FROM found_posts p WHERE p.job_id = decided.id))))
                AS seconds
            FROM decided GROUP BY category ORDER BY category
            """)
        .param("since", Times.at(since))
        .param("most", MOST)
        .query(
            (row, n) ->
                new Waited(
                    Category.valueOf(row.getString("category")),
                    row.getLong("decided"),
                    Duration.ofSeconds(Math.round(row.getDouble("seconds")))))
        .list();
  }

  /** How often each officer was right on golden copies since then. */
  public List<GoldenShare> golden(Instant since) {
    return jdbc.sql(
            """
            SELECT officer, count(agrees) AS answers, count(*) FILTER (WHERE agrees) AS fine
            FROM golden_answers WHERE answered_at >= :since GROUP BY officer
            """)
        .param("since", Times.at(since))
        .query(
            (row, n) ->
                new GoldenShare(
                    row.getObject("officer", UUID.class),
                    row.getLong("answers"),
                    row.getLong("fine")))
        .list();
  }

  /** How many judgements of this officer stand since then. */
  public long judgedBy(UUID officer, Instant since) {
    return jdbc.sql(
            """
            SELECT count(*) FROM judgements
            WHERE officer = :officer AND at >= :since AND undone_at IS NULL
            """)
        .param("officer", officer)
        .param("since", Times.at(since))
        .query(Long.class)
        .single();
  }

  /**
   * Decided jobs in the order of their ids; copies of others, and those whose posts were forgotten,
   * are left out.
   *
   * @param viewer who takes them out: only what this person may be shown
   * @param after the last job of the page before; empty for the first page
   */
  public List<Decided> decided(Officer viewer, Optional<UUID> after, int limit) {
    Sight sight = new Sight(Optional.of(viewer));
    return jdbc.sql(
            """
            SELECT j.id, j.category AS suspected,
              (SELECT p.id FROM found_posts p WHERE p.job_id = j.id
                ORDER BY p.received_at, p.id LIMIT 1) AS post,
              d.verdict, d.category, d.stance, d.severity, d.original, d.at,
              (SELECT count(DISTINCT officer) FROM judgements c
                WHERE c.job_id = j.id AND c.undone_at IS NULL) AS judges
            FROM jobs j
            CROSS JOIN LATERAL (SELECT * FROM judgements d
              WHERE d.job_id = j.id AND d.undone_at IS NULL
              ORDER BY d.place DESC LIMIT 1) d
            WHERE j.standing IN ('CONFIRMED', 'DISMISSED') AND j.id > :after
              AND j.forgotten_at IS NULL AND %s
            ORDER BY j.id LIMIT :limit
            """
                .formatted(sight.onJobs()))
        .params(sight.and(Map.of("after", after.orElse(new UUID(0, 0)), "limit", limit)))
        .query(
            (row, n) ->
                new Decided(
                    row.getObject("id", UUID.class),
                    row.getObject("post", UUID.class),
                    Category.valueOf(row.getString("suspected")),
                    VerdictColumns.of(row),
                    Times.of(row, "at"),
                    row.getInt("judges")))
        .list();
  }
}

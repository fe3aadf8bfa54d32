package ronda.store.sql;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.policy.Precision;

/** How right the policies were, by what officers decided. */
public final class SqlPrecision {
  /** How many decisions are looked at: the newest of them. */
  public static final int MOST = 20_000;

  private final JdbcClient jdbc;

  public SqlPrecision(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Of every policy that raised something on which officers have decided since then. A job counts
   * once, by its first post: that is what the officer was shown.
   */
  public List<Precision> since(Instant since) {
    return jdbc.sql(
            """
            WITH decided AS (
              SELECT DISTINCT ON (d.job_id) d.job_id, d.verdict, d.category, d.at
              FROM judgements d JOIN jobs j ON j.id = d.job_id
              WHERE d.at >= :since AND d.undone_at IS NULL
                AND j.standing IN ('CONFIRMED', 'DISMISSED')
              ORDER BY d.job_id, d.place DESC),
            newest AS (SELECT * FROM decided ORDER BY at DESC LIMIT :most)
            SELECT split_part(f ->> 'policy', '@', 1) AS policy, count(*) AS judged,
              count(*) FILTER (WHERE n.verdict = 'confirmed' AND n.category = f ->> 'category')
                AS confirmed
            FROM newest n
            CROSS JOIN LATERAL (
              SELECT findings FROM found_posts p WHERE p.job_id = n.job_id
              ORDER BY p.received_at, p.id LIMIT 1) first
            CROSS JOIN LATERAL jsonb_array_elements(first.findings) f
            WHERE NOT (f ->> 'shadow')::boolean
            GROUP BY 1 ORDER BY 1
            """)
        .param("since", Times.at(since))
        .param("most", MOST)
        .query(
            (row, number) ->
                new Precision(
                    row.getString("policy"), row.getLong("confirmed"), row.getLong("judged")))
        .list();
  }
}

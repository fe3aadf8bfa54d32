package ronda.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.identify.post.Category;

/**
 * What an office did in a stretch of time, counted: nothing of a post and nobody's name. Within one
 * transaction of one office; from {@code from} on, before {@code until}.
 */
public final class SqlWorkDone {
  private final JdbcClient jdbc;
  private final Map<String, Object> stretch;

  public SqlWorkDone(JdbcClient jdbc, Instant from, Instant until) {
    this.jdbc = jdbc;
    this.stretch = Map.of("from", Times.at(from), "until", Times.at(until));
  }

  /**
   * Posts that came in.
   *
   * @param letGo those without a finding: counted, not kept
   * @param suspected those with one, those sent again among them
   * @param madeUp whether the sample's made-up posts are among them
   */
  public record Posts(long letGo, long suspected, boolean madeUp) {}

  public Posts posts() {
    return jdbc.sql(
            """
            SELECT coalesce(sum(posts - found), 0) AS let_go, coalesce(sum(found), 0) AS suspected,
              coalesce(bool_or(way = 'SAMPLE'), false) AS made_up
            FROM batches WHERE at >= :from AND at < :until
            """)
        .params(stretch)
        .query(
            (row, n) ->
                new Posts(
                    row.getLong("let_go"), row.getLong("suspected"), row.getBoolean("made_up")))
        .single();
  }

  /** When the office began: its first entry in the log, or what came in before it was written. */
  public static Instant begun(JdbcClient jdbc) {
    return jdbc.sql(
            """
            SELECT least((SELECT created_at FROM offices
                WHERE id = nullif(current_setting('ronda.office', true), '')::uuid),
              (SELECT min(at) FROM audit_log WHERE %1$s),
              (SELECT min(at) FROM batches WHERE %1$s)) AS begun
            """
                .formatted(OwnOffice.ROWS))
        .query((row, n) -> Times.of(row, "begun"))
        .single();
  }

  /** Review jobs whose first post is from then, by what the machine suspected. */
  public Map<Category, Long> jobs() {
    return byCategory(
        """
        SELECT category, count(*) FROM jobs WHERE first_seen >= :from AND first_seen < :until
        GROUP BY category
        """);
  }

  /** Jobs that were decided to be harmful, by the category that people gave them. */
  public Map<Category, Long> confirmed() {
    return byCategory(DECIDED.formatted("CONFIRMED", "d.category"));
  }

  /** Jobs that were decided to be harmless, by the category that the machine had suspected. */
  public Map<Category, Long> dismissed() {
    return byCategory(DECIDED.formatted("DISMISSED", "j.category"));
  }

  private static final String DECIDED =
      """
      WITH last AS (
        SELECT DISTINCT ON (d.job_id) j.standing, %2$s AS category, d.at
        FROM judgements d JOIN jobs j ON j.id = d.job_id
        WHERE d.undone_at IS NULL AND j.standing = '%1$s'
          AND d.job_id IN (SELECT job_id FROM judgements
                           WHERE at >= :from AND at < :until AND undone_at IS NULL)
        ORDER BY d.job_id, d.place DESC)
      SELECT category, count(*) FROM last WHERE at >= :from AND at < :until GROUP BY category
      """;

  private Map<Category, Long> byCategory(String sql) {
    Map<Category, Long> counts = new EnumMap<>(Category.class);
    jdbc.sql(sql)
        .params(stretch)
        .query(
            row -> {
              counts.put(Category.valueOf(row.getString(1)), row.getLong(2));
            });
    return counts;
  }

  /** How often each kind of step was taken with cases, by its code. */
  public Map<String, Long> steps() {
    Map<String, Long> counts = new TreeMap<>();
    jdbc.sql(
            """
            SELECT act, count(*) FROM case_steps WHERE at >= :from AND at < :until GROUP BY act
            """)
        .params(stretch)
        .query(
            row -> {
              counts.put(row.getString(1), row.getLong(2));
            });
    return counts;
  }

  /**
   * A wish that the authority table refused.
   *
   * @param act the act's code, such as {@code block}
   * @param row the id of the row that refused it
   * @param basis what the row said then
   */
  public record RefusedWish(String act, String row, String basis, long times) {}

  public List<RefusedWish> refusedWishes() {
    return jdbc.sql(
            """
            SELECT body::jsonb ->> 'act' AS wish, body::jsonb ->> 'row' AS row,
              max(body::jsonb ->> 'reason') AS basis, count(*) AS times
            FROM case_steps
            WHERE act = 'act-refused' AND at >= :from AND at < :until
            GROUP BY wish, row ORDER BY wish, row
            """)
        .params(stretch)
        .query(
            (row, n) ->
                new RefusedWish(
                    row.getString("wish"),
                    row.getString("row"),
                    row.getString("basis"),
                    row.getLong("times")))
        .list();
  }

  /**
   * Objections.
   *
   * @param received those that came in then
   * @param times how long each took that was decided then
   */
  public record Heard(long received, long upheld, long dismissed, List<Duration> times) {
    public Heard {
      times = List.copyOf(times);
    }
  }

  public Heard objections() {
    long received =
        jdbc.sql("SELECT count(*) FROM objections WHERE at >= :from AND at < :until")
            .params(stretch)
            .query(Long.class)
            .single();
    record Decided(boolean upheld, Duration took) {}
    List<Decided> decided =
        jdbc.sql(
                """
                SELECT d.upheld, o.at AS came, d.at AS decided FROM objection_decisions d
                JOIN objections o ON o.id = d.objection_id WHERE d.at >= :from AND d.at < :until
                """)
            .params(stretch)
            .query((row, n) -> new Decided(row.getBoolean("upheld"), between(row)))
            .list();
    long upheld = decided.stream().filter(Decided::upheld).count();
    return new Heard(
        received, upheld, decided.size() - upheld, decided.stream().map(Decided::took).toList());
  }

  /** Never negative, whatever clocks said. */
  private static Duration between(ResultSet row) throws SQLException {
    Duration took = Duration.between(Times.of(row, "came"), Times.of(row, "decided"));
    return took.isNegative() ? Duration.ZERO : took;
  }

  /** Wishes to open sealed evidence that a second person decided. */
  public record Openings(long agreed, long refused) {}

  public Openings openings() {
    return jdbc.sql(
            """
            SELECT count(*) FILTER (WHERE agreed) AS agreed,
              count(*) FILTER (WHERE NOT agreed) AS refused
            FROM evidence_openings
            WHERE decided_at >= :from AND decided_at < :until AND decided_by <> asked_by
            """)
        .params(stretch)
        .query((row, n) -> new Openings(row.getLong("agreed"), row.getLong("refused")))
        .single();
  }

  /** Names and versions of the policies that are in force now. */
  public Map<String, Integer> policies() {
    Map<String, Integer> versions = new TreeMap<>();
    jdbc.sql("SELECT name, in_force FROM policies WHERE in_force IS NOT NULL")
        .query(
            row -> {
              versions.put(row.getString(1), row.getInt(2));
            });
    return versions;
  }
}

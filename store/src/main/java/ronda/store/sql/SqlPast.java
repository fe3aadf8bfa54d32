package ronda.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.office.Region;
import ronda.casework.policy.Past;
import ronda.casework.review.Standing;
import ronda.identify.post.Category;

/** What came in before, read in pages, within one transaction of one office ({@link InOffice}). */
public final class SqlPast implements Past {
  private static final int PAGE = 500;
  private static final OffsetDateTime END_OF_TIME =
      OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
  private static final UUID LAST_ID = new UUID(-1, -1);

  private final JdbcClient jdbc;

  public SqlPast(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Row<T>(T post, OffsetDateTime at, UUID id) {}

  /**
   * What was decided of a job by way of another: the one that it is the same as in the end. People
   * say so over a few steps at most; a ring of jobs ends after as many.
   */
  private static final String ROOT =
      """
      CASE WHEN j.standing <> 'DUPLICATE' THEN j.id ELSE (
        WITH RECURSIVE same AS (
          SELECT j.id AS job, 0 AS steps
          UNION ALL
          SELECT last.original, steps + 1
          FROM same JOIN jobs k ON k.id = same.job AND k.standing = 'DUPLICATE'
          CROSS JOIN LATERAL (SELECT original FROM judgements d
            WHERE d.job_id = k.id AND d.undone_at IS NULL ORDER BY d.place DESC LIMIT 1) last
          WHERE steps < 20)
        SELECT job FROM same ORDER BY steps DESC LIMIT 1) END\
      """;

  @Override
  public void found(Instant since, Predicate<Found> each) {
    walk(
        """
        SELECT p.id, p.received_at, p.text, p.region, p.job_id, root.standing,
          j.suspected || ARRAY(SELECT category FROM judgements s
            WHERE s.job_id = p.job_id AND s.undone_at IS NULL AND category IS NOT NULL) AS may_show,
          (SELECT d.category FROM judgements d
           WHERE d.job_id = root.id AND d.undone_at IS NULL ORDER BY d.place DESC LIMIT 1) AS decided
        FROM found_posts p JOIN jobs j ON j.id = p.job_id JOIN jobs root ON root.id = %s
        WHERE p.received_at >= :since AND (p.received_at, p.id) < (:at, :id)
          AND j.forgotten_at IS NULL
        ORDER BY p.received_at DESC, p.id DESC LIMIT :page
        """
            .formatted(ROOT),
        since,
        (row, number) -> new Row<>(found(row), at(row), id(row)),
        each);
  }

  @Override
  public void sample(Instant since, Predicate<Sampled> each) {
    walk(
        """
        SELECT p.id, p.received_at, p.text, p.region,
          greatest(1, coalesce(h.offered::float8 / nullif(h.kept, 0), 1)) AS weight
        FROM sample_posts p
        LEFT JOIN sample_hours h
          ON h.office_id = p.office_id AND h.hour = date_trunc('hour', p.received_at, 'UTC')
        WHERE p.received_at >= :since AND (p.received_at, p.id) < (:at, :id)
        ORDER BY p.received_at DESC, p.id DESC LIMIT :page
        """,
        since,
        (row, number) -> new Row<>(sampled(row), at(row), id(row)),
        each);
  }

  private interface Rows<T> {
    Row<T> of(ResultSet row, int number) throws SQLException;
  }

  private <T> void walk(String sql, Instant since, Rows<T> rows, Predicate<T> each) {
    OffsetDateTime at = END_OF_TIME;
    UUID id = LAST_ID;
    List<Row<T>> page;
    do {
      page =
          jdbc.sql(sql)
              .param("since", Times.at(since))
              .param("at", at)
              .param("id", id)
              .param("page", PAGE)
              .query(rows::of)
              .list();
      for (Row<T> row : page) {
        if (!each.test(row.post)) {
          return;
        }
        at = row.at;
        id = row.id;
      }
    } while (page.size() == PAGE);
  }

  private static Found found(ResultSet row) throws SQLException {
    Said said =
        switch (Standing.valueOf(row.getString("standing"))) {
          case CONFIRMED -> Said.CONFIRMED;
          case DISMISSED -> Said.REJECTED;
          case WAITING, AWAITS_SECOND, DISPUTED, DUPLICATE -> Said.NOT_JUDGED;
        };
    @Nullable String decided = row.getString("decided");
    return new Found(
        row.getObject("job_id", UUID.class),
        row.getString("text"),
        region(row),
        Times.of(row, "received_at"),
        said,
        JobRows.categories(row.getArray("may_show")),
        said == Said.CONFIRMED
            ? Optional.ofNullable(decided).map(Category::valueOf)
            : Optional.empty());
  }

  private static Sampled sampled(ResultSet row) throws SQLException {
    return new Sampled(
        row.getString("text"), region(row), Times.of(row, "received_at"), row.getDouble("weight"));
  }

  private static Region region(ResultSet row) throws SQLException {
    String code = row.getString("region");
    return Region.isCode(code) ? new Region(code) : Region.UNKNOWN;
  }

  private static OffsetDateTime at(ResultSet row) throws SQLException {
    return row.getObject("received_at", OffsetDateTime.class);
  }

  private static UUID id(ResultSet row) throws SQLException {
    return row.getObject("id", UUID.class);
  }
}

package ronda.store.sql;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.cases.CaseFile;
import ronda.casework.retention.Fate;
import ronda.casework.retention.LegalHold;
import ronda.casework.retention.Periods;
import ronda.casework.retention.RecordKind;
import ronda.casework.review.Job;
import ronda.casework.watch.WatchedAccount;

/**
 * How long one office keeps what, and forgetting what was kept long enough, within one transaction
 * of that office ({@link InOffice}).
 */
public final class SqlRetention {
  /** {@link Fate#of}, said in SQL: a test holds the two together. */
  private static final String OVER =
      """
      WITH kept AS (
        SELECT j.id,
          CASE WHEN c.status = 'CLOSED' THEN 'CLOSED_CASES'
            WHEN j.standing = 'DISMISSED' THEN 'JUDGED_HARMLESS'
            WHEN j.standing IN ('CONFIRMED', 'DUPLICATE') THEN 'WITHOUT_CASE'
            ELSE 'UNDECIDED' END AS kind,
          CASE WHEN c.status = 'CLOSED' THEN c.last_step
            WHEN j.standing IN ('DISMISSED', 'CONFIRMED', 'DUPLICATE') THEN
              (SELECT max(at) FROM judgements d WHERE d.job_id = j.id AND d.undone_at IS NULL)
            ELSE (SELECT max(received_at) FROM found_posts p WHERE p.job_id = j.id) END AS since,
          g.marked_at AS golden
        FROM jobs j
        LEFT JOIN case_jobs cj ON cj.job_id = j.id
        LEFT JOIN cases c ON c.id = cj.case_id
        LEFT JOIN golden_items g ON g.job_id = j.id AND g.retired_at IS NULL
        WHERE j.forgotten_at IS NULL AND (c.id IS NULL OR c.status IN ('CLOSED', 'WITHDRAWN'))
          AND NOT EXISTS (SELECT FROM legal_holds h
            WHERE h.lifted_at IS NULL AND (h.subject = j.id OR h.subject = c.id)))
      SELECT id, kind FROM kept
      WHERE since < CASE kind WHEN 'CLOSED_CASES' THEN :CLOSED_CASES
          WHEN 'JUDGED_HARMLESS' THEN :JUDGED_HARMLESS WHEN 'WITHOUT_CASE' THEN :WITHOUT_CASE
          ELSE :UNDECIDED END
        AND (golden IS NULL OR golden < :GOLDEN_ITEMS)\
      """;

  private static final String REJECTS =
      """
      SELECT r.batch, r.line FROM rejects r JOIN batches b ON b.id = r.batch
      WHERE b.at < :REJECTED_LINES\
      """;

  private static final String WATCH_REJECTS =
      """
      SELECT r.import_id, r.line FROM watch_rejects r
      JOIN watch_imports i ON i.id = r.import_id WHERE i.at < :REJECTED_LINES\
      """;

  private static final String LOOKS = "SELECT officer, job_id, at FROM views WHERE at < :LOOKS";

  /** The rows of every kind that is neither a job's posts nor an account, whose time is over. */
  private static final Map<RecordKind, String> OTHERS_OVER =
      Map.of(
          RecordKind.REJECTED_LINES,
          "SELECT line FROM ("
              + REJECTS
              + ") AS x UNION ALL SELECT line FROM ("
              + WATCH_REJECTS
              + ") AS y",
          RecordKind.LOOKS,
          LOOKS,
          RecordKind.UNMATCHED_REPLIES,
          SqlPostRetention.MAILS,
          RecordKind.HANDED_ADDRESSES,
          SqlPostRetention.ADDRESSES);

  private final JdbcClient jdbc;

  public SqlRetention(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What this office has set; the rest is as usual. */
  public Periods periods() {
    Map<RecordKind, Integer> days = new EnumMap<>(RecordKind.class);
    jdbc.sql("SELECT kind, days FROM retention_settings")
        .query(
            row -> {
              // Of a kind that a newer Ronda set, this one knows nothing.
              Optional<RecordKind> kind = RecordKind.ofCode(row.getString("kind"));
              if (kind.isPresent()) {
                days.put(kind.get(), row.getInt("days"));
              }
            });
    return new Periods(days);
  }

  public void set(Periods periods) {
    periods
        .days()
        .forEach(
            (kind, days) ->
                jdbc.sql(
                        """
                        INSERT INTO retention_settings (kind, days) VALUES (:kind, :days)
                        ON CONFLICT (office_id, kind) DO UPDATE SET days = excluded.days
                        """)
                    .param("kind", kind.code())
                    .param("days", days)
                    .update());
  }

  /** What becomes of this job's posts. */
  public Fate fate(Job job) {
    Optional<CaseFile> file = new SqlCases(jdbc).ofJob(job.id());
    List<LegalHold> holds = new ArrayList<>(new SqlLegalHolds(jdbc).on(job.id()));
    file.ifPresent(one -> holds.addAll(new SqlLegalHolds(jdbc).on(one.id())));
    Instant lastReceived =
        jdbc.sql("SELECT max(received_at) AS at FROM found_posts WHERE job_id = :job")
            .param("job", job.id())
            .query((row, n) -> Times.ofNullable(row, "at"))
            .single()
            .orElse(job.lastSeen());
    Optional<Instant> golden =
        jdbc.sql("SELECT marked_at FROM golden_items WHERE job_id = :job AND retired_at IS NULL")
            .param("job", job.id())
            .query((row, n) -> Times.of(row, "marked_at"))
            .optional();
    return Fate.of(new Fate.Known(job, file, lastReceived, golden, holds), periods());
  }

  /** What becomes of this account on the watchlist. */
  public Fate fate(WatchedAccount account) {
    return new SqlWatchRetention(jdbc).fate(account, periods());
  }

  /**
   * Forgets what was kept long enough, at most {@code most} records of each sort, and answers how
   * many of which kind. What another round holds just now is left to that one.
   */
  public Map<RecordKind, Integer> forget(Instant now, int most) {
    Periods periods = periods();
    Map<RecordKind, Integer> counts = new EnumMap<>(RecordKind.class);
    forgetJobs(periods, now, most, counts);
    count(RecordKind.REJECTED_LINES, forgetLines(bounds(periods, now), most), counts);
    count(RecordKind.LOOKS, forgetLooks(bounds(periods, now), most), counts);
    counts.putAll(new SqlWatchRetention(jdbc).forget(bounds(periods, now), most));
    counts.putAll(new SqlPostRetention(jdbc).forget(bounds(periods, now), now, most));
    return counts;
  }

  /**
   * How many records of each kind are over by these periods, whether or not they are the ones that
   * hold: what a round would forget. Kinds of which it would forget none are missing.
   */
  public Map<RecordKind, Long> over(Periods periods, Instant now) {
    Map<String, Object> bounds = bounds(periods, now);
    Map<RecordKind, Long> counts = new EnumMap<>(RecordKind.class);
    counts.putAll(countKinds(OVER, bounds));
    counts.putAll(countKinds(SqlWatchRetention.OVER, bounds));
    OTHERS_OVER.forEach(
        (kind, rows) -> {
          long over =
              jdbc.sql("SELECT count(*) FROM (" + rows + ") AS o")
                  .params(bounds)
                  .query(Long.class)
                  .single();
          if (over > 0) {
            counts.put(kind, over);
          }
        });
    return counts;
  }

  private Map<RecordKind, Long> countKinds(String rows, Map<String, Object> bounds) {
    Map<RecordKind, Long> counts = new EnumMap<>(RecordKind.class);
    jdbc.sql("SELECT kind, count(*) AS n FROM (" + rows + ") AS o GROUP BY kind")
        .params(bounds)
        .query(
            row -> {
              counts.put(RecordKind.valueOf(row.getString("kind")), row.getLong("n"));
            });
    return counts;
  }

  private static void count(RecordKind kind, int more, Map<RecordKind, Integer> counts) {
    if (more > 0) {
      counts.merge(kind, more, Integer::sum);
    }
  }

  private void forgetJobs(Periods periods, Instant now, int most, Map<RecordKind, Integer> counts) {
    List<UUID> candidates =
        jdbc.sql(OVER + " LIMIT :most")
            .params(bounds(periods, now))
            .param("most", most)
            .query((row, n) -> row.getObject("id", UUID.class))
            .list();
    if (candidates.isEmpty()) {
      return;
    }
    List<UUID> locked =
        jdbc.sql("SELECT id FROM jobs WHERE id IN (:ids) ORDER BY id FOR UPDATE SKIP LOCKED")
            .param("ids", candidates)
            .query((row, n) -> row.getObject("id", UUID.class))
            .list();
    if (locked.isEmpty()) {
      return;
    }
    // Asked once more, now that nobody else can change them: a hold may have come in between.
    List<UUID> over = new ArrayList<>();
    jdbc.sql(OVER + " AND id IN (:locked)")
        .params(bounds(periods, now))
        .param("locked", locked)
        .query(
            row -> {
              over.add(row.getObject("id", UUID.class));
              count(RecordKind.valueOf(row.getString("kind")), 1, counts);
            });
    if (!over.isEmpty()) {
      new SqlJobs(jdbc).forget(over, now);
      forgetPractice(over, now);
    }
  }

  /** Nobody practises on posts that are gone; what was said of the copies stays. */
  private void forgetPractice(List<UUID> jobs, Instant now) {
    new SqlGolden(jdbc).without(jobs, now);
  }

  private static Map<String, Object> bounds(Periods periods, Instant now) {
    Map<String, Object> bounds = new HashMap<>();
    for (RecordKind kind : RecordKind.values()) {
      bounds.put(kind.name(), Times.at(now.minus(periods.of(kind))));
    }
    return bounds;
  }

  /** Of intake and of lists of accounts: raw lines may hold anything, identity numbers too. */
  private int forgetLines(Map<String, Object> bounds, int most) {
    return delete("rejects WHERE (batch, line)", REJECTS, bounds, most)
        + delete("watch_rejects WHERE (import_id, line)", WATCH_REJECTS, bounds, most);
  }

  private int forgetLooks(Map<String, Object> bounds, int most) {
    return delete("views WHERE (officer, job_id, at)", LOOKS, bounds, most);
  }

  private int delete(String rows, String over, Map<String, Object> bounds, int most) {
    return jdbc.sql("DELETE FROM " + rows + " IN (" + over + " LIMIT :most)")
        .params(bounds)
        .param("most", most)
        .update();
  }
}

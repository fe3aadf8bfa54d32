package ronda.store.sql;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.cases.CaseFile;
import ronda.casework.retention.Fate;
import ronda.casework.retention.LegalHold;
import ronda.casework.retention.Periods;
import ronda.casework.retention.RecordKind;
import ronda.casework.watch.WatchedAccount;

/**
 * How long one office keeps accounts on its watchlist, within one transaction of that office
 * ({@link InOffice}). An account goes with its whole history; what people did stays in the audit
 * log.
 */
final class SqlWatchRetention {
  /** {@link Fate#of(Fate.Watched, Periods)}, said in SQL: a test holds the two together. */
  static final String OVER =
      """
      SELECT a.id,
        CASE a.state WHEN 'released' THEN 'RELEASED_ACCOUNTS' ELSE 'WATCHED_ACCOUNTS' END AS kind
      FROM watched_accounts a
      CROSS JOIN LATERAL (SELECT max(at) AS touched FROM watch_steps WHERE account_id = a.id) s
      WHERE CASE a.state WHEN 'released' THEN touched < :RELEASED_ACCOUNTS
          ELSE greatest(a.last_seen, touched) < :WATCHED_ACCOUNTS END
        AND NOT EXISTS (SELECT FROM legal_holds h WHERE h.lifted_at IS NULL AND h.subject = a.id)
        AND NOT EXISTS (
          SELECT FROM watch_steps l JOIN cases c ON c.number = l.words ->> 'case'
          WHERE l.account_id = a.id AND l.kind = 'case-linked' AND (c.status = 'OPEN' OR EXISTS (
            SELECT FROM legal_holds h WHERE h.lifted_at IS NULL AND h.subject = c.id)))\
      """;

  private final JdbcClient jdbc;

  SqlWatchRetention(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Fate fate(WatchedAccount account, Periods periods) {
    SqlCases cases = new SqlCases(jdbc);
    SqlLegalHolds held = new SqlLegalHolds(jdbc);
    List<CaseFile> files =
        account.cases().stream().flatMap(number -> cases.find(number).stream()).toList();
    List<LegalHold> holds = new ArrayList<>(held.on(account.id()));
    files.forEach(file -> holds.addAll(held.on(file.id())));
    return Fate.of(new Fate.Watched(account, files, holds), periods);
  }

  /**
   * Forgets at most {@code most} accounts and answers how many of which kind. One that somebody
   * changes just now is left to the next round.
   *
   * @param bounds by the name of each kind, before when it is over
   */
  Map<RecordKind, Integer> forget(Map<String, Object> bounds, int most) {
    List<UUID> locked =
        jdbc.sql(
                "SELECT id FROM watched_accounts WHERE id IN (SELECT id FROM ("
                    + OVER
                    + ") AS o LIMIT :most) ORDER BY id FOR UPDATE SKIP LOCKED")
            .params(bounds)
            .param("most", most)
            .query((row, n) -> row.getObject("id", UUID.class))
            .list();
    if (locked.isEmpty()) {
      return Map.of();
    }
    // Asked once more, now that nobody else can change them: a hold may have come in between.
    Map<RecordKind, Integer> counts = new EnumMap<>(RecordKind.class);
    jdbc.sql(
            "WITH gone AS ("
                + OVER
                + " AND a.id IN (:locked)), forgotten AS ("
                + "DELETE FROM watched_accounts w USING gone WHERE w.id = gone.id RETURNING kind)"
                + " SELECT kind, count(*) AS n FROM forgotten GROUP BY kind")
        .params(bounds)
        .param("locked", locked)
        .query(
            row -> {
              counts.put(RecordKind.valueOf(row.getString("kind")), row.getInt("n"));
            });
    return counts;
  }
}

package ronda.store.sql;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The lists that officers brought, and the lines of them that could not be read, so that whoever
 * brought one can put them right. Within one transaction of one office ({@link InOffice}).
 */
public final class SqlWatchImports {
  private final JdbcClient jdbc;

  public SqlWatchImports(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What became of a list.
   *
   * @param entered accounts that are new on the watchlist
   * @param known accounts that stood there already
   */
  public record Brought(
      UUID id, Instant at, String by, String file, int entered, int known, int rejected) {}

  /** A line that could not be read, and why. */
  public record Reject(long line, String error, String input) {}

  /** Keeps what became of a list. */
  public void keep(Brought brought, List<Reject> rejects) {
    jdbc.sql(
            """
            INSERT INTO watch_imports (id, at, actor, file, entered, known, rejected)
            VALUES (:id, :at, :actor, :file, :entered, :known, :rejected)
            """)
        .param("id", brought.id())
        .param("at", Times.at(brought.at()))
        .param("actor", brought.by())
        .param("file", brought.file())
        .param("entered", brought.entered())
        .param("known", brought.known())
        .param("rejected", brought.rejected())
        .update();
    for (Reject reject : rejects) {
      jdbc.sql(
              """
              INSERT INTO watch_rejects (import_id, line, error, input)
              VALUES (:import, :line, :error, :input)
              """)
          .param("import", brought.id())
          .param("line", reject.line())
          .param("error", reject.error())
          .param("input", reject.input())
          .update();
    }
  }

  /** The list with this id. */
  public Optional<Brought> byId(UUID id) {
    return jdbc.sql("SELECT * FROM watch_imports WHERE id = :id")
        .param("id", id)
        .query(
            (row, n) ->
                new Brought(
                    row.getObject("id", UUID.class),
                    Times.of(row, "at"),
                    row.getString("actor"),
                    row.getString("file"),
                    row.getInt("entered"),
                    row.getInt("known"),
                    row.getInt("rejected")))
        .optional();
  }

  /** The lines of a list that could not be read, in its order. */
  public List<Reject> rejectsOf(UUID id, int limit) {
    return jdbc.sql("SELECT * FROM watch_rejects WHERE import_id = :id ORDER BY line LIMIT :limit")
        .param("id", id)
        .param("limit", limit)
        .query(
            (row, n) ->
                new Reject(row.getLong("line"), row.getString("error"), row.getString("input")))
        .list();
  }
}

package ronda.store.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Keeps a restored database from acting by itself (menghentikan). The tokens of programs are named
 * only: whoever sends posts shall go on, and a person knows which of them was ended since. Nobody
 * knows which of its waiting letters left after the backup was made, nor whose session or token was
 * ended since; and a copy on a second machine must not write to anybody. Part of the transaction of
 * the restore.
 *
 * <p>The tables are those of the backup, which may be older than this release: what is not there
 * yet needs no stilling.
 */
final class Stilling {
  /** As {@code OurWords.RESTORED} of the letters stands among a sending's words. */
  private static final String WHY = "ronda:restored";

  private final Connection connection;
  private final Map<String, List<String>> columns;

  private Stilling(Connection connection, Catalogue catalogue) throws SQLException {
    this.connection = connection;
    columns =
        catalogue.tables().stream()
            .collect(Collectors.toMap(Catalogue.Table::name, Catalogue.Table::columns));
  }

  static Stilled run(Connection connection, Catalogue catalogue) throws SQLException {
    Stilling stilling = new Stilling(connection, catalogue);
    return new Stilled(
        stilling.letters(),
        stilling.rows("sessions", "DELETE FROM sessions RETURNING 1").size(),
        stilling
            .rows("sign_in_links", "DELETE FROM sign_in_links WHERE used_at IS NULL RETURNING 1")
            .size(),
        stilling.rows("tokens", "SELECT name FROM tokens WHERE ended_at IS NULL").stream()
            .sorted()
            .toList(),
        stilling
            .rows(
                "stationery", "UPDATE stationery SET by_itself = false WHERE by_itself RETURNING 1")
            .size());
  }

  private int letters() throws SQLException {
    boolean doubted = columns.getOrDefault("outbox", List.of()).contains("doubted");
    return rows(
            "outbox",
            """
            UPDATE outbox SET state = 'DOUBTFUL', words = '%s', leased_until = NULL,
              handing_since = NULL %s
            WHERE state IN ('WAITING', 'HANDING_OVER') RETURNING 1
            """
                .formatted(WHY, doubted ? ", doubted = true" : ""))
        .size();
  }

  private List<String> rows(String table, String sql) throws SQLException {
    if (!columns.containsKey(table)) {
      return List.of();
    }
    List<String> all = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        all.add(row.getString(1));
      }
    }
    return all;
  }
}

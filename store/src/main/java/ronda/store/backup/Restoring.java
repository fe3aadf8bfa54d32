package ronda.store.backup;

import java.io.IOException;
import java.security.DigestInputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import ronda.store.schema.Schema;

/** Fills an empty database from a backup that was checked. */
final class Restoring {
  private static final String ONE_AT_A_TIME = "hashtextextended('ronda.restore', 0)";

  private final Connection connection;
  private final BackupReader reader;
  private final Manifest manifest;

  private Restoring(Connection connection, BackupReader reader, Manifest manifest) {
    this.connection = connection;
    this.reader = reader;
    this.manifest = manifest;
  }

  static Stilled run(DataSource source, BackupReader reader, Manifest manifest, String migrations) {
    Stilled stilled;
    try (Connection connection = source.getConnection()) {
      Restoring restoring = new Restoring(connection, reader, manifest);
      restoring.keepOthersOut();
      try {
        Schema.prepareForRestore(source, manifest.schema(), migrations);
        stilled = restoring.fill();
      } finally {
        Session.execute(connection, "SELECT pg_advisory_unlock(" + ONE_AT_A_TIME + ")");
      }
      // Else the first questions are planned as if every table were empty.
      for (Manifest.Table table : manifest.tables()) {
        Session.execute(connection, "ANALYZE " + Catalogue.quoted(table.name()));
      }
    } catch (SQLException failed) {
      throw new BackupRefused(
          "The backup was not restored, and the database is still without rows: "
              + failed.getMessage(),
          failed);
    }
    Schema.migrate(source, migrations);
    return stilled;
  }

  private void keepOthersOut() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT pg_try_advisory_lock(" + ONE_AT_A_TIME + ")")) {
      row.next();
      if (!row.getBoolean(1)) {
        throw new BackupRefused("Another restore into this database is under way.");
      }
    }
  }

  private Stilled fill() throws SQLException {
    connection.setAutoCommit(false);
    try {
      Session.prepare(connection);
      Catalogue catalogue = new Catalogue(connection);
      checkTables(catalogue);
      List<Catalogue.Obstacle> obstacles = catalogue.obstacles();
      for (Catalogue.Obstacle obstacle : obstacles) {
        Session.execute(connection, obstacle.undo());
      }
      copyAll();
      for (Catalogue.Obstacle obstacle : obstacles.reversed()) {
        Session.execute(connection, obstacle.redo());
      }
      for (Manifest.Sequence sequence : manifest.sequences()) {
        position(sequence);
      }
      Stilled stilled = Stilling.run(connection, catalogue);
      Session.execute(connection, "DROP TABLE " + Schema.RESTORING);
      connection.commit();
      return stilled;
    } catch (SQLException | RuntimeException failed) {
      connection.rollback();
      throw failed;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  private void checkTables(Catalogue catalogue) throws SQLException {
    Map<String, Catalogue.Table> here =
        catalogue.tables().stream()
            .collect(Collectors.toMap(Catalogue.Table::name, Function.identity()));
    for (Manifest.Table table : manifest.tables()) {
      Catalogue.Table made = here.remove(table.name());
      if (made == null || !made.columns().containsAll(table.columns())) {
        throw new BackupRefused(
            "The table %s of the backup does not fit the one of schema version %s."
                .formatted(table.name(), manifest.schema()));
      }
    }
    if (!here.isEmpty()) {
      throw new BackupRefused(
          "The backup lacks the tables %s of schema version %s."
              .formatted(here.keySet(), manifest.schema()));
    }
  }

  private void copyAll() throws SQLException {
    // Migrations may have put rows into some.
    Session.execute(
        connection,
        "TRUNCATE "
            + manifest.tables().stream()
                .map(table -> Catalogue.quoted(table.name()))
                .collect(Collectors.joining(", ")));
    CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
    for (Manifest.Table table : manifest.tables()) {
      try (DigestInputStream rows = reader.rows(table)) {
        long copied =
            copies.copyIn(
                "COPY " + Catalogue.copied(table.name(), table.columns()) + " FROM STDIN", rows);
        reader.compare(table, rows);
        if (copied != table.rows()) {
          throw new IOException("%d rows instead of %d".formatted(copied, table.rows()));
        }
      } catch (IOException damaged) {
        throw reader.damaged(table, damaged);
      }
    }
  }

  private void position(Manifest.Sequence sequence) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT setval(CAST(? AS regclass), ?, ?)")) {
      statement.setString(1, Catalogue.quoted(sequence.name()));
      statement.setLong(2, sequence.last());
      statement.setBoolean(3, sequence.called());
      statement.executeQuery().close();
    }
  }
}

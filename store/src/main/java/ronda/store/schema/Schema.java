package ronda.store.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The shape of the tables, and its version. */
public final class Schema {
  /** The table that remembers which migrations ran. */
  public static final String HISTORY = "schema_history";

  /**
   * The table that stands in a database while a backup is restored into it, so that what a killed
   * restore leaves is never taken for a database without posts.
   */
  public static final String RESTORING = "restore_under_way";

  /** Where the migrations of this release lie. */
  public static final String MIGRATIONS = "classpath:ronda/store/migrations";

  private Schema() {}

  /**
   * Brings the database to this release's schema; does nothing when it is there already. Two
   * processes may do so at once: one waits for the other.
   *
   * @throws SchemaRefused when the database is of a newer release, a restore into it was begun and
   *     not finished, or a migration fails, which then leaves no trace
   */
  public static void migrate(DataSource source) {
    migrate(source, MIGRATIONS);
  }

  /** As {@link #migrate(DataSource)}, with migrations that lie elsewhere. */
  public static void migrate(DataSource source, String migrations) {
    attempt(
        () -> {
          if (exists(source, RESTORING)) {
            throw new SchemaRefused(
                "A restore into this database was begun and not finished. Run `ronda restore FILE`"
                    + " again.");
          }
          Flyway flyway = settings(source, migrations).load();
          refuseNewer(flyway);
          return flyway.migrate();
        });
  }

  /**
   * As {@link #migrate(DataSource)}, but for a program beside the desk: an empty database is given
   * the tables, one of an older release is left alone, because a desk of that release may be at
   * work on it.
   *
   * @throws SchemaRefused also when the database is of an older release
   */
  public static void join(DataSource source) {
    attempt(
        () -> {
          Flyway flyway = settings(source, MIGRATIONS).load();
          if (flyway.info().applied().length > 0 && flyway.info().pending().length > 0) {
            throw new SchemaRefused(
                "The database is of an older release. Stop the desk and start it again with"
                    + " `ronda up`, which brings it to this one.");
          }
          return flyway;
        });
    migrate(source);
  }

  /** Whether a restore into this database was begun and not finished. */
  public static boolean isBeingRestored(Connection connection) throws SQLException {
    return exists(connection, RESTORING);
  }

  /** The version of the last migration that ran, or empty when the database has no tables yet. */
  public static Optional<String> version(Connection connection) throws SQLException {
    if (!exists(connection, HISTORY)) {
      return Optional.empty();
    }
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT version FROM "
                    + HISTORY
                    + " WHERE success AND version IS NOT NULL ORDER BY installed_rank DESC"
                    + " LIMIT 1")) {
      return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
    }
  }

  /**
   * Makes the tables of an older or the present version in an empty database, and marks it with the
   * table {@link #RESTORING}. What an earlier restore left unfinished is thrown away first.
   *
   * @throws SchemaRefused when the database holds anything else, or this release does not know the
   *     version
   */
  public static void prepareForRestore(DataSource source, String version, String migrations) {
    attempt(
        () -> {
          FluentConfiguration settings = settings(source, migrations);
          if (exists(source, RESTORING)) {
            settings.cleanDisabled(false).load().clean();
          } else if (hasTables(source)) {
            throw new SchemaRefused(
                "The database is not empty, and a restore never overwrites. Restore into a new"
                    + " home, or into a new database.");
          }
          MigrationVersion target = MigrationVersion.fromVersion(version);
          if (!knows(settings.load(), target)) {
            throw new SchemaRefused(
                "The backup is of schema version %s, which this release does not know. Restore it with the release that wrote it, or a newer one."
                    .formatted(version));
          }
          execute(source, "CREATE TABLE " + RESTORING + " (since timestamptz DEFAULT now())");
          // With the mark the schema is not empty; Flyway then wants to be told where it begins.
          return settings
              .baselineOnMigrate(true)
              .baselineVersion("0")
              .target(target)
              .load()
              .migrate();
        });
  }

  private static FluentConfiguration settings(DataSource source, String migrations) {
    return Flyway.configure()
        .dataSource(source)
        .locations(migrations)
        .table(HISTORY)
        .callbacks(new EveryOffice())
        .failOnMissingLocations(true);
  }

  private static boolean knows(Flyway flyway, MigrationVersion version) {
    return Arrays.stream(flyway.info().all()).anyMatch(known -> version.equals(known.getVersion()));
  }

  // Flyway itself would let a newer database pass, and the program would trip over it later.
  private static void refuseNewer(Flyway flyway) {
    Optional<MigrationInfo> newer =
        Arrays.stream(flyway.info().applied())
            .filter(
                applied ->
                    applied.getState() == MigrationState.FUTURE_SUCCESS
                        || applied.getState() == MigrationState.FUTURE_FAILED)
            .reduce((earlier, later) -> later);
    if (newer.isPresent()) {
      throw new SchemaRefused(
          "The database was last used by a newer release of Ronda (schema version %s). Start that release or a newer one."
              .formatted(newer.get().getVersion()));
    }
  }

  private static boolean exists(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT to_regclass(quote_ident(current_schema()) || '."
                    + table
                    + "') IS NOT NULL")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private static boolean exists(DataSource source, String table) throws SQLException {
    try (Connection connection = source.getConnection()) {
      return exists(connection, table);
    }
  }

  private static boolean hasTables(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT 1 FROM pg_tables WHERE schemaname = current_schema() LIMIT 1")) {
      return rows.next();
    }
  }

  private static void execute(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @FunctionalInterface
  private interface Work {
    Object run() throws SQLException;
  }

  private static void attempt(Work work) {
    try {
      work.run();
    } catch (FlywayException | SQLException failed) {
      throw new SchemaRefused(
          "The database could not be brought to this release's schema: " + failed.getMessage(),
          failed);
    }
  }
}

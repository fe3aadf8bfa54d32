package ronda.store.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * The database that Ronda works with, open: its own ({@link Embedded}), or the office's ({@link
 * Own}). Whoever opens it closes it.
 */
public sealed interface Database extends AutoCloseable {
  /** The setting that names the office's own PostgreSQL. */
  String URL = "RONDA_DATABASE_URL";

  /** Connections, lent out and taken back; safe for use by several threads. */
  DataSource source();

  /** What the person who runs Ronda should know before trusting it with data; mostly nothing. */
  List<String> warnings();

  /** Gives the connections back, and stops the embedded server within ten seconds. */
  @Override
  void close();

  /** The embedded one, in the home folder. */
  record Embedded(EmbeddedPostgres server, HikariDataSource source) implements Database {
    @Override
    public List<String> warnings() {
      return List.of();
    }

    @Override
    public void close() {
      try (server) {
        source.close();
      }
    }
  }

  /** The office's own. */
  record Own(HikariDataSource source, List<String> warnings) implements Database {
    public Own {
      warnings = List.copyOf(warnings);
    }

    @Override
    public void close() {
      source.close();
    }
  }

  /**
   * Opens the database: the one that {@code RONDA_DATABASE_URL} names, else the embedded one of the
   * home folder.
   *
   * @throws DatabaseUnavailable when there is none to be had, saying why
   */
  static Database open(Path home, Map<String, String> environment) {
    return open(environment, () -> EmbeddedPostgres.open(home));
  }

  /**
   * As {@link #open}, but when another process has the home folder open, its server is used: for
   * commands that may run beside a running Ronda.
   */
  static Database openOrJoin(Path home, Map<String, String> environment) {
    return open(environment, () -> EmbeddedPostgres.openOrJoin(home));
  }

  private static Database open(
      Map<String, String> environment, Supplier<EmbeddedPostgres> embedded) {
    String url = environment.getOrDefault(URL, "").strip();
    return url.isEmpty() ? embedded(embedded.get()) : own(Address.parse(url));
  }

  private static Database embedded(EmbeddedPostgres server) {
    try {
      return new Embedded(server, pool(server.jdbcUrl(), server.user(), server.password()));
    } catch (RuntimeException failed) {
      try (server) {
        throw failed;
      }
    }
  }

  private static Database own(Address address) {
    HikariDataSource source = pool(address.jdbcUrl(), address.user(), address.password());
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet login =
            statement.executeQuery(
                "SELECT rolname, rolsuper OR rolbypassrls,"
                    + " CAST(current_setting('server_version_num') AS integer)"
                    + " FROM pg_roles WHERE rolname = current_user")) {
      login.next();
      Optional<String> tooOld = new Version(login.getInt(3)).whyNot(address.toString());
      if (tooOld.isPresent()) {
        source.close();
        throw new DatabaseUnavailable(tooOld.get());
      }
      return new Own(
          source, login.getBoolean(2) ? List.of(tooMighty(login.getString(1))) : List.of());
    } catch (SQLException failed) {
      source.close();
      throw new DatabaseUnavailable(
          "The PostgreSQL at %s does not answer: %s".formatted(address, failed.getMessage()),
          failed);
    }
  }

  private static String tooMighty(String user) {
    return "The database login \"%s\" is a superuser or exempt from row security, so PostgreSQL does not keep offices apart for it. Give Ronda a login of its own that owns its database: CREATE ROLE ronda LOGIN PASSWORD '…'; CREATE DATABASE ronda OWNER ronda;"
        .formatted(user);
  }

  private static HikariDataSource pool(String url, String user, String password) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("ronda");
    config.setJdbcUrl(url);
    if (!user.isEmpty()) {
      config.setUsername(user);
    }
    if (!password.isEmpty()) {
      config.setPassword(password);
    }
    config.addDataSourceProperty("ApplicationName", "Ronda");
    // COPY and bulk inserts gain from it: one message for many rows.
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    config.setMaximumPoolSize(16);
    config.setMinimumIdle(2);
    config.setConnectionTimeout(Duration.ofSeconds(10).toMillis());
    config.setInitializationFailTimeout(1);
    try {
      return new HikariDataSource(config);
    } catch (RuntimeException failed) {
      Throwable cause = failed.getCause() == null ? failed : failed.getCause();
      throw new DatabaseUnavailable(
          "The PostgreSQL at %s cannot be opened: %s".formatted(url, cause.getMessage()), failed);
    }
  }
}

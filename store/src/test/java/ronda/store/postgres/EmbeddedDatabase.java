package ronda.store.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import ronda.store.schema.Schema;

/**
 * A database for a test class: empty but for the tables of this release, real, and gone afterwards.
 * All classes of a test run share one server, which is the one that an office gets.
 *
 * <pre>{@code
 * @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();
 *
 * @Test
 * void keeps_what_it_was_given() {
 *   var jobs = new SqlJobs(new InOffice(DATABASE.source()));
 * }
 * }</pre>
 *
 * <p>For one database in the style of a server started by the test, hand it {@link #url()} as
 * {@code RONDA_DATABASE_URL}.
 */
public final class EmbeddedDatabase implements BeforeAllCallback, AfterAllCallback {
  private static final String TEMPLATE = "ronda_template";
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private @Nullable Shared shared;
  private @Nullable HikariDataSource source;
  private final Map<String, HikariDataSource> bares = new ConcurrentHashMap<>();
  private String name = "";

  /** The server of the whole test run, with a database from which the others are copied. */
  private record Shared(Path home, EmbeddedPostgres server) implements AutoCloseable {
    static Shared start() {
      try {
        Path home = Files.createTempDirectory("ronda-test-");
        EmbeddedPostgres server = EmbeddedPostgres.open(home, TestPrograms.shelf());
        Shared shared = new Shared(home, server);
        shared.administer(create(TEMPLATE, "template0"));
        try (HikariDataSource template = shared.pool(TEMPLATE)) {
          Schema.migrate(template);
        }
        return shared;
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    void administer(String sql) {
      try (Connection connection = server.administer(DataFolder.ADMINISTRATOR);
          Statement statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException failed) {
        throw new IllegalStateException(failed);
      }
    }

    HikariDataSource pool(String database) {
      HikariConfig config = new HikariConfig();
      config.setJdbcUrl(server.jdbcUrl(database));
      config.setUsername(server.user());
      config.setPassword(server.password());
      config.setMaximumPoolSize(8);
      config.setMinimumIdle(0);
      return new HikariDataSource(config);
    }

    @Override
    public void close() throws IOException {
      server.close();
      Durably.remove(home);
    }
  }

  private static String create(String name, String from) {
    return "CREATE DATABASE %s OWNER ronda TEMPLATE %s".formatted(name, from);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    Shared running =
        context
            .getRoot()
            .getStore(Namespace.create(EmbeddedDatabase.class))
            .computeIfAbsent(Shared.class, key -> Shared.start(), Shared.class);
    name = "test_" + NUMBER.incrementAndGet();
    running.administer(create(name, TEMPLATE));
    shared = running;
    source = running.pool(name);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (source != null && shared != null) {
      bares.put(name, source);
      for (Map.Entry<String, HikariDataSource> database : bares.entrySet()) {
        database.getValue().close();
        shared.administer("DROP DATABASE " + database.getKey() + " WITH (FORCE)");
      }
    }
  }

  /** Its connections, as Ronda's login. */
  public DataSource source() {
    return open(source);
  }

  /** A further database, without any table; it too is gone after the test class. */
  public DataSource bare() {
    return open(bares.get(newBare()));
  }

  /** The address of such a database, as {@code RONDA_DATABASE_URL} wants it. */
  public String bareUrl() {
    EmbeddedPostgres server = open(shared).server();
    return url(newBare(), server.user(), server.password());
  }

  private String newBare() {
    String bare = "bare_" + NUMBER.incrementAndGet();
    open(shared).administer(create(bare, "template0"));
    bares.put(bare, open(shared).pool(bare));
    return bare;
  }

  /** Its address with login and password, as {@code RONDA_DATABASE_URL} wants it. */
  public String url() {
    EmbeddedPostgres server = open(shared).server();
    return url(name, server.user(), server.password());
  }

  /** The same for the server's administrator, whom row-level security does not hold. */
  String administratorUrl() throws IOException {
    Path folder = open(shared).home().resolve("postgres");
    Passwords passwords = Passwords.in(folder, PlainUser.forFolder(folder));
    return url(name, DataFolder.ADMINISTRATOR, passwords.administrator());
  }

  private String url(String database, String user, String password) {
    return open(shared)
        .server()
        .jdbcUrl(database)
        .replace("jdbc:postgresql://", "postgres://%s:%s@".formatted(user, password));
  }

  private static <T> T open(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("register EmbeddedDatabase in a static field");
    }
    return value;
  }
}

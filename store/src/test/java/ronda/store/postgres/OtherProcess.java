package ronda.store.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A program of a test in a process of its own, on the test's database: to be killed half-way. */
public final class OtherProcess {
  private OtherProcess() {}

  /** How the program is started; its settings may be added to, and where its output goes. */
  public static ProcessBuilder of(Class<?> program, DataSource database, String... arguments)
      throws SQLException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
    command.addAll(List.of(arguments));
    HikariDataSource pool = database.unwrap(HikariDataSource.class);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("TEST_URL", pool.getJdbcUrl());
    builder.environment().put("TEST_USER", pool.getUsername());
    builder.environment().put("TEST_PASSWORD", pool.getPassword());
    return builder;
  }

  /** The test's database, as the program in the other process reaches it. */
  public static HikariDataSource database() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(System.getenv("TEST_URL"));
    config.setUsername(System.getenv("TEST_USER"));
    config.setPassword(System.getenv("TEST_PASSWORD"));
    config.setMaximumPoolSize(4);
    config.setMinimumIdle(0);
    return new HikariDataSource(config);
  }
}

package ronda.store.backup;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Another process that writes or restores a backup, to be killed in the middle of it. */
final class Accomplice {
  private Accomplice() {}

  public static void main(String[] arguments) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(System.getenv("TEST_URL"));
    config.setUsername(System.getenv("TEST_USER"));
    config.setPassword(System.getenv("TEST_PASSWORD"));
    config.setMaximumPoolSize(4);
    config.setMinimumIdle(0);
    try (HikariDataSource source = new HikariDataSource(config)) {
      Path file = Path.of(arguments[1]);
      switch (arguments[0]) {
        case "write" -> Backup.write(source, file);
        case "restore" -> Backup.restore(source, file, OddDatabase.FIRST_RELEASE);
        default -> throw new IllegalArgumentException(arguments[0]);
      }
    }
  }

  static Process start(DataSource source, String act, Path file) throws IOException, SQLException {
    HikariDataSource pool = source.unwrap(HikariDataSource.class);
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                Accomplice.class.getName(),
                act,
                file.toString())
            .inheritIO();
    builder.environment().put("TEST_URL", pool.getJdbcUrl());
    builder.environment().put("TEST_USER", pool.getUsername());
    builder.environment().put("TEST_PASSWORD", pool.getPassword());
    return builder.start();
  }
}

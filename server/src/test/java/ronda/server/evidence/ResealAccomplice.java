package ronda.server.evidence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import ronda.proof.vault.Vault;
import ronda.proof.vault.VaultKeys;

/** Another process that seals anew and says so line by line, to be killed in the middle of it. */
final class ResealAccomplice {
  private ResealAccomplice() {}

  public static void main(String[] arguments) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(System.getenv("TEST_URL"));
    config.setUsername(System.getenv("TEST_USER"));
    config.setPassword(System.getenv("TEST_PASSWORD"));
    config.setMaximumPoolSize(2);
    config.setMinimumIdle(0);
    try (HikariDataSource source = new HikariDataSource(config)) {
      var vault = new Vault(VaultKeys.read(System.getenv("TEST_KEYS"), "test"));
      new Resealing(source, vault, Path.of(arguments[0]))
          .run(
              progress -> {
                System.out.println(progress.done());
                System.out.flush();
              });
    }
  }

  static Process start(DataSource source, String keys, Path home) throws IOException, SQLException {
    HikariDataSource pool = source.unwrap(HikariDataSource.class);
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                ResealAccomplice.class.getName(),
                home.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("TEST_URL", pool.getJdbcUrl());
    builder.environment().put("TEST_USER", pool.getUsername());
    builder.environment().put("TEST_PASSWORD", pool.getPassword());
    builder.environment().put("TEST_KEYS", keys);
    return builder.start();
  }
}

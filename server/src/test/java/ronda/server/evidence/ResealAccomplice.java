package ronda.server.evidence;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import ronda.proof.vault.Vault;
import ronda.proof.vault.VaultKeys;
import ronda.store.postgres.OtherProcess;

/** Another process that seals anew and says so line by line, to be killed in the middle of it. */
final class ResealAccomplice {
  private ResealAccomplice() {}

  public static void main(String[] arguments) {
    try (HikariDataSource source = OtherProcess.database()) {
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
    ProcessBuilder builder = OtherProcess.of(ResealAccomplice.class, source, home.toString());
    builder.environment().put("TEST_KEYS", keys);
    return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }
}

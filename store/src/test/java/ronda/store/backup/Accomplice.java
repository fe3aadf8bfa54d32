package ronda.store.backup;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import ronda.store.postgres.OtherProcess;

/** Another process that writes or restores a backup, to be killed in the middle of it. */
final class Accomplice {
  private Accomplice() {}

  public static void main(String[] arguments) {
    try (HikariDataSource source = OtherProcess.database()) {
      Path file = Path.of(arguments[1]);
      switch (arguments[0]) {
        case "write" -> Backup.write(source, file);
        case "restore" -> Backup.restore(source, file, OddDatabase.FIRST_RELEASE);
        default -> throw new IllegalArgumentException(arguments[0]);
      }
    }
  }

  static Process start(DataSource source, String act, Path file) throws IOException, SQLException {
    return OtherProcess.of(Accomplice.class, source, act, file.toString()).inheritIO().start();
  }
}

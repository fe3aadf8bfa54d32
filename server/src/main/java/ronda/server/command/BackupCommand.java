package ronda.server.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import ronda.store.backup.Backup;
import ronda.store.backup.Manifest;
import ronda.store.postgres.Database;

/** {@code ./ronda backup}: all tables in one file, beside a running desk or without one. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = "Writes all that the database holds, as of one moment, into a new file.")
final class BackupCommand implements Callable<Integer> {
  @Mixin private Home home = new Home();

  @Parameters(paramLabel = "FILE", description = "Where to; it must not exist yet.")
  private Path file = Path.of("");

  @Override
  public Integer call() {
    try (Database database = home.join()) {
      Manifest written = Backup.write(database.source(), file);
      System.out.println(
          "Wrote %s: %d rows of %d tables, as of %s"
              .formatted(file, written.rows(), written.tables().size(), written.createdAt()));
      System.out.println(
          "Keep "
              + home.folder().resolve("seal.key")
              + " with it, but apart: without that key people set up their authenticator anew.");
    }
    return 0;
  }
}

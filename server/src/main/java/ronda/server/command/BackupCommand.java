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
    description =
        "Writes all that the database holds, as of one moment, into one file. The keys that seal"
            + " evidence and authenticators are not in it: keep them apart.")
final class BackupCommand implements Callable<Integer> {
  @Mixin private Home home = new Home();

  @Parameters(paramLabel = "FILE", description = "Where to; what was there is overwritten.")
  private Path file = Path.of("");

  @Override
  public Integer call() {
    try (Database database = home.join()) {
      Manifest written = Backup.write(database.source(), file);
      System.out.println(
          "Wrote %s: %d rows of %d tables, as of %s"
              .formatted(file, written.rows(), written.tables().size(), written.createdAt()));
      new KeyPlaces(System.getenv(), home.folder()).afterBackup().forEach(System.out::println);
    }
    return 0;
  }
}

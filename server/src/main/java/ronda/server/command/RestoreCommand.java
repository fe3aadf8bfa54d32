package ronda.server.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import ronda.store.backup.Backup;
import ronda.store.backup.Manifest;
import ronda.store.postgres.Database;
import ronda.store.schema.Schema;

/** {@code ./ronda restore}: a backup into an empty home. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = "Reads a backup into an empty home or database; it never overwrites.")
final class RestoreCommand implements Callable<Integer> {
  @Mixin private Home home = new Home();

  @Parameters(paramLabel = "FILE", description = "What ./ronda backup wrote.")
  private Path file = Path.of("");

  @Override
  public Integer call() {
    try (Database database = home.open()) {
      Manifest read = Backup.restore(database.source(), file);
      Schema.migrate(database.source());
      System.out.println(
          "Restored %d rows of %d tables, as of %s"
              .formatted(read.rows(), read.tables().size(), read.createdAt()));
      new KeyPlaces(System.getenv(), home.folder()).afterRestore().forEach(System.out::println);
    }
    return 0;
  }
}

package ronda.server.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import ronda.store.postgres.Database;

/** Where Ronda keeps what must survive: the option {@code --home} of several commands. */
final class Home {
  private static final String SETTING = "RONDA_HOME";

  @Option(
      names = "--home",
      paramLabel = "DIR",
      description =
          "The folder with Ronda's data (default: RONDA_HOME, or else .ronda/home beside ./ronda).")
  private @Nullable Path given;

  /** The folder, which need not exist yet. */
  Path folder() {
    if (given != null) {
      return given.toAbsolutePath().normalize();
    }
    String set = System.getenv().getOrDefault(SETTING, "");
    Path chosen =
        set.isBlank()
            ? Path.of(System.getProperty("ronda.root", "."), ".ronda/home")
            : Path.of(set);
    return chosen.toAbsolutePath().normalize();
  }

  /** The database, for this process alone if it is the embedded one. */
  Database open() {
    return Database.open(folder(), System.getenv());
  }

  /** The database, beside a server that may be running on it. */
  Database join() {
    return Database.openOrJoin(folder(), System.getenv());
  }
}

package ronda.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes every table into the folder named on the command line. */
public final class Main {
  private static final List<Table> TABLES = List.of(new SpellingTable(), new SuffixTable());

  private Main() {}

  /** Writes the tables into {@code arguments[0]}. */
  public static void main(String... arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    for (Table table : TABLES) {
      Path file = folder.resolve(table.path());
      Files.createDirectories(file.getParent());
      Files.write(file, table.content());
    }
  }
}

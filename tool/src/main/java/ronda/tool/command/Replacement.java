package ronda.tool.command;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Puts the files of a finished folder in the place of an older one's. */
final class Replacement {
  private Replacement() {}

  /**
   * A new folder beside {@code place}, for what shall stand there. Whoever may read other new
   * folders may read it: a temporary one would be closed to the account that a desk runs under.
   */
  static Path begin(Path place) throws IOException {
    return Files.createDirectory(place.resolveSibling(".new-" + UUID.randomUUID()));
  }

  /**
   * Moves {@code fresh} to {@code place}. Where a folder is there already, its files of the same
   * names are replaced one by one, each at once, and others stay: a recipe may lie beside a model.
   */
  static void put(Path fresh, Path place) throws IOException {
    if (!Files.exists(place)) {
      Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(fresh)) {
      for (Path file : files) {
        Files.move(
            file, place.resolve(file.getFileName().toString()), StandardCopyOption.ATOMIC_MOVE);
      }
    }
    Files.delete(fresh);
  }
}

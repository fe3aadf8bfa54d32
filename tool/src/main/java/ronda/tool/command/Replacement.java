package ronda.tool.command;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Puts the files of a finished folder in the place of an older one's. */
final class Replacement {
  private Replacement() {}

  /**
   * Tells at once what would only be told after hours of learning: that nothing can be put there.
   * Leaves nothing behind, and makes no folder that is not there yet.
   */
  static void check(Path place) throws Failures.CannotWrite {
    Path whole = place.toAbsolutePath();
    Path parent = whole.getParent();
    try {
      checkNearest(whole);
      checkNearest(parent == null ? whole : parent);
    } catch (IOException broken) {
      throw new Failures.CannotWrite(place.toString(), broken);
    }
  }

  private static void checkNearest(Path place) throws IOException {
    Path nearest = place;
    while (!Files.exists(nearest) && nearest.getParent() != null) {
      nearest = nearest.getParent();
    }
    if (!Files.isDirectory(nearest)) {
      throw new IOException(nearest + " is no folder");
    }
    try {
      Files.delete(Files.createTempDirectory(nearest, ".new-"));
    } catch (FileSystemException refused) {
      throw new IOException("nothing can be made in " + nearest, refused);
    }
  }

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

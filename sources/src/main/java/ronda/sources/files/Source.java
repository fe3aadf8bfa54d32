package ronda.sources.files;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where posts are read from.
 *
 * @param name as the person wrote it; {@code -} for standard input
 * @param path empty for standard input
 */
public record Source(String name, Optional<Path> path) {
  /** The file with this name, or standard input for {@code -}. */
  public static Source of(String name) {
    return new Source(name, name.equals("-") ? Optional.empty() : Optional.of(Path.of(name)));
  }

  /** Why it cannot be opened, if that can be known beforehand. */
  public Optional<String> problem() {
    return path.flatMap(
        file -> {
          if (!Files.exists(file)) {
            return Optional.of(name + ": there is no such file");
          }
          if (Files.isDirectory(file)) {
            return Optional.of(name + ": is a folder, not a file");
          }
          return Files.isReadable(file)
              ? Optional.empty()
              : Optional.of(name + ": may not be read (see its permissions)");
        });
  }

  /** How many bytes it has, compressed or not; 0 where nobody can tell. */
  public long size() {
    try {
      return path.isPresent() && Files.isRegularFile(path.get()) ? Files.size(path.get()) : 0;
    } catch (IOException unknown) {
      return 0; // The size only serves to tell how much time is left.
    }
  }

  InputStream open(InputStream standardInput) throws IOException {
    return path.isPresent() ? new FileInputStream(path.get().toFile()) : standardInput;
  }
}

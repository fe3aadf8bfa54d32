package ronda.server.evidence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that is there as a whole or not at all: for keys, of which half a one opens nothing. */
final class WholeFile {
  private WholeFile() {}

  /**
   * Writes it, over an older one if there is one.
   *
   * @return the file
   */
  static Path write(Path file, byte[] bytes) throws IOException {
    Path half = file.resolveSibling(file.getFileName() + ".new");
    onDisk(half, bytes);
    return Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** On the disk before it takes its place: a power cut leaves the old one or the new one. */
  private static void onDisk(Path path, byte[] bytes) throws IOException {
    try (FileChannel file =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        file.write(rest);
      }
      file.force(true);
    }
  }
}

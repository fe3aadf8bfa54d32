package ronda.proof.capture;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Files that programs hold open after they were deleted: they fill the disk and stand in no folder.
 * Linux tells of them in {@code /proc}; elsewhere none are found.
 */
final class OpenFiles {
  private static final String GONE = " (deleted)";

  private OpenFiles() {}

  /** How many bytes such files, once in this folder, have together, each counted once. */
  static long deletedBytes(Stream<ProcessHandle> programs, Path once) {
    Map<Object, Long> sizes = new HashMap<>();
    programs.forEach(program -> look(program, once, sizes));
    return sizes.values().stream().mapToLong(Long::longValue).sum();
  }

  private static void look(ProcessHandle program, Path once, Map<Object, Long> sizes) {
    Path open = Path.of("/proc", Long.toString(program.pid()), "fd");
    try (DirectoryStream<Path> files = Files.newDirectoryStream(open)) {
      for (Path file : files) {
        String place = place(file);
        if (place.startsWith(once.toString()) && place.endsWith(GONE)) {
          sizes.put(Files.getAttribute(file, "unix:ino"), size(file));
        }
      }
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException gone) {
      return; // The program is gone, or this is no Linux.
    }
  }

  private static String place(Path file) {
    try {
      return Files.readSymbolicLink(file).toString();
    } catch (IOException closed) {
      return "";
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException closed) {
      return 0;
    }
  }
}

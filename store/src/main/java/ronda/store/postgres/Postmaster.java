package ronda.store.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A running server, as the file postmaster.pid in its data folder tells of it.
 *
 * @param pid its process
 * @param folder the data folder it says it serves
 * @param port where it listens, on the loopback
 */
record Postmaster(long pid, Path folder, int port) {
  /** What the file of a data folder tells, whether or not that process still lives. */
  static Optional<Postmaster> in(Path data) throws IOException {
    try {
      List<String> lines = Files.readAllLines(file(data));
      if (lines.size() < 4) {
        return Optional.empty();
      }
      // A standalone backend writes its pid with a minus.
      long pid = Math.abs(Long.parseLong(lines.get(0).strip()));
      return Optional.of(
          new Postmaster(
              pid, Path.of(lines.get(1).strip()), Integer.parseInt(lines.get(3).strip())));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (NumberFormatException strange) {
      throw new IOException(file(data) + " cannot be read", strange);
    }
  }

  private static Path file(Path data) {
    return data.resolve("postmaster.pid");
  }

  boolean isAlive() {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false) && !isZombie();
  }

  // A process that ended, and whose parent has not looked yet. In a container our own Java is often
  // process 1, the parent of orphans, and never looks.
  private boolean isZombie() {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
    } catch (IOException notLinuxOrGone) {
      return false;
    }
  }

  /**
   * Whether the process is the PostgreSQL of that data folder, and not one that came to bear the
   * same number afterwards, as happens in containers, where numbers are few.
   */
  boolean serves(Path data) throws IOException {
    if (!isAlive() || !Files.isSameFile(folder, data)) {
      return false;
    }
    Path working = Path.of("/proc", Long.toString(pid), "cwd");
    if (Files.isReadable(working)) {
      // PostgreSQL works in its data folder, and few others do.
      return Files.isSameFile(working, data);
    }
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().command())
        .map(command -> Path.of(command).endsWith("postgres"))
        .orElse(true);
  }

  /**
   * Says in the file that its process is gone. PostgreSQL takes the number of the process that
   * starts it for a stale one, and goes on to see by the rest of the file (the shared memory)
   * whether an old worker still lives: that question would be lost with the file.
   */
  static void declareGone(Path data) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file(data)));
    lines.set(0, Long.toString(ProcessHandle.current().pid()));
    Files.write(file(data), lines);
  }
}

package ronda.store.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a folder for one process. The operating system lets go of the lock when the process ends,
 * however it ends, so that there is never a stale one to remove by hand.
 */
final class HomeLock implements AutoCloseable {
  static final String FILE = "lock";

  /**
   * What this process holds. Opening and closing a locked file a second time would drop the lock of
   * the first (so POSIX decided), hence we must not even look.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private HomeLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Takes the lock, or answers empty when another holds it. */
  static Optional<HomeLock> take(Path folder) throws IOException {
    Path file = file(folder);
    if (!HELD.add(file)) {
      return Optional.empty();
    }
    @Nullable HomeLock taken = null;
    try {
      taken = lock(file);
      return Optional.ofNullable(taken);
    } finally {
      if (taken == null) {
        HELD.remove(file);
      }
    }
  }

  private static @Nullable HomeLock lock(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      @Nullable FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        return null;
      }
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(
              "%d\n".formatted(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)),
          0);
      return new HomeLock(file, channel);
    } catch (IOException failed) {
      channel.close();
      throw failed;
    }
  }

  /** The process that holds the folder, as far as it is known. */
  static String holder(Path folder) {
    Path file = file(folder);
    if (HELD.contains(file)) {
      return "this very process";
    }
    try {
      long pid = Long.parseLong(Files.readString(file).strip());
      return "process " + pid;
    } catch (IOException | NumberFormatException unreadable) {
      return "another process";
    }
  }

  Path folder() {
    return file.resolveSibling("");
  }

  private static Path file(Path folder) {
    return folder.resolve(FILE);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException failed) {
      throw new DatabaseUnavailable("The lock " + file + " could not be let go", failed);
    } finally {
      HELD.remove(file);
    }
  }
}

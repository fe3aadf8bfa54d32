package ronda.tool.command;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * Where a command reads from and writes to.
 *
 * @param out raw, so that a full disk or a closed pipe is noticed
 * @param rejects raw too, and leads where {@code err} does: what a {@code PrintStream} cannot write
 *     it forgets, and a refused line must not be lost unnoticed
 * @param outIsTerminal whether a person is looking at {@code out}
 * @param errIsTerminal whether a person is looking at {@code err}
 */
public record Streams(
    InputStream in,
    OutputStream out,
    PrintStream err,
    OutputStream rejects,
    boolean outIsTerminal,
    boolean errIsTerminal) {

  /** The process's own. */
  public static Streams ofProcess() {
    return new Streams(
        new FileInputStream(FileDescriptor.in),
        new FileOutputStream(FileDescriptor.out),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        new FileOutputStream(FileDescriptor.err),
        isTerminal(1),
        isTerminal(2));
  }

  /** Whether colours are welcome: on a terminal, unless the person said no (no-color.org). */
  boolean colourful() {
    String refused = System.getenv("NO_COLOR");
    return outIsTerminal && (refused == null || refused.isEmpty());
  }

  /** Tells a person what went wrong, in one line. */
  public void say(String message) {
    err.println("ronda: " + message);
  }

  /**
   * Java cannot tell this of one stream alone. The launcher says it in {@code ronda.terminal}
   * (numbers of the streams that are terminals, such as {@code 1,2}); on Linux we can look.
   */
  private static boolean isTerminal(int stream) {
    String told = System.getProperty("ronda.terminal");
    if (told != null) {
      return Set.of(told.split(",")).contains(Integer.toString(stream));
    }
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + stream)).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException notLinux) {
      return false;
    }
  }
}

package ronda.tour;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A disk of a few hundred megabytes (tmpfs) that one server alone sees, in a mount namespace of its
 * own: it can be filled without harm to anybody, and is gone when the server is.
 *
 * @param folder where the server finds it
 */
record SmallDisk(Path folder, int megabytes) {
  private static final int BLOCK = 1 << 16;

  /** The words before a command that is to find this disk in its folder. */
  List<String> words() {
    List<String> words = new ArrayList<>(List.of("unshare"));
    // Who is not root is so in a namespace of one's own only as far as mounting goes: PostgreSQL
    // refuses to be root.
    words.addAll(isRoot() ? List.of() : List.of("--user", "--map-current-user", "--keep-caps"));
    words.addAll(List.of("--mount", "--", "sh", "-c"));
    words.add("mount -t tmpfs -o size=" + megabytes + "m tmpfs \"$0\" && exec \"$@\"");
    words.add(folder.toString());
    return words;
  }

  /** The words before a command that is to find what the server finds. */
  List<String> beside(long server) {
    List<String> words = new ArrayList<>(List.of("nsenter", "--target", Long.toString(server)));
    words.addAll(isRoot() ? List.of() : List.of("--user", "--preserve-credentials"));
    words.addAll(List.of("--mount", "--"));
    return words;
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  /** That there can be such a disk here; otherwise says what is missing, in one line. */
  SmallDisk mustBePossible() {
    List<String> words = new ArrayList<>(words());
    words.add("true");
    try {
      Files.createDirectories(folder);
      Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(20, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IllegalStateException(
            "no disk can be mounted for one process here; allow user namespaces"
                + " (sysctl kernel.unprivileged_userns_clone=1), or in a container"
                + " --cap-add SYS_ADMIN: "
                + said.strip());
      }
      return this;
    } catch (IOException failed) {
      throw new IllegalStateException("util-linux with unshare is needed", failed);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Fills it, but for so much. */
  void fill(long server, long kilobytesLeft) throws IOException {
    Path ballast = ballast(server);
    byte[] block = new byte[BLOCK];
    try (OutputStream out = Files.newOutputStream(ballast)) {
      while (ballast.toFile().getUsableSpace() > (kilobytesLeft << 10) + BLOCK) {
        out.write(block);
      }
    }
  }

  /** Makes room again. */
  void free(long server) throws IOException {
    Files.delete(ballast(server));
  }

  /** The server's own view of the file, seen from outside its namespace. */
  private Path ballast(long server) {
    return Path.of("/proc", Long.toString(server), "root", folder.toString(), "ballast");
  }
}

package ronda.store.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs one of PostgreSQL's programs to its end. */
final class Command {
  /** More than any of them says; what comes after it is let go. */
  private static final int MOST_OUTPUT_BYTES = 64 * 1024;

  /**
   * What a program left behind.
   *
   * @param exit its exit code; 0 is success
   * @param output what it wrote, to standard output and error alike, at most 64 KB
   */
  record Outcome(int exit, String output) {
    boolean succeeded() {
      return exit == 0;
    }
  }

  private Command() {}

  /**
   * Runs a program as the given user.
   *
   * @param limit how long it may take before it is killed
   * @throws IOException when it cannot be started, or was not done in time
   */
  static Outcome run(PlainUser user, Path program, List<String> arguments, Duration limit)
      throws IOException {
    List<String> words = new ArrayList<>(user.prefix());
    words.add(program.toString());
    words.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    // A working folder that everybody may enter; the caller's need not be.
    builder.directory(Path.of("/").toFile());
    // The caller's PGDATA, PGPORT or PGOPTIONS are about another PostgreSQL.
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    // English messages, which Complaint understands.
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    process.getOutputStream().close();
    var output = new CompletableFuture<String>();
    Thread.ofVirtual().start(() -> output.complete(read(process.getInputStream())));
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        throw new IOException(
            program.getFileName() + " was not done after " + limit.toSeconds() + " s");
      }
      return new Outcome(
          process.exitValue(), output.completeOnTimeout("", 2, TimeUnit.SECONDS).join());
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException(program.getFileName() + " was interrupted", stopped);
    }
  }

  private static String read(InputStream from) {
    try (from) {
      String text = new String(from.readNBytes(MOST_OUTPUT_BYTES), StandardCharsets.UTF_8);
      // Let it go on writing: a full pipe would hold it for ever.
      from.transferTo(OutputStream.nullOutputStream());
      return text;
    } catch (IOException broken) {
      return "(its output was lost: " + broken.getMessage() + ")";
    }
  }
}

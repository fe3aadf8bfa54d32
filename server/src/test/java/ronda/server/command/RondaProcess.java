package ronda.server.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A command of the server's half in a process of its own: only so can a test say what the
 * environment holds.
 */
final class RondaProcess implements AutoCloseable {
  private static final Path ROOT =
      Path.of(System.getProperty("ronda.root", "..")).toAbsolutePath().normalize();
  private static final long PATIENCE_SECONDS = 120;

  /** How it ended, and what it said: answers and complaints in one. */
  record Ended(int code, String said) {}

  private final Process process;
  private final BufferedReader lines;
  private final List<String> said = new ArrayList<>();

  private RondaProcess(Process process) {
    this.process = process;
    this.lines = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Starts it, with these settings beside those of the test. */
  static RondaProcess start(Map<String, String> settings, String... words) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dronda.root=" + ROOT,
                "-cp",
                System.getProperty("java.class.path"),
                "ronda.server.Main"));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("RONDA_"));
    builder.environment().putAll(settings);
    try {
      return new RondaProcess(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs it to its end. */
  static Ended run(Map<String, String> settings, String... words) {
    try (RondaProcess ronda = start(settings, words)) {
      return ronda.end();
    }
  }

  /** What follows these words, in the first line that begins with them. */
  String after(String words) {
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        said.add(line);
        if (line.startsWith(words)) {
          return line.substring(words.length()).strip();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalStateException(
        "'" + words + "' was never said; this was:\n" + String.join("\n", said));
  }

  /** All that was said up to now. */
  String said() {
    return String.join("\n", said);
  }

  private Ended end() {
    lines.lines().forEach(said::add);
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("it did not end; it said:\n" + said());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return new Ended(process.exitValue(), said());
  }

  /** Ends it as Ctrl-C does, and waits until its database is closed. */
  @Override
  public void close() {
    process.toHandle().destroy(); // Process.destroy would close its output as well.
    lines.lines().forEach(said::add);
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

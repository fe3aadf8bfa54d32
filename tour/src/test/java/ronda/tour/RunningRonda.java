package ronda.tour;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server as an office starts it: a process of its own, on a home folder and a free port. */
final class RunningRonda implements AutoCloseable {
  private static final Path ROOT =
      Path.of(System.getProperty("ronda.root", "..")).toAbsolutePath().normalize();
  private static final Pattern LARGEST_HEAP = Pattern.compile("-XX:MaxHeapSize=([0-9]+)");
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /**
   * Which database it stands on.
   *
   * @param url as in {@code RONDA_DATABASE_URL}; empty for the embedded one
   * @param settings further settings, as the environment has them
   */
  record Place(String url, Map<String, String> settings) {
    static final Place EMBEDDED = new Place("");

    Place(String url) {
      this(url, Map.of());
    }
  }

  private final Process process;
  private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();

  private RunningRonda(Process process) {
    this.process = process;
    Thread.ofPlatform().daemon().name("ronda-output").start(this::read);
  }

  /** Runs {@code up} with these options, and waits until it is ready. */
  static RunningRonda up(Path home, String... options) {
    return up(home, Place.EMBEDDED, options);
  }

  /** The same on this database. */
  static RunningRonda up(Path home, Place database, String... options) {
    return upAfter(List.of(), home, database, options);
  }

  /** The same, behind these words: what they start is a server, in the end. */
  static RunningRonda upAfter(List<String> before, Path home, Place database, String... options) {
    return ready(start(command(before, database, upOn(home, options)), database));
  }

  /**
   * The same as an office does it, by the launcher. A copy of it stands in a folder of its own and
   * takes what the test was built from for the desk, so that nothing is built.
   */
  static RunningRonda upByLauncher(Path folder, String... options) {
    Path copy = folder.resolve("launcher");
    try {
      Path built = copy.resolve(".ronda/desk-built/ronda-server.jar");
      Files.createDirectories(built.getParent());
      Files.copy(ROOT.resolve("ronda"), copy.resolve("ronda"), COPY_ATTRIBUTES);
      new JarOutputStream(Files.newOutputStream(built), new Manifest()).close();
      Files.writeString(
          copy.resolve(".ronda/desk.classpath"),
          built + ":" + System.getProperty("java.class.path"));
      // Nothing is laid out beforehand either: that takes as long as a start.
      Files.createFile(copy.resolve(".ronda/desk.no-aot"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> words = new ArrayList<>(List.of(copy.resolve("ronda").toString()));
    words.addAll(upOn(folder.resolve("home"), options));
    Map<String, String> settings =
        Map.of("RONDA_ROOT", ROOT.toString(), "JAVA_HOME", System.getProperty("java.home"));
    return ready(start(words, new Place("", settings)));
  }

  private static List<String> upOn(Path home, String... options) {
    List<String> words = new ArrayList<>(List.of("up", "--port", "0", "--home", home.toString()));
    words.addAll(List.of(options));
    return words;
  }

  private static RunningRonda ready(Process process) {
    RunningRonda ronda = new RunningRonda(process);
    ronda.address();
    return ronda;
  }

  /** Runs a command to its end and gives what it said; anything but success is an error. */
  static String run(String... words) {
    return run(Place.EMBEDDED, words);
  }

  /** The same on this database. */
  static String run(Place database, String... words) {
    return runAfter(List.of(), database, words);
  }

  /** The same, behind these words. */
  static String runAfter(List<String> before, Place database, String... words) {
    try {
      Process process = start(command(before, database, List.of(words)), database);
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", words) + " failed:\n" + said);
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static List<String> command(List<String> before, Place place, List<String> words) {
    List<String> command = new ArrayList<>(before);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Xmx768m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dronda.root=" + place.settings().getOrDefault("RONDA_ROOT", ROOT.toString()),
            "-cp",
            System.getProperty("java.class.path"),
            "ronda.server.Main"));
    command.addAll(words);
    return command;
  }

  private static Process start(List<String> command, Place database) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().put("RONDA_DATABASE_URL", database.url());
      builder.environment().remove("RONDA_HEAP");
      // Two people judge what the test says, and not one job in twenty by lot as well.
      builder.environment().put("RONDA_SECOND_LOOK_PERCENT", "0");
      builder.environment().putAll(database.settings());
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read() {
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      reader.lines().forEach(lines::add);
    } catch (IOException | UncheckedIOException ended) {
      lines.add("(the output ended: " + ended.getMessage() + ")");
    }
  }

  /** Where it is ready. */
  String address() {
    return after("Ronda is ready at ");
  }

  /** The one-time link of the first person. */
  String signInLink() {
    return after("Sign in: ");
  }

  private String after(String words) {
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      for (String line : lines) {
        if (line.startsWith(words)) {
          return line.substring(words.length()).strip();
        }
      }
      if (!process.isAlive()) {
        break;
      }
      pause();
    }
    throw new IllegalStateException(
        "'" + words + "' was never said; this was:\n" + String.join("\n", lines));
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The process that is the server. */
  long pid() {
    return process.pid();
  }

  /** The largest heap that its Java machine may take, in bytes, as that machine says. */
  long largestHeap() {
    try {
      Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
      Process asked =
          new ProcessBuilder(jcmd.toString(), Long.toString(pid()), "VM.flags")
              .redirectErrorStream(true)
              .start();
      String flags = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Matcher heap = LARGEST_HEAP.matcher(flags);
      if (!heap.find()) {
        throw new IllegalStateException("it did not say how large its heap may be: " + flags);
      }
      return Long.parseLong(heap.group(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it said until now. */
  List<String> said() {
    return List.copyOf(lines);
  }

  /** As a power cut would. */
  void kill() {
    process.destroyForcibly();
    await();
  }

  /** As the person at the keyboard would. */
  @Override
  public void close() {
    process.destroy();
    await();
  }

  private void await() {
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("it did not end:\n" + String.join("\n", lines));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

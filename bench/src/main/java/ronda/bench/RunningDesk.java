package ronda.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A desk in a process of its own, started by the launcher. */
final class RunningDesk implements AutoCloseable {
  private final Process process;
  private final String address;
  private final Duration readyAfter;

  /**
   * Starts it and waits for its first page.
   *
   * @param before what the launcher is started by, such as {@code taskset}
   * @param outfit where its words, models and policies are
   */
  RunningDesk(List<String> before, Path root, Path outfit, Path home, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(before);
    command.addAll(List.of(root.resolve("ronda").toString(), "up", "--port", "0"));
    command.addAll(List.of("--home", home.toString()));
    command.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("RONDA_ROOT", outfit.toString());
    long start = System.nanoTime();
    process = builder.start();
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    address = after("Ronda is ready at ", lines);
    try (HttpClient first = HttpClient.newHttpClient()) {
      first.send(
          HttpRequest.newBuilder(at("/sign-in")).build(), HttpResponse.BodyHandlers.ofString());
    }
    readyAfter = Duration.ofNanos(System.nanoTime() - start);
    Quiet.readOn(lines);
  }

  private static String after(String words, BufferedReader lines) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(words)) {
        return line.substring(words.length()).strip();
      }
    }
    throw new IOException("the desk never said '" + words + "'");
  }

  URI at(String path) {
    return URI.create(address + path);
  }

  /** From the command to the first page. */
  Duration readyAfter() {
    return readyAfter;
  }

  @Override
  public void close() throws InterruptedException {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    process.waitFor();
  }
}

package ronda.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A headless Chromium on a slow line. It is told what to do in its own protocol (DevTools), which
 * takes a socket and no library.
 */
final class ColdBrowser implements AutoCloseable {
  /** A 3G line as browsers' own tools have it: bytes a second, and milliseconds to the first. */
  static final Map<String, Object> LINE =
      Map.of(
          "offline",
          false,
          "latency",
          150,
          "downloadThroughput",
          1_600_000 / 8,
          "uploadThroughput",
          750_000 / 8);

  private static final Duration LONGEST = Duration.ofSeconds(60);

  private static final String MEASURED =
      """
      (() => {
        const page = performance.getEntriesByType('navigation')[0];
        const paint = performance.getEntriesByName('first-contentful-paint')[0];
        const files = performance.getEntriesByType('resource').filter(f => !f.name.endsWith('/live'));
        return JSON.stringify({
          paint: paint ? paint.startTime : -1,
          load: page.loadEventEnd,
          files: files.length,
          bytes: page.transferSize + files.reduce((sum, file) => sum + file.transferSize, 0),
          title: document.title});
      })()
      """;

  private final JsonMapper json = new JsonMapper();
  private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
  private final StringBuilder half = new StringBuilder();
  private final Process process;
  private final Path profile;
  private final WebSocket socket;
  private int last;

  /** What one load of a page took. */
  record Load(double paint, double load, int files, long bytes, String title) {}

  ColdBrowser() throws IOException, InterruptedException {
    profile = Files.createTempDirectory("ronda-cold-browser");
    process =
        new ProcessBuilder(
                program(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .start();
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    String address = "";
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("DevTools listening on ")) {
        address = line.substring("DevTools listening on ".length()).strip();
        break;
      }
    }
    Quiet.readOn(lines);
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create(address), new Ear())
            .join();
  }

  private static String program() {
    return Stream.of(
            System.getenv().getOrDefault("CHROMIUM", ""),
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome")
        .filter(path -> !path.isEmpty() && Files.isExecutable(Path.of(path)))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no Chromium: install it, or set CHROMIUM"));
  }

  /**
   * Loads a page in a window that has seen nothing yet, on the slow line.
   *
   * @param cookies of whom is signed in: names and values
   */
  Load load(URI page, Map<String, String> cookies) throws InterruptedException {
    String context =
        ask("Target.createBrowserContext", Map.of(), "").path("browserContextId").asString();
    String target =
        ask("Target.createTarget", Map.of("url", "about:blank", "browserContextId", context), "")
            .path("targetId")
            .asString();
    String session =
        ask("Target.attachToTarget", Map.of("targetId", target, "flatten", true), "")
            .path("sessionId")
            .asString();
    try {
      ask("Network.enable", Map.of(), session);
      ask("Network.emulateNetworkConditions", LINE, session);
      List<Map<String, String>> jar =
          cookies.entrySet().stream()
              .map(
                  one ->
                      Map.of("name", one.getKey(), "value", one.getValue(), "url", page.toString()))
              .toList();
      ask("Network.setCookies", Map.of("cookies", jar), session);
      ask("Page.enable", Map.of(), session);
      ask("Page.navigate", Map.of("url", page.toString()), session);
      await("Page.loadEventFired", session);
      Thread.sleep(1_000); // The load event is over, and what was painted is written down.
      String measured =
          ask("Runtime.evaluate", Map.of("expression", MEASURED), session)
              .path("result")
              .path("value")
              .asString();
      return json.readValue(measured, Load.class);
    } finally {
      ask("Target.disposeBrowserContext", Map.of("browserContextId", context), "");
    }
  }

  private JsonNode ask(String method, Map<String, ?> params, String session)
      throws InterruptedException {
    last++;
    var question = json.createObjectNode().put("id", last).put("method", method);
    question.set("params", json.valueToTree(params));
    if (!session.isEmpty()) {
      question.put("sessionId", session);
    }
    socket.sendText(json.writeValueAsString(question), true).join();
    while (true) {
      JsonNode answer = next();
      if (answer.path("id").asInt(-1) == last) {
        if (answer.has("error")) {
          throw new IllegalStateException(method + ": " + answer.path("error"));
        }
        return answer.path("result");
      }
    }
  }

  private void await(String event, String session) throws InterruptedException {
    JsonNode told = next();
    while (!told.path("method").asString("").equals(event)
        || !told.path("sessionId").asString("").equals(session)) {
      told = next();
    }
  }

  private JsonNode next() throws InterruptedException {
    JsonNode told = heard.poll(LONGEST.toSeconds(), TimeUnit.SECONDS);
    if (told == null) {
      throw new IllegalStateException("the browser says nothing any more");
    }
    return told;
  }

  /** What the browser says, put together from its pieces. */
  private final class Ear implements WebSocket.Listener {
    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence piece, boolean whole) {
      half.append(piece);
      if (whole) {
        heard.add(json.readTree(half.toString()));
        half.setLength(0);
      }
      return WebSocket.Listener.super.onText(from, piece, whole);
    }
  }

  @Override
  public void close() throws IOException {
    socket.abort();
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    process.onExit().join();
    try (Stream<Path> files = Files.walk(profile)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}

package ronda.proof.capture;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A browser without a window, for one page: a profile that is thrown away, no way out but the
 * proxy, a time limit, and nothing of it left running.
 */
public final class Chromium {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome");
  private static final long PATIENCE_SECONDS = 45;

  private static final long LARGEST = 16L << 20;

  private final Path program;

  public Chromium(Path program) {
    this.program = program;
  }

  /** The program that {@code setting} names, or else one on the path; empty if there is none. */
  public static Optional<Chromium> find(String setting, String path) {
    if (!setting.isBlank()) {
      return Optional.of(Path.of(setting)).filter(Files::isExecutable).map(Chromium::new);
    }
    return NAMES.stream()
        .flatMap(name -> List.of(path.split(":", -1)).stream().map(dir -> Path.of(dir, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Chromium::new);
  }

  /**
   * What the browser saw.
   *
   * @param html the page's tree after its scripts ran
   * @param screenshot PNG
   */
  record Seen(byte[] html, byte[] screenshot) {}

  /** The program's own words for its version; its path where it does not say. */
  String version() {
    try {
      var asking =
          new ProcessBuilder(program.toString(), "--version")
              .redirectError(ProcessBuilder.Redirect.DISCARD);
      BrowserHome.bare(asking.environment());
      Process asked = asking.start();
      String told = new String(asked.getInputStream().readNBytes(200), StandardCharsets.UTF_8);
      asked.waitFor(5, TimeUnit.SECONDS);
      return told.isBlank() ? program.toString() : told.strip();
    } catch (IOException | InterruptedException silent) {
      return program.toString();
    }
  }

  /** Whether a page's scripts run within Chromium's sandbox, which refuses to start as root. */
  public boolean hasSandbox() {
    return !System.getProperty("user.name", "").equals("root");
  }

  /** Opens the page. */
  Seen look(URI address, InetSocketAddress proxy) throws IOException {
    Process browser = null;
    try (BrowserHome home = BrowserHome.open()) {
      try {
        Path picture = home.file("screenshot.png");
        Path tree = home.file("tree.html");
        var start =
            new ProcessBuilder(command(address, proxy, home.profile(), picture))
                .redirectOutput(tree.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        home.furnish(start.environment());
        browser = start.start();
        browser.getOutputStream().close();
        if (!browser.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          throw new Refused(Obstacle.Kind.SLOW_BROWSER, PATIENCE_SECONDS);
        }
        return new Seen(bounded(tree), bounded(picture));
      } finally {
        kill(browser);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Refused(Obstacle.Kind.STOPPED);
    }
  }

  private List<String> command(URI address, InetSocketAddress proxy, Path profile, Path picture) {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.addAll(
        List.of(
            "--headless=new",
            "--user-data-dir=" + profile,
            "--proxy-server=http://" + proxy.getAddress().getHostAddress() + ":" + proxy.getPort(),
            "--proxy-bypass-list=<-loopback>", // this machine, too, only through the proxy
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE " + proxy.getAddress().getHostAddress(),
            "--disable-quic",
            "--webrtc-ip-handling-policy=disable_non_proxied_udp",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-domain-reliability",
            "--disable-client-side-phishing-detection",
            "--no-pings",
            "--disable-extensions",
            "--disable-default-apps",
            "--disable-dev-shm-usage",
            "--disable-gpu",
            "--no-first-run",
            "--mute-audio",
            "--hide-scrollbars",
            "--lang=id-ID",
            "--window-size=1280,2400",
            "--virtual-time-budget=8000",
            "--timeout=20000",
            "--screenshot=" + picture,
            "--dump-dom"));
    if (!hasSandbox()) {
      command.add("--no-sandbox");
    }
    command.add(address.toString());
    return command;
  }

  private static byte[] bounded(Path file) throws IOException {
    if (!Files.exists(file)) {
      return new byte[0];
    }
    if (Files.size(file) > LARGEST) {
      throw new Refused(Obstacle.Kind.SEEN_TOO_LARGE, LARGEST);
    }
    return Files.readAllBytes(file);
  }

  /** The browser and all that it started. */
  private static void kill(@Nullable Process browser) {
    if (browser != null) {
      browser.descendants().forEach(ProcessHandle::destroyForcibly);
      browser.destroyForcibly();
    }
  }
}

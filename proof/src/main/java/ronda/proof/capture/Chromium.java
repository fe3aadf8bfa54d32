package ronda.proof.capture;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/**
 * A browser without a window, for one page: a home that is thrown away, no way out but the proxy,
 * limits of time and room, and nothing of it left running.
 */
public final class Chromium {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome");

  /** How long a page's own clock runs, which stands still while something is being loaded. */
  private static final int PAGE_MILLIS = 8_000;

  private static final long PAGE_SECONDS = 20;
  private static final int MOST_FRAMES = 50;
  private static final Map<String, ?> WINDOW =
      Map.of("width", 1280, "height", 2400, "deviceScaleFactor", 1, "mobile", false);
  private static final String SNAPSHOT = "DOMSnapshot.captureSnapshot";
  private static final Map<String, List<String>> NO_STYLES = Map.of("computedStyles", List.of());

  private static final long LARGEST = 16 << 20;

  /** What the browser and its page may write to the disk while it is captured, in bytes. */
  private static final long MOST_ON_DISK = 200L << 20;

  private final Path program;
  private final long mostBytes;

  public Chromium(Path program) {
    this(program, MOST_ON_DISK);
  }

  /**
   * The same.
   *
   * @param mostBytes what a page may make it write, in bytes
   */
  Chromium(Path program, long mostBytes) {
    this.program = program;
    this.mostBytes = mostBytes;
  }

  Path program() {
    return program;
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
   * @param address what stood in its address line at last: a script may lead elsewhere
   * @param html the page's tree after its scripts ran
   * @param words all words of the page and of the frames within it
   * @param screenshot PNG
   */
  record Seen(String address, byte[] html, String words, byte[] screenshot) {}

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
    try (BrowserHome home = BrowserHome.open()) {
      var start =
          new ProcessBuilder(command(proxy, home.profile()))
              .redirectError(ProcessBuilder.Redirect.DISCARD);
      home.furnish(start.environment());
      Process browser = start.start();
      try (var watch = new BrowserWatch(browser, home, mostBytes)) {
        try {
          return seen(new DevTools(browser.getInputStream(), browser.getOutputStream()), address);
        } catch (IOException broken) {
          throw watch.refusal().orElse(broken);
        }
      }
    }
  }

  private static Seen seen(DevTools tools, URI address) throws IOException {
    String page = page(tools);
    tools.ask("", "Browser.setDownloadBehavior", Map.of("behavior", "deny"));
    tools.ask(page, "Page.enable", Map.of());
    tools.ask(page, "Emulation.setDeviceMetricsOverride", WINDOW);
    JsonNode gone = tools.ask(page, "Page.navigate", Map.of("url", address.toString()));
    if (gone.has("errorText")) { // A file to download, for one.
      throw new Refused(Obstacle.Kind.NOT_SHOWN, gone.path("errorText").asString(""));
    }
    // Only now: the time of the empty page before it would be up at once.
    tools.ask(
        page,
        "Emulation.setVirtualTimePolicy",
        Map.of(
            "policy",
            "pauseIfNetworkFetchesPending",
            "budget",
            PAGE_MILLIS,
            "maxVirtualTimeTaskStarvationCount",
            9999));
    tools.await(DevTools.TIME_IS_UP, PAGE_SECONDS);
    JsonNode root = tools.ask(page, "DOM.getDocument", Map.of("depth", 0)).path("root");
    String tree =
        tools
            .ask(page, "DOM.getOuterHTML", Map.of("nodeId", root.path("nodeId").asInt()))
            .path("outerHTML")
            .asString("");
    String picture =
        tools
            .ask(page, "Page.captureScreenshot", Map.of("format", "png"))
            .path("data")
            .asString("");
    return new Seen(
        root.path("documentURL").asString(""),
        bounded(tree.getBytes(StandardCharsets.UTF_8)),
        words(tools, page),
        bounded(Base64.getDecoder().decode(picture)));
  }

  /** The session of the one page that the browser opens with. */
  private static String page(DevTools tools) throws IOException {
    for (JsonNode target : tools.ask("", "Target.getTargets", Map.of()).path("targetInfos")) {
      if (target.path("type").asString("").equals("page")) {
        return session(tools, target);
      }
    }
    throw new IOException("the browser has no page");
  }

  private static String session(DevTools tools, JsonNode target) throws IOException {
    return tools
        .ask(
            "",
            "Target.attachToTarget",
            Map.of("targetId", target.path("targetId").asString(""), "flatten", true))
        .path("sessionId")
        .asString("");
  }

  /** The words of the page, and of the frames in it that come from elsewhere. */
  private static String words(DevTools tools, String page) throws IOException {
    var words = new StringBuilder(words(tools.ask(page, SNAPSHOT, NO_STYLES)));
    int frames = 0;
    for (JsonNode target : tools.ask("", "Target.getTargets", Map.of()).path("targetInfos")) {
      if (target.path("type").asString("").equals("iframe") && frames++ < MOST_FRAMES) {
        words.append(words(tools.ask(session(tools, target), SNAPSHOT, NO_STYLES)));
      }
    }
    return words.toString();
  }

  private static String words(JsonNode snapshot) throws Refused {
    String words = SeenWords.of(snapshot);
    if (words.length() > LARGEST) {
      throw new Refused(Obstacle.Kind.SEEN_TOO_LARGE, LARGEST);
    }
    return words;
  }

  private List<String> command(InetSocketAddress proxy, Path profile) {
    // The pipe is the third and fourth of the browser's files, of which Java hands on two.
    List<String> command =
        new ArrayList<>(
            List.of("/bin/sh", "-c", "exec \"$@\" 3<&0 4>&1 </dev/null >/dev/null", "sh"));
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
            "--disable-features=OptimizationHints,MediaRouter,DialMediaRouteProvider,Translate,"
                + "AutofillServerCommunication,CertificateTransparencyComponentUpdater,"
                + "InterestFeedContentSuggestions,NetworkTimeServiceQuerying",
            "--disable-field-trial-config",
            "--disable-breakpad",
            "--allow-browser-signin=false",
            "--no-service-autorun",
            "--password-store=basic",
            "--use-mock-keychain",
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
            "--remote-debugging-pipe"));
    if (!hasSandbox()) {
      command.add("--no-sandbox");
    }
    command.add("about:blank");
    return command;
  }

  private static byte[] bounded(byte[] seen) throws Refused {
    if (seen.length > LARGEST) {
      throw new Refused(Obstacle.Kind.SEEN_TOO_LARGE, LARGEST);
    }
    return seen;
  }
}

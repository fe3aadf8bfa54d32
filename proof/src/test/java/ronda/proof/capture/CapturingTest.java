package ronda.proof.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import ronda.testkit.picture.PictureFiles;

/** A page of a server on this machine, which the guards permit by its name {@code localhost}. */
class CapturingTest {
  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
  private static final ZonedDateTime NOW = Instant.parse("2026-11-22T03:00:00Z").atZone(JAKARTA);

  private final AtomicInteger visits = new AtomicInteger();
  private HttpServer server = server();

  private static HttpServer server() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void a_server() {
    answer(
        "/",
        200,
        "text/html",
        "<h1>Halaman contoh</h1><script>document.title='x';document.body.append('dari skrip')</script><img src='http://127.0.0.1:"
            + port()
            + "/rahasia'>");
    answer("/rahasia", 200, "image/png", "rahasia");
    server.createContext("/onward", exchange -> redirect(exchange, "/"));
    server.createContext(
        "/inward", exchange -> redirect(exchange, "http://169.254.169.254/latest/meta-data"));
    server.createContext("/file", exchange -> redirect(exchange, "file:///etc/passwd"));
    server.createContext("/round", exchange -> redirect(exchange, "/round"));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private int port() {
    return server.getAddress().getPort();
  }

  private String at(String path) {
    return "http://localhost:" + port() + path;
  }

  private void answer(String path, int status, String type, String body) {
    server.createContext(
        path,
        exchange -> {
          if (path.equals("/rahasia")) {
            visits.incrementAndGet();
          }
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", type + ";charset=utf-8");
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  private static void redirect(com.sun.net.httpserver.HttpExchange exchange, String to)
      throws IOException {
    exchange.getResponseHeaders().add("Location", to);
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private static Capturing with(Optional<Chromium> chromium) {
    return new Capturing(PublicHosts.and(Set.of("localhost")), chromium, JAKARTA, "Ronda (test)");
  }

  private static String text(Captured captured, String name) {
    return new String(captured.files().getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
  }

  @Test
  void without_a_browser_the_page_its_headers_and_a_warc_are_taken_and_it_is_said()
      throws Exception {
    Captured captured = with(Optional.empty()).capture(at("/onward"), "Kirana Contoh", NOW);

    assertThat(captured.how()).isEqualTo("fetch");
    assertThat(captured.browser()).contains("no browser");
    assertThat(text(captured, "page.html")).contains("Halaman contoh");
    assertThat(text(captured, "page.txt")).contains("Halaman contoh").doesNotContain("skrip", "<");
    assertThat(text(captured, "headers.txt")).containsIgnoringCase("content-type: text/html");
    assertThat(text(captured, "capture.json"))
        .contains(
            "Kirana Contoh",
            "2026-11-22T10:00:00+07:00",
            "Asia/Jakarta",
            "/onward",
            "\"status\":302");
    assertThat(recordTypes(captured)).containsExactly("warcinfo", "response", "response");
  }

  @Test
  void the_pictures_of_a_page_are_kept_but_of_one_that_hints_at_a_child_they_are_not_even_fetched()
      throws Exception {
    AtomicInteger fetched = new AtomicInteger();
    byte[] picture = PictureFiles.png(new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB));
    server.createContext(
        "/gambar.png",
        exchange -> {
          fetched.incrementAndGet();
          exchange.sendResponseHeaders(200, picture.length);
          exchange.getResponseBody().write(picture);
          exchange.close();
        });
    answer("/biasa", 200, "text/html", "<p>Halaman contoh</p><img src='/gambar.png'>");
    answer("/anak", 200, "text/html", "<p>VCS anak SMP</p><img src='/gambar.png'>");

    Captured usual = with(Optional.empty()).capture(at("/biasa"), "Kirana Contoh", NOW);
    assertThat(usual.files().get("picture-01.png")).isEqualTo(picture);
    assertThat(fetched).hasValue(1);

    Captured child = with(Optional.empty()).capture(at("/anak"), "Kirana Contoh", NOW);
    assertThat(child.names()).noneMatch(Captured::isOfThePage);
    assertThat(fetched).as("not fetched again").hasValue(1);
  }

  private static List<String> recordTypes(Captured captured) throws IOException {
    byte[] bytes = captured.files().getOrDefault("page.warc", new byte[0]);
    List<String> types = new ArrayList<>();
    try (var reader = new WarcReader(Channels.newChannel(new ByteArrayInputStream(bytes)))) {
      for (WarcRecord one : reader) {
        types.add(one.type());
      }
    }
    return types;
  }

  @Test
  void a_browser_takes_a_picture_and_loads_nothing_from_this_machine() throws Exception {
    Chromium chromium =
        Chromium.find(
                System.getenv().getOrDefault("CHROMIUM", ""),
                System.getenv().getOrDefault("PATH", ""))
            .orElseThrow(() -> new AssertionError("install the package chromium, or set CHROMIUM"));
    Captured captured = with(Optional.of(chromium)).capture(at("/"), "Kirana Contoh", NOW);

    assertThat(captured.how()).as(captured.browser()).isEqualTo("browser");
    assertThat(captured.browser()).contains("Chrom");
    assertThat(captured.files().getOrDefault("screenshot.png", new byte[0]))
        .startsWith(0x89, 'P', 'N', 'G');
    assertThat(text(captured, "tree.html")).contains("dari skrip");
    assertThat(recordTypes(captured)).containsExactly("warcinfo", "response", "resource");
    assertThat(visits).as("127.0.0.1 was not permitted, only localhost").hasValue(0);
    assertThat(text(captured, "capture.json")).contains("127.0.0.1 is not on the public Internet");
    try (var left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      assertThat(
              left.filter(path -> path.getFileName().toString().startsWith("ronda-capture"))
                  .filter(path -> Files.exists(path.resolve("screenshot.png"))))
          .isEmpty();
    }
  }

  @Test
  void what_a_killed_program_left_of_a_capture_is_cleared_and_what_may_be_in_use_is_not(
      @TempDir Path temporary) throws IOException {
    Path left = Files.createDirectories(temporary.resolve("ronda-capture1/profile/Default"));
    Files.writeString(left.resolve("Cache"), "halaman");
    Path underway = Files.createDirectory(temporary.resolve("ronda-capture2"));
    Path other = Files.createDirectory(temporary.resolve("lain"));
    Instant now = Instant.now();
    Path old = temporary.resolve("ronda-capture1");
    Files.setLastModifiedTime(old, FileTime.from(now.minusSeconds(181)));
    Files.setLastModifiedTime(other, FileTime.from(now.minusSeconds(181)));

    BrowserHome.clear(temporary, now);

    assertThat(old).doesNotExist();
    assertThat(underway).exists();
    assertThat(other).exists();
  }

  @Test
  void a_redirect_to_the_inside_or_to_a_file_or_in_a_circle_is_refused() {
    for (String path : List.of("/inward", "/file", "/round")) {
      assertThatThrownBy(() -> with(Optional.empty()).capture(at(path), "x", NOW))
          .as(path)
          .isInstanceOf(Refused.class);
    }
  }

  @Test
  void no_address_within_or_beside_the_web_is_visited() {
    var hosts = PublicHosts.only();
    for (String url :
        List.of(
            "file:///etc/passwd",
            "ftp://contoh.invalid/",
            "http://user:secret@contoh.invalid/",
            "javascript:alert(1)",
            "chrome://version",
            "nothing")) {
      assertThatThrownBy(() -> hosts.address(url)).as(url).isInstanceOf(Refused.class);
    }
    for (String host :
        List.of(
            "127.0.0.1",
            "localhost",
            "0.0.0.0",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "[::1]",
            "[fe80::1]",
            "[fd00::1]",
            "[::ffff:127.0.0.1]",
            "[64:ff9b::7f00:1]",
            "[2002:7f00:1::]",
            "224.0.0.1",
            "255.255.255.255",
            "2130706433")) {
      assertThatThrownBy(() -> hosts.resolve(host, 80)).as(host).isInstanceOf(Refused.class);
    }
    assertThatThrownBy(() -> hosts.resolve("93.184.216.34", 22)).isInstanceOf(Refused.class);
  }

  @Test
  void public_addresses_may_be_visited() throws Exception {
    for (String host : List.of("93.184.216.34", "8.8.8.8", "[2606:2800:220:1::1]")) {
      assertThat(PublicHosts.only().resolve(host, 443).getPort()).isEqualTo(443);
    }
  }

  @Test
  void this_machine_is_not_visited_by_its_own_address_nor_its_neighbours_nor_a_clouds_service()
      throws Exception {
    var hosts =
        PublicHosts.only(
            List.of(
                InetAddress.getByName("93.184.216.34"),
                InetAddress.getByName("2606:2800:220:1::1")));
    for (String host :
        List.of("93.184.216.34", "[2606:2800:220:1::1]", "[2606:2800:220:1::9]", "168.63.129.16")) {
      assertThatThrownBy(() -> hosts.resolve(host, 443)).as(host).isInstanceOf(Refused.class);
    }
    for (String host : List.of("93.184.216.35", "[2606:2800:220:2::1]")) {
      assertThat(hosts.resolve(host, 443).getPort()).isEqualTo(443);
    }
  }

  @Test
  void a_host_that_is_permitted_though_not_public_is_open_to_its_own_pages_alone()
      throws Exception {
    var hosts = PublicHosts.and(Set.of("Localhost"));
    assertThat(hosts.of(hosts.address("http://LOCALHOST/")).resolve("localhost", 22).getPort())
        .isEqualTo(22);
    assertThatThrownBy(
            () -> hosts.of(hosts.address("http://93.184.216.34/")).resolve("localhost", 80))
        .isInstanceOf(Refused.class);

    answer("/dalam", 200, "text/html", "<h1>Halaman contoh</h1>");
    var other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    other.createContext("/", exchange -> redirect(exchange, at("/dalam")));
    other.start();
    try {
      String stranger = "http://127.0.0.1:" + other.getAddress().getPort() + "/";
      var permitting =
          new Capturing(PublicHosts.and(Set.of("localhost")), Optional.empty(), JAKARTA, "x");
      assertThatThrownBy(() -> permitting.capture(stranger, "x", NOW)).isInstanceOf(Refused.class);
    } finally {
      other.stop(0);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "https://b\u00fccher.example/jalan/\u00fc?a=\u00fc#x, https://xn--bcher-kva.example/jalan/%C3%BC?a=%C3%BC#x",
    "http://\u4f8b\u5b50.example:8080, http://xn--fsqu00a.example:8080",
    "http://\uff11\uff12\uff17\u30020.0.1/, http://127.0.0.1/",
    "http://contoh.invalid/a, http://contoh.invalid/a"
  })
  void a_host_may_have_letters_of_any_language(String written, String meant) throws Exception {
    assertThat(PublicHosts.only().address(written)).hasToString(meant);
  }

  @Test
  void letters_that_stand_for_a_slash_or_a_name_are_no_host() {
    for (String url : List.of("http://a\u2100b.example/", "http://x\uff20b\u00fc.example/")) {
      assertThatThrownBy(() -> PublicHosts.only().address(url)).as(url).isInstanceOf(Refused.class);
    }
  }
}

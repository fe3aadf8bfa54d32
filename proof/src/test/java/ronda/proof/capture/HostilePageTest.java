package ronda.proof.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ronda.testkit.picture.PictureFiles;

/** What a page may do to the machine that captures it: nothing. A real browser runs its scripts. */
class HostilePageTest {
  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

  private final HttpServer server = server();

  private static HttpServer server() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static Chromium chromium() {
    return Chromium.find(
            System.getenv().getOrDefault("CHROMIUM", ""), System.getenv().getOrDefault("PATH", ""))
        .orElseThrow(() -> new AssertionError("install the package chromium, or set CHROMIUM"));
  }

  @BeforeEach
  void start() {
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor()); // One page may be slow.
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private String at(String path) {
    return "http://localhost:" + server.getAddress().getPort() + path;
  }

  private void answer(String path, String html) {
    server.createContext(
        path,
        exchange -> {
          byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "text/html;charset=utf-8");
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  private Captured captured(String path) throws IOException {
    return new Capturing(
            PublicHosts.and(Set.of("localhost")), Optional.of(chromium()), JAKARTA, "Ronda (test)")
        .capture(at(path), "Kirana Contoh", Instant.now().atZone(JAKARTA));
  }

  private static String text(Captured captured, String name) {
    return new String(captured.files().getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
  }

  /** This machine's address in its network; the loopback's where it has none. */
  private static InetAddress ofTheNetwork() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
        .findFirst()
        .orElse(InetAddress.getLoopbackAddress());
  }

  private static Thread counting(DatagramSocket ear, AtomicInteger heard) {
    return Thread.ofVirtual()
        .start(
            () -> {
              try {
                while (true) {
                  ear.receive(new DatagramPacket(new byte[2048], 2048));
                  heard.incrementAndGet();
                }
              } catch (IOException closed) {
                // The test is over.
              }
            });
  }

  private static Thread counting(ServerSocket ear, AtomicInteger heard) {
    return Thread.ofVirtual()
        .start(
            () -> {
              try {
                while (true) {
                  ear.accept().close();
                  heard.incrementAndGet();
                }
              } catch (IOException closed) {
                // The test is over.
              }
            });
  }

  @Test
  void a_page_sends_nothing_past_the_proxy_by_a_call_between_browsers() throws Exception {
    String network = ofTheNetwork().getHostAddress();
    var heard = new AtomicInteger();
    try (var near = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        var far = new DatagramSocket(0, ofTheNetwork());
        var stream = new ServerSocket(0, 50, ofTheNetwork())) {
      counting(near, heard);
      counting(far, heard);
      counting(stream, heard);
      answer(
          "/telepon",
          """
          <h1>Halaman contoh</h1><script>
          const near = '127.0.0.1:%d', far = '%s:%d', stream = '%s:%d';
          const call = new RTCPeerConnection({iceServers: [
            {urls: ['stun:' + near, 'stun:' + far]},
            {urls: ['turn:' + near + '?transport=udp', 'turn:' + far + '?transport=udp',
                    'turn:' + stream + '?transport=tcp'], username: 'a', credential: 'b'}]});
          const other = new RTCPeerConnection();
          call.createDataChannel('x');
          (async () => {
            await call.setLocalDescription(await call.createOffer());
            await other.setRemoteDescription(call.localDescription);
            await other.setLocalDescription(await other.createAnswer());
            await call.setRemoteDescription(other.localDescription);
            for (const [place, way] of [[near, 'udp'], [far, 'udp'], [stream, 'tcp']]) {
              const [host, port] = place.split(':');
              await call.addIceCandidate({sdpMid: '0', candidate:
                `candidate:1 1 ${way} 2122260223 ${host} ${port} typ host` +
                (way == 'tcp' ? ' tcptype passive' : '')});
            }
            document.body.append('sudah menelepon');
          })();
          </script>"""
              .formatted(
                  near.getLocalPort(),
                  network,
                  far.getLocalPort(),
                  network,
                  stream.getLocalPort()));

      Captured captured = captured("/telepon");

      assertThat(text(captured, "tree.html")).as(captured.browser()).contains("sudah menelepon");
      assertThat(heard).as("packets and connections past the proxy").hasValue(0);
    }
  }

  private void attachment(String path, String name, byte[] bytes) {
    server.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "application/octet-stream");
          exchange
              .getResponseHeaders()
              .add("Content-Disposition", "attachment; filename=\"" + name + "\"");
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  /** The files of this name in the home and among the temporary files of whoever runs this. */
  private static List<Path> left(String name) throws IOException {
    List<Path> left = new ArrayList<>();
    for (String place : List.of("user.home", "java.io.tmpdir")) {
      Files.walkFileTree(
          Path.of(System.getProperty(place)),
          Set.of(),
          5,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (file.getFileName().toString().contains(name)) {
                left.add(file);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException others) {
              return FileVisitResult.CONTINUE;
            }
          });
    }
    return left;
  }

  @Test
  void a_page_that_sends_a_file_leaves_none_on_this_machine() throws Exception {
    String name = "jahat-" + UUID.randomUUID() + ".sh";
    attachment("/x.bin", name, "#!/bin/sh\n".getBytes(StandardCharsets.UTF_8));
    answer("/kirim", "<h1>Halaman contoh</h1><script>location='/x.bin'</script>");

    Captured captured = captured("/kirim");

    assertThat(captured.how()).as(captured.browser()).isEqualTo("browser");
    assertThat(left(name)).isEmpty();
  }

  /** Whether a variable is none that a browser, or the shell that tells of it, needs. */
  private boolean isOurs(String name) {
    return !name.matches("PATH|HOME|TMPDIR|XDG_\\w+|LANG|LC_ALL|TZ|FONTCONFIG_\\w+|PWD|SHLVL|_");
  }

  @Test
  void the_browser_is_told_nothing_of_what_the_server_was_told(@TempDir Path temporary)
      throws Exception {
    Path told = temporary.resolve("told");
    Path program = temporary.resolve("browser");
    Files.writeString(program, "#!/bin/sh\nenv > " + told + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    assertThat(System.getenv().keySet()).as("what must not be handed on").anyMatch(this::isOurs);
    try (FilteringProxy proxy = FilteringProxy.open(PublicHosts.only(), Duration.ofMinutes(1))) {
      try {
        new Chromium(program).look(URI.create("http://contoh.invalid/"), proxy.address());
      } catch (IOException noBrowser) {
        // It only tells what it was told.
      }
    }

    assertThat(Files.readAllLines(told))
        .noneMatch(line -> isOurs(line.substring(0, line.indexOf('='))))
        .filteredOn(line -> line.matches("(HOME|TMPDIR|XDG_[A-Z_]+)=.*"))
        .hasSizeGreaterThan(5)
        .allMatch(line -> line.contains("/ronda-capture"));
  }

  @Test
  void an_address_that_is_itself_a_file_is_fetched_without_waiting_for_the_browser()
      throws Exception {
    String name = "jahat-" + UUID.randomUUID() + ".zip";
    byte[] bytes = "isi berkas".getBytes(StandardCharsets.UTF_8);
    attachment("/berkas", name, bytes);

    Captured captured = captured("/berkas");

    assertThat(captured.how()).isEqualTo("fetch");
    // Who had waited would say that the browser did not answer in time.
    assertThat(captured.browser()).contains("shows no page");
    assertThat(captured.files().get("page.html")).isEqualTo(bytes);
    assertThat(left(name)).isEmpty();
  }

  @Test
  void an_address_that_is_itself_a_picture_is_shown_and_kept() throws Exception {
    byte[] picture = PictureFiles.png(new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB));
    server.createContext(
        "/gambar",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "image/png");
          exchange.sendResponseHeaders(200, picture.length);
          exchange.getResponseBody().write(picture);
          exchange.close();
        });

    Captured captured = captured("/gambar");

    assertThat(captured.how()).as(captured.browser()).isEqualTo("browser");
    assertThat(captured.files().get("picture-01.png")).isEqualTo(picture);
  }

  @Test
  void a_page_that_fills_the_disk_is_ended_while_it_is_at_it() throws Exception {
    server.createContext(
        "/lambat.png",
        exchange -> {
          try {
            Thread.sleep(15_000); // The page's own clock stands still meanwhile.
          } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
          }
          exchange.close();
        });
    // A frame of another site has a clock of its own, which runs on.
    answer(
        "/penuh",
        "<h1>Halaman contoh</h1><img src='/lambat.png'><iframe src='http://127.0.0.1:"
            + server.getAddress().getPort()
            + "/menulis'></iframe>");
    answer(
        "/menulis",
        """
        <script>
        const some = new Uint8Array(4 << 20);
        for (let i = 0; i < some.length; i += 65536) {
          crypto.getRandomValues(some.subarray(i, i + 65536));
        }
        const opening = indexedDB.open('x', 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore('s');
        opening.onsuccess = () => {
          const base = opening.result;
          let n = 0;
          const more = () => {
            if (n++ > 200) return;
            const change = base.transaction('s', 'readwrite');
            change.objectStore('s').put(some, n);
            change.oncomplete = more;
          };
          more();
        };
        </script>""");
    var small = new Chromium(chromium().program(), 60L << 20);
    Captured captured =
        new Capturing(
                PublicHosts.and(Set.of("localhost", "127.0.0.1")),
                Optional.of(small),
                JAKARTA,
                "Ronda (test)")
            .capture(at("/penuh"), "Kirana Contoh", Instant.now().atZone(JAKARTA));

    // Who is ended only when it has done its work is kept as the browser saw it.
    assertThat(captured.browser()).contains("to the disk");
    assertThat(captured.how()).isEqualTo("fetch");
  }

  @Test
  void what_a_page_did_not_load_names_nothing_that_the_browser_asked_for_by_itself()
      throws Exception {
    answer("/biasa", "<h1>Halaman contoh</h1><img src='http://169.254.169.254/x.png'>");

    Captured captured = captured("/biasa");

    assertThat(captured.how()).as(captured.browser()).isEqualTo("browser");
    assertThat(text(captured, "capture.json"))
        .contains("169.254.169.254 is not on the public Internet")
        .doesNotContain("google", "gvt1");
  }

  @Test
  void a_script_that_leads_elsewhere_is_told_with_the_address_that_was_shown() throws Exception {
    answer("/lain", "<h1>Halaman lain</h1>");
    answer("/bawa", "<h1>Halaman contoh</h1><script>location.replace('/lain#x')</script>");
    answer("/diam", "<h1>Halaman contoh</h1><script>location.hash = 'x'</script>");

    Captured led = captured("/bawa");
    assertThat(text(led, "tree.html")).as(led.browser()).contains("Halaman lain");
    assertThat(led.elsewhere()).isTrue();
    assertThat(text(led, "capture.json"))
        .contains("\"finalUrl\":\"" + at("/bawa"), "\"browserUrl\":\"" + at("/lain"));

    Captured stayed = captured("/diam");
    assertThat(text(stayed, "capture.json")).contains("\"browserUrl\":\"" + at("/diam"));
    assertThat(stayed.elsewhere()).isFalse();
  }
}

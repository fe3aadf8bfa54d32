package ronda.proof.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
}

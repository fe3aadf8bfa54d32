package ronda.proof.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What a page sends through the proxy is bounded like what it loads. */
class FilteringProxyTest {
  private static final int TOO_MUCH = 70 << 20;

  /** Sends so many bytes as the body of a request that announces more; how many arrived. */
  private static long arrived(FilteringProxy proxy, long announced, long sent) throws Exception {
    try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Long> arrived = CompletableFuture.supplyAsync(() -> received(server));
      try (var page = new Socket(proxy.address().getAddress(), proxy.address().getPort())) {
        String head =
            "POST http://localhost:%d/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n"
                .formatted(server.getLocalPort(), announced);
        page.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        byte[] some = new byte[1 << 14];
        for (long left = sent; left > 0; left -= some.length) {
          page.getOutputStream().write(some, 0, (int) Math.min(left, some.length));
        }
        page.shutdownOutput();
      } catch (IOException cutOff) {
        return arrived.get(1, TimeUnit.MINUTES);
      }
      return arrived.get(1, TimeUnit.MINUTES);
    }
  }

  private static long received(ServerSocket server) {
    var count = new AtomicLong();
    try (Socket one = server.accept();
        InputStream in = one.getInputStream()) {
      for (int newlines = 0; newlines < 2; ) {
        int b = in.read();
        newlines = b == '\n' ? newlines + 1 : b == '\r' ? newlines : 0;
      }
      byte[] some = new byte[1 << 14];
      for (int n = in.read(some); n >= 0; n = in.read(some)) {
        count.addAndGet(n);
      }
    } catch (IOException cutOff) {
      return count.get();
    }
    return count.get();
  }

  @Test
  void a_request_that_breaks_off_is_not_filled_up() throws Exception {
    try (FilteringProxy proxy = open()) {
      assertThat(arrived(proxy, 1_000_000, 10)).isEqualTo(10);
    }
  }

  @Test
  void what_a_page_sends_counts_into_what_it_may_move() throws Exception {
    try (FilteringProxy proxy = open()) {
      assertThat(arrived(proxy, TOO_MUCH, TOO_MUCH)).isLessThanOrEqualTo(64 << 20);
      // The server behind is cut off a moment before the reason is written down.
      for (int tries = 0; proxy.refusals().isEmpty() && tries < 1_000; tries++) {
        Thread.sleep(10);
      }
      assertThat(proxy.refusals())
          .extracting(Obstacle::kind)
          .contains(Obstacle.Kind.LOADS_TOO_MUCH);
    }
  }

  private static FilteringProxy open() throws IOException {
    return FilteringProxy.open(PublicHosts.and(Set.of("localhost")), Duration.ofMinutes(1));
  }
}

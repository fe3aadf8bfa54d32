package ronda.letters.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A recipient's interface that answers well, badly, or not at all. */
class OfficialInterfaceTest {
  private static final String JSON = "{\"letter\":\"B-1/KOMINFO/XI/2026 “contoh”\"}";
  private static final Duration SOON = Duration.ofSeconds(30);

  /** What a request said. */
  private record Said(String key, String authorization, String type, String body) {}

  private final List<Said> said = new CopyOnWriteArrayList<>();
  private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();
  private final OfficialInterface door = new OfficialInterface("rahasia-contoh", SOON);

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : open) {
      one.close();
    }
  }

  private URI answering(int status, String... headers) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          var asked = exchange.getRequestHeaders();
          said.add(
              new Said(
                  String.valueOf(asked.getFirst("Idempotency-Key")),
                  String.valueOf(asked.getFirst("Authorization")),
                  String.valueOf(asked.getFirst("Content-Type")),
                  new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
          for (int i = 0; i < headers.length; i += 2) {
            exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
          }
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
    open.add(() -> server.stop(0));
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/surat");
  }

  /** What a hostile server does with whoever calls. */
  private interface Trick {
    void on(OutputStream out) throws IOException, InterruptedException;
  }

  private URI tricked(Trick trick) throws IOException {
    ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    open.add(server);
    Thread.ofVirtual()
        .start(
            () -> {
              while (!server.isClosed()) {
                try (Socket caller = server.accept()) {
                  caller.getInputStream().read(new byte[8_192]);
                  trick.on(caller.getOutputStream());
                } catch (IOException gone) {
                  // It hung up, which is what is wanted of it; or the test is over.
                } catch (InterruptedException stopped) {
                  return;
                }
              }
            });
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/surat");
  }

  private Handover sent(URI address) {
    return assertTimeoutPreemptively(
        Duration.ofSeconds(60), () -> door.send(address, "kunci-1", JSON));
  }

  private static void say(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Test
  void a_letter_that_is_taken_came_with_its_key_and_the_secret() throws IOException {
    assertThat(sent(answering(202))).isEqualTo(new Handover.Taken("HTTP 202"));
    assertThat(said)
        .containsExactly(new Said("kunci-1", "Bearer rahasia-contoh", "application/json", JSON));
  }

  @Test
  void without_a_secret_none_is_sent() throws IOException {
    new OfficialInterface("").send(answering(200), "k", JSON);
    assertThat(said).extracting(Said::authorization).containsExactly("null");
  }

  @Test
  void repeated_it_bears_the_same_key_and_the_same_words() throws IOException {
    URI address = answering(503);
    assertThat(sent(address)).isInstanceOf(Handover.Later.class);
    assertThat(sent(address)).isInstanceOf(Handover.Later.class);
    assertThat(said).hasSize(2);
    assertThat(said.get(0)).isEqualTo(said.get(1));
  }

  @Test
  void a_no_is_a_no_and_too_much_is_later() throws IOException {
    for (int no : List.of(400, 401, 403, 404, 409, 413, 422)) {
      assertThat(sent(answering(no))).isEqualTo(new Handover.Refused("HTTP " + no));
    }
    for (int later : List.of(408, 429, 500, 502, 503, 504)) {
      assertThat(sent(answering(later))).isEqualTo(new Handover.Later("HTTP " + later));
    }
  }

  @Test
  void where_it_sends_elsewhere_nobody_follows() throws IOException {
    URI inside = answering(200);
    for (int status : List.of(301, 302, 303, 307, 308)) {
      assertThat(sent(answering(status, "Location", inside.toString())))
          .isInstanceOf(Handover.Refused.class);
    }
    assertThat(said).as("five asked, none of them the address inside").hasSize(5);
  }

  @Test
  void nobody_at_home_is_a_reason_to_come_again() throws IOException {
    int port;
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = gone.getLocalPort();
    }
    assertThat(sent(URI.create("http://127.0.0.1:" + port + "/")))
        .isEqualTo(new Handover.Later(OurWords.NOBODY_ANSWERS.about("127.0.0.1")));
  }

  @Test
  void one_that_never_answers_is_left() throws IOException {
    URI address = tricked(out -> Thread.sleep(60_000));
    Handover came =
        assertTimeoutPreemptively(
            Duration.ofSeconds(30),
            () -> new OfficialInterface("", Duration.ofMillis(300)).send(address, "k", JSON));
    assertThat(came).isInstanceOf(Handover.Later.class);
  }

  @Test
  void one_that_never_stops_talking_has_said_enough_with_its_first_line() throws IOException {
    AtomicInteger sent = new AtomicInteger();
    URI address =
        tricked(
            out -> {
              say(out, "HTTP/1.1 200 OK\r\nContent-Length: 9000000000\r\n\r\n");
              while (sent.incrementAndGet() < 100_000) {
                say(out, "x".repeat(10_000));
              }
            });
    assertThat(sent(address)).isEqualTo(new Handover.Taken("HTTP 200"));
    assertThat(sent.get()).isLessThan(100_000);
  }

  @Test
  void one_that_speaks_drop_by_drop_does_not_hold_us() throws IOException {
    URI address =
        tricked(
            out -> {
              say(out, "HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n");
              Thread.sleep(60_000);
            });
    assertThat(sent(address)).isEqualTo(new Handover.Taken("HTTP 201"));
  }

  @Test
  void what_is_no_http_is_no_answer() throws IOException {
    assertThat(sent(tricked(out -> say(out, "220 surel contoh\r\n"))))
        .isInstanceOf(Handover.Later.class);
    assertThat(sent(tricked(out -> {}))).isInstanceOf(Handover.Later.class);
    assertThat(sent(tricked(out -> say(out, "HTTP/1.1 2")))).isInstanceOf(Handover.Later.class);
    assertThat(sent(tricked(OfficialInterfaceTest::headersWithoutEnd)))
        .isInstanceOf(Handover.Later.class);
  }

  private static void headersWithoutEnd(OutputStream out) throws IOException {
    say(out, "HTTP/1.1 200 OK\r\n");
    for (int i = 0; i < 10_000; i++) {
      say(out, "X-" + i + ": " + "x".repeat(1_000) + "\r\n");
    }
  }

  @Test
  void what_is_told_of_it_is_short_and_holds_no_secret() throws IOException {
    String words = sent(tricked(out -> say(out, "x".repeat(5_000) + "\r\n"))).words();
    assertThat(words.length()).isLessThanOrEqualTo(300);
    assertThat(words).doesNotContain("rahasia-contoh");
  }

  @Test
  void only_a_protected_address_or_this_machine_may_be_named() {
    assertThat(OfficialInterface.address("https://aduan.contoh.go.id/api")).isPresent();
    assertThat(OfficialInterface.address("http://127.0.0.1:8080/api")).isPresent();
    for (String no :
        List.of(
            "http://aduan.contoh.go.id/",
            "https://nama:sandi@contoh.go.id/",
            "http://127.0.0.1@contoh.go.id/",
            "http://localhost.contoh.go.id/",
            "ftp://contoh.go.id/",
            "file:///etc/passwd",
            "https:///api",
            "bukan alamat",
            "")) {
      assertThat(OfficialInterface.address(no)).as(no).isEmpty();
    }
  }
}

package ronda.proof.stamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ronda.casework.chain.Hash;

/** An authority asked over HTTP that answers rightly, wrongly, or without end. */
class RemoteAuthorityTest {
  private static final BuiltInAuthority KEYS =
      BuiltInAuthority.create(() -> Instant.parse("2026-11-22T02:00:00Z"));
  private static final Hash HASH = Hash.of("barang bukti contoh");
  private static final Date TIME = Date.from(Instant.parse("2026-11-22T02:00:00Z"));

  /** What the authority makes of a request. */
  private interface Making {
    byte[] of(TimeStampRequest request) throws Exception;
  }

  private final CopyOnWriteArrayList<HttpServer> servers = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    servers.forEach(server -> server.stop(0));
  }

  /** What a server does with a call. */
  private interface Answering {
    void to(HttpExchange exchange) throws IOException;
  }

  private URI served(Answering answering) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", answering::to);
    server.setExecutor(runnable -> Thread.ofVirtual().start(runnable));
    server.start();
    servers.add(server);
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/tsa");
  }

  private URI stamping(Making making) throws IOException {
    return served(
        exchange -> {
          byte[] body;
          try {
            body = making.of(new TimeStampRequest(exchange.getRequestBody().readAllBytes()));
          } catch (Exception wrong) {
            throw new IOException(wrong);
          }
          exchange.getResponseHeaders().add("Content-Type", "application/timestamp-reply");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  private static TimeStampResponseGenerator generator() throws Exception {
    return new TimeStampResponseGenerator(KEYS.tokens(), Set.of(TSPAlgorithms.SHA256.getId()));
  }

  private static byte[] stamped(TimeStampRequest request) throws Exception {
    return generator().generate(request, BigInteger.ONE, TIME).getEncoded();
  }

  /** A request that somebody else made. */
  private static TimeStampRequest another(Hash hash, BigInteger nonce) {
    var request = new TimeStampRequestGenerator();
    request.setCertReq(true);
    return request.generate(TSPAlgorithms.SHA256, HexFormat.of().parseHex(hash.hex()), nonce);
  }

  private static Stamps.Answer asked(URI address) {
    return assertTimeoutPreemptively(
        Duration.ofSeconds(60), () -> new RemoteAuthority(address).stamp(HASH));
  }

  private static String refusal(URI address) {
    Stamps.Answer answer = asked(address);
    assertThat(answer).isInstanceOf(Stamps.Answer.Refused.class);
    return answer.toString();
  }

  @Test
  void a_right_answer_is_a_stamp_of_this_hash_that_checks_again_later() throws Exception {
    assertThat(asked(stamping(RemoteAuthorityTest::stamped)))
        .asInstanceOf(type(Stamps.Answer.Stamped.class))
        .satisfies(
            answer -> {
              assertThat(answer.stamp().at()).isEqualTo(TIME.toInstant());
              assertThat(StampCheck.read(answer.stamp().response(), HASH)).isNotNull();
            });
  }

  @Test
  void an_answer_to_another_request_is_refused() throws IOException {
    assertThat(refusal(stamping(asked -> stamped(another(HASH, BigInteger.TWO)))))
        .contains("it answers another request");
    assertThat(
            refusal(
                stamping(
                    asked -> {
                      var request = new TimeStampRequestGenerator();
                      request.setCertReq(true);
                      byte[] hash = HexFormat.of().parseHex(HASH.hex());
                      return stamped(request.generate(TSPAlgorithms.SHA256, hash));
                    })))
        .as("one that does not repeat the nonce at all")
        .contains("it answers another request");
  }

  @Test
  void a_stamp_of_something_else_is_refused() throws IOException {
    assertThat(refusal(stamping(asked -> stamped(another(Hash.of("lain"), asked.getNonce())))))
        .contains("it is of something else");
  }

  @Test
  void a_stamp_whose_signature_was_changed_is_refused() throws IOException {
    assertThat(
            refusal(
                stamping(
                    asked -> {
                      byte[] whole = stamped(asked);
                      whole[whole.length - 5] ^= 1;
                      return whole;
                    })))
        .contains("not signed rightly");
  }

  @Test
  void a_refusal_is_told_in_the_authoritys_words() throws IOException {
    assertThat(
            refusal(
                stamping(
                    asked ->
                        generator()
                            .generateFailResponse(
                                PKIStatus.REJECTION,
                                PKIFailureInfo.badAlg,
                                "algoritma tidak diterima")
                            .getEncoded())))
        .contains("algoritma tidak diterima");
  }

  @Test
  void what_is_no_stamp_is_refused() throws IOException {
    byte[] page = "<html>masuk dulu</html>".getBytes(StandardCharsets.UTF_8);
    assertThat(refusal(stamping(asked -> page))).contains("cannot be read");
    assertThat(refusal(stamping(asked -> new byte[0]))).contains("127.0.0.1");
    assertThat(refusal(served(RemoteAuthorityTest::away))).contains("it answered 503");
  }

  private static void away(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(503, -1);
    exchange.close();
  }

  @Test
  void one_that_sends_elsewhere_is_not_followed() throws IOException {
    URI inside = stamping(RemoteAuthorityTest::stamped);
    assertThat(
            refusal(
                served(
                    exchange -> {
                      exchange.getResponseHeaders().add("Location", inside.toString());
                      exchange.sendResponseHeaders(307, -1);
                      exchange.close();
                    })))
        .contains("it answered 307");
  }

  @Test
  void an_answer_that_is_too_large_is_not_read_to_its_end() throws IOException {
    URI address =
        served(
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              byte[] some = new byte[1 << 16];
              try (var body = exchange.getResponseBody()) {
                for (int i = 0; i < 100_000; i++) {
                  body.write(some);
                }
              }
            });
    assertThat(asked(address)).isInstanceOf(Stamps.Answer.Refused.class);
  }

  @Test
  void one_that_answers_drop_by_drop_is_left() throws IOException {
    URI address =
        served(
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              try (var body = exchange.getResponseBody()) {
                for (int i = 0; i < 600; i++) {
                  body.write(48);
                  body.flush();
                  Thread.sleep(100);
                }
              } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
              }
            });
    Stamps.Answer answer =
        assertTimeoutPreemptively(
            Duration.ofSeconds(30),
            () -> new RemoteAuthority(address, Duration.ofSeconds(1)).stamp(HASH));
    assertThat(answer.toString()).contains("did not answer within 1 s");
  }

  @Test
  void nobody_at_home_is_a_refusal_and_no_fault() throws IOException {
    int port;
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = gone.getLocalPort();
    }
    assertThat(asked(URI.create("http://127.0.0.1:" + port)))
        .isInstanceOf(Stamps.Answer.Refused.class);
  }
}

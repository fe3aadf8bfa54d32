package ronda.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.ConfigurableApplicationContext;
import ronda.casework.office.Office;
import ronda.casework.office.Offices;
import ronda.casework.office.Region;
import ronda.casework.office.Role;
import ronda.server.start.Server;
import ronda.store.login.Tokens;
import ronda.store.postgres.EmbeddedDatabase;

/** Programs that send slowly, on real sockets. */
class SlowSendersTest {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  private static ConfigurableApplicationContext server;
  private static int port;

  @BeforeAll
  static void open() {
    server = Server.open(DATABASE.source(), "server.port=0", "ronda.intake.patience=PT3S");
    port = server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private static String token(String office) {
    var of =
        new Office(
            UUID.randomUUID(), office, Office.Kind.COMMUNICATIONS_OFFICE, new Region("32.71"));
    server.getBean(Offices.class).put(of);
    return server
        .getBean(Tokens.class)
        .make(of.id(), "program", Role.REVIEWER, Instant.now())
        .text();
  }

  /** A bulk of which one byte comes now and then. */
  private static Socket dawdling(String token) throws IOException {
    Socket socket = new Socket("127.0.0.1", port);
    socket.setSoTimeout(60_000);
    send(
        socket,
        """
        POST /api/v1/posts HTTP/1.1\r
        Host: 127.0.0.1\r
        Authorization: Bearer %s\r
        Content-Type: application/x-ndjson\r
        Content-Length: 100000\r
        \r
        {"text":"\
        """
            .formatted(token));
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  private static HttpResponse<String> post(String token) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/posts"))
              .header("Authorization", "Bearer " + token)
              .header("Content-Type", "application/x-ndjson")
              .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"selamat pagi\"}\n"))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  @Test
  void slow_senders_of_one_office_leave_a_place_to_others_and_are_sent_away() throws Exception {
    String slow = token("Dinas yang lambat");
    String other = token("Dinas lain");
    List<Socket> sockets = new ArrayList<>();
    try {
      do {
        sockets.add(dawdling(slow));
      } while (!isAnswered(sockets.getLast()) && sockets.size() < 1_000);

      assertThat(post(other).statusCode()).as("another office").isEqualTo(200);
      assertThat(post(slow).statusCode()).as("its own office").isEqualTo(429);
      Socket first = sockets.getFirst();
      for (int i = 0; i < 8; i++) {
        LockSupport.parkNanos(500_000_000);
        send(first, "a");
      }
      String answer = lines(first);
      assertThat(answer)
          .startsWith("HTTP/1.1 408")
          .contains("application/problem+json", "came too slowly");
    } finally {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
    for (int i = 0; i < 200 && post(slow).statusCode() != 200; i++) {
      LockSupport.parkNanos(50_000_000);
    }
    assertThat(post(slow).statusCode()).as("its places are free again").isEqualTo(200);
  }

  /** Who finds a place is not answered while the rest does not come; who finds none is at once. */
  private static boolean isAnswered(Socket socket) throws IOException {
    for (int i = 0; i < 20 && socket.getInputStream().available() == 0; i++) {
      LockSupport.parkNanos(20_000_000);
    }
    return socket.getInputStream().available() > 0;
  }

  private static String lines(Socket socket) throws IOException {
    var in =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    var answer = new StringBuilder();
    String line = in.readLine();
    while (line != null && answer.indexOf("too slowly") < 0) {
      answer.append(line).append('\n');
      line = in.ready() || answer.indexOf("too slowly") < 0 ? in.readLine() : null;
    }
    return answer.toString();
  }
}

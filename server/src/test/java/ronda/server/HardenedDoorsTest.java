package ronda.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.ConfigurableApplicationContext;
import ronda.casework.chain.AuditLog;
import ronda.casework.chain.Link;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Offices;
import ronda.casework.office.Region;
import ronda.casework.office.Role;
import ronda.server.start.Server;
import ronda.store.login.Tokens;
import ronda.store.postgres.EmbeddedDatabase;

/** A desk that people reach by https through a proxy, and that lets nobody come too often. */
class HardenedDoorsTest {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  private static final int A_MINUTE = 5;

  private static ConfigurableApplicationContext server;
  private static int port;
  private static String token;

  @BeforeAll
  static void open() {
    server =
        Server.open(
            DATABASE.source(),
            "server.port=0",
            "ronda.public-url= HTTPS://Ronda.contoh.invalid/",
            "ronda.requests-a-minute.token=" + A_MINUTE,
            "ronda.requests-a-minute.address=" + A_MINUTE);
    port = server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    Office office =
        new Office(
            UUID.randomUUID(),
            "Dinas contoh",
            Office.Kind.COMMUNICATIONS_OFFICE,
            new Region("32.71"));
    server.getBean(Offices.class).put(office);
    token =
        server
            .getBean(Tokens.class)
            .make(office.id(), "contoh", Role.REVIEWER, Instant.now())
            .text();
  }

  @AfterAll
  static void close() {
    server.close();
  }

  /** Each test stands behind the proxy with a network address of its own. */
  private static HttpResponse<String> get(String path, String address, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("X-Forwarded-For", address)
            .header("X-Forwarded-Proto", "https");
    if (headers.length > 0) {
      request.headers(headers);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void every_cookie_is_bound_to_this_host_and_to_https() {
    HttpResponse<String> page = get("/sign-in", "203.0.113.1");

    List<String> cookies = page.headers().allValues("set-cookie");
    assertThat(cookies).isNotEmpty().allMatch(cookie -> cookie.contains("Secure"));
    assertThat(cookies).anyMatch(cookie -> cookie.startsWith("__Host-ronda-form="));
    assertThat(cookies).allMatch(cookie -> cookie.contains("HttpOnly"));
  }

  @Test
  void browsers_are_told_to_come_by_https_only() {
    assertThat(
            get("/sign-in", "203.0.113.2")
                .headers()
                .firstValue("strict-transport-security")
                .orElse(""))
        .contains("max-age=31536000");
  }

  @Test
  void a_program_that_comes_too_often_is_told_how_long_to_wait() {
    List<HttpResponse<String>> answers = new ArrayList<>();
    for (int i = 0; i <= A_MINUTE; i++) {
      answers.add(get("/api/v1/jobs", "203.0.113.3", "Authorization", "Bearer " + token));
    }

    assertThat(answers.getFirst().statusCode()).isEqualTo(200);
    HttpResponse<String> last = answers.getLast();
    assertThat(last.statusCode()).isEqualTo(429);
    assertThat(last.headers().firstValueAsLong("retry-after").orElse(0)).isBetween(1L, 60L);
    assertThat(last.headers().firstValue("content-type").orElse(""))
        .contains("application/problem+json");
  }

  @Test
  void a_stranger_who_comes_too_often_is_held_up_and_the_next_address_is_not() {
    List<Integer> answers = new ArrayList<>();
    for (int i = 0; i <= A_MINUTE; i++) {
      answers.add(get("/sign-in", "203.0.113.4").statusCode());
    }

    assertThat(answers.subList(0, A_MINUTE)).containsOnly(200);
    assertThat(answers.getLast()).isEqualTo(429);
    assertThat(get("/sign-in", "203.0.113.5").statusCode()).isEqualTo(200);
  }

  /** The last one was added by the proxy; what stands before it anybody can have written. */
  @Test
  void the_address_that_counts_is_the_one_which_the_proxy_itself_saw() {
    List<Integer> answers = new ArrayList<>();
    for (int i = 0; i <= A_MINUTE; i++) {
      answers.add(get("/sign-in", "203.0.113.%d, 192.168.1.50".formatted(20 + i)).statusCode());
    }

    assertThat(answers.getLast()).isEqualTo(429);
    assertThat(get("/sign-in", "192.168.1.50").statusCode()).isEqualTo(429);
    assertThat(get("/sign-in", "203.0.113.20").statusCode()).isEqualTo(200);
  }

  @Test
  void the_audit_log_bears_the_address_that_the_proxy_saw_and_nothing_that_is_none() {
    Officer officer = officer();

    signInWrongly(officer, "203.0.113.30, 192.168.1.51");
    signInWrongly(officer, "203.0.113.31, <b>tempat lain</b>");

    // They are entered after the answer.
    for (int i = 0; i < 200 && entries(officer).size() < 2; i++) {
      LockSupport.parkNanos(50_000_000);
    }
    assertThat(entries(officer))
        .satisfiesExactly(
            latest -> assertThat(latest).contains("\"address\":\"127.0.0.1\""),
            first -> assertThat(first).contains("\"address\":\"192.168.1.51\""));
  }

  private static List<String> entries(Officer officer) {
    return server
        .getBean(AuditLog.class)
        .page(officer.office(), AuditLog.Filter.ALL, Long.MAX_VALUE, 10)
        .stream()
        .map(Link::body)
        .toList();
  }

  private static Officer officer() {
    Offices offices = server.getBean(Offices.class);
    UUID id = UUID.randomUUID();
    Office office = offices.all().getFirst();
    var officer =
        new Officer(
            id,
            office.id(),
            "Orang Contoh",
            id + "@contoh.invalid",
            Set.of(Role.REVIEWER),
            office.region(),
            false);
    offices.put(officer);
    return officer;
  }

  private static void signInWrongly(Officer officer, String address) {
    HttpResponse<String> page = get("/sign-in", address);
    String cookie =
        page.headers().allValues("set-cookie").stream()
            .filter(one -> one.startsWith("__Host-ronda-form="))
            .map(one -> one.split(";", 2)[0])
            .findFirst()
            .orElseThrow();
    Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.body());
    assertThat(token.find()).isTrue();
    String form =
        Stream.of("_csrf", token.group(1), "email", officer.email(), "password", "salah")
            .map(word -> URLEncoder.encode(word, StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"))
            .replaceAll("(_csrf|email|password)&", "$1=");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sign-in"))
            .header("X-Forwarded-For", address)
            .header("X-Forwarded-Proto", "https")
            .header("Cookie", cookie)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(401);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As a browser does: it sends the whole file, and reads only then. */
  @Test
  void an_upload_that_is_too_large_is_answered_with_a_page_that_says_so() throws IOException {
    long length = 66L << 20;
    String head =
        """
        POST /bring/file HTTP/1.1
        Host: 127.0.0.1
        X-Forwarded-For: 203.0.113.6
        Content-Type: multipart/form-data; boundary=contoh
        Content-Length: %d
        Connection: close

        """
            .formatted(length)
            .replace("\n", "\r\n");
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(60_000);
      OutputStream out = socket.getOutputStream();
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      byte[] piece = new byte[1 << 20];
      for (long sent = 0; sent < length; sent += piece.length) {
        out.write(piece);
      }
      out.flush();
      String answer =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
              .lines()
              .collect(Collectors.joining("\n"));

      assertThat(answer).startsWith("HTTP/1.1 413").contains("paling besar 64 MB");
    }
  }
}

package ronda.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import ronda.casework.office.Office;
import ronda.casework.office.Offices;
import ronda.casework.office.Region;
import ronda.casework.office.Role;
import ronda.server.start.Server;
import ronda.store.login.Tokens;
import ronda.store.postgres.EmbeddedPostgres;
import ronda.store.schema.Schema;

/** PostgreSQL is killed under a running desk: first it comes back, then it is gone for good. */
@TestMethodOrder(OrderAnnotation.class)
class DatabaseGoneTest {
  private static final String POST =
      "{\"text\":\"Main di KREDITREKAAN79 slot gacor maxwin deposit pulsa daftar sekarang\"}\n";
  private static final Pattern NUMBER = Pattern.compile("Nomor permintaan ([0-9a-f-]{13})");
  private static final ListAppender<ILoggingEvent> LOG = new ListAppender<>();

  @TempDir static Path home;

  private static EmbeddedPostgres postgres;
  private static HikariDataSource source;
  private static ConfigurableApplicationContext server;
  private static String base;
  private static String token;

  @BeforeAll
  static void open() {
    postgres = EmbeddedPostgres.open(home);
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(postgres.jdbcUrl());
    config.setUsername(postgres.user());
    config.setPassword(postgres.password());
    config.setConnectionTimeout(Duration.ofSeconds(1).toMillis());
    source = new HikariDataSource(config);
    Schema.migrate(source);
    server = Server.open(source, "server.port=0");
    base =
        "http://127.0.0.1:"
            + server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
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
    LOG.start();
    root().addAppender(LOG);
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  }

  @AfterAll
  static void close() {
    root().detachAppender(LOG);
    server.close();
    source.close();
    postgres.close();
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          request.header("Authorization", "Bearer " + token).build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(URI.create(base + path)));
  }

  private static HttpResponse<String> post() {
    return send(
        HttpRequest.newBuilder(URI.create(base + "/api/v1/posts"))
            .header("Content-Type", "application/x-ndjson")
            .POST(HttpRequest.BodyPublishers.ofString(POST)));
  }

  @Test
  @Order(1)
  void a_killed_database_is_started_again_and_nothing_accepted_is_lost()
      throws InterruptedException {
    assertThat(post().body()).contains("\"findings\":1");
    long before = postgres.pid().orElseThrow();
    ProcessHandle.of(before).orElseThrow().destroyForcibly();

    Instant end = Instant.now().plusSeconds(90);
    while (postgres.pid().filter(pid -> pid != before).isEmpty()
        || get("/api/v1/health").statusCode() != 200) {
      assertThat(Instant.now()).as("the database is not back").isBefore(end);
      Thread.sleep(200);
    }

    assertThat(get("/api/v1/jobs").body()).contains("KREDITREKAAN79");
    assertThat(post().body()).as("the same post is known").contains("\"findings\":1");
    assertThat(get("/api/v1/jobs").body()).contains("\"total\":1");
  }

  @Test
  @Order(2)
  void without_a_database_the_page_the_program_and_the_watchdog_are_told_so() {
    postgres.close();

    HttpResponse<String> page = get("/sign-in");
    HttpResponse<String> program = post();

    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.body()).contains("Basis data tidak menjawab");
    assertThat(program.statusCode()).isEqualTo(503);
    assertThat(program.body()).contains("The database does not answer");
    assertThat(get("/api/v1/health").statusCode()).isEqualTo(503);
    Matcher number = NUMBER.matcher(page.body());
    assertThat(number.find()).isTrue();
    assertThat(LOG.list)
        .as("the log tells it under the number that the person reads")
        .anyMatch(
            event ->
                number.group(1).equals(event.getMDCPropertyMap().get("request"))
                    && event.getFormattedMessage().contains("the database does not answer"));
    assertThat(LOG.list).noneMatch(event -> event.getFormattedMessage().contains(token));
  }
}

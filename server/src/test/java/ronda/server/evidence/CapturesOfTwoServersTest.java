package ronda.server.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.proof.capture.Capturing;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.server.desk.ChildLane;
import ronda.server.desk.Desks;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlCaptures;
import ronda.store.sql.SqlCaptures.State;
import ronda.store.sql.SqlCaptures.Wish;
import ronda.store.sql.SqlCases;

/** Two servers on one database: what one captures, the other leaves alone while it lives. */
class CapturesOfTwoServersTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private final CountDownLatch gate = new CountDownLatch(1);
  private final Set<String> visited = ConcurrentHashMap.newKeySet();
  private final CaseAtHand at = CaseAtHand.open(DESK);
  private HttpServer site;
  private Captures other;

  @BeforeEach
  void a_slow_site_and_a_second_server() throws IOException {
    site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    site.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    site.createContext(
        "/",
        asked -> {
          visited.add(asked.getRequestURI().getPath());
          try {
            gate.await();
          } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
          }
          byte[] page = "<p>Halaman contoh</p>".getBytes(StandardCharsets.UTF_8);
          // Where it leads nobody goes, and no browser is needed to say so.
          asked.getResponseHeaders().set("Location", "http://10.1.2.3/");
          asked.sendResponseHeaders(
              asked.getRequestURI().getPath().equals("/hidup") ? 200 : 302, page.length);
          asked.getResponseBody().write(page);
          asked.close();
        });
    site.start();
    other =
        new Captures(
            DESK.bean(Desks.class),
            DESK.bean(InOffice.class),
            DESK.bean(Keeping.class),
            DESK.bean(Capturing.class),
            DESK.bean(ChildLane.class),
            ZoneId.of("Asia/Jakarta"),
            Duration.ofSeconds(30));
  }

  @AfterEach
  void end() {
    gate.countDown();
    other.stop();
    site.stop(0);
  }

  private void ask(String path) {
    Browser browser = DESK.browserOf(at.keeper());
    browser.open("/");
    browser.post(
        at.page() + "/evidence/capture",
        "url",
        "http://localhost:" + site.getAddress().getPort() + path,
        "why",
        "sebelum dihapus");
  }

  private State state(String path) {
    return at.look(
        DESK,
        jdbc ->
            jdbc.sql("SELECT state FROM evidence_captures WHERE url LIKE '%' || :path")
                .param("path", path)
                .query(State.class)
                .single());
  }

  private long of(State state) {
    return at.look(
        DESK,
        jdbc ->
            jdbc.sql("SELECT count(*) FROM evidence_captures WHERE state = :state")
                .param("state", state.name())
                .query(Long.class)
                .single());
  }

  private static void until(String what, BooleanSupplier holds) throws InterruptedException {
    Instant end = Instant.now().plusSeconds(60);
    while (!holds.getAsBoolean()) {
      assertThat(Instant.now()).as(what).isBefore(end);
      Thread.sleep(50);
    }
  }

  @Test
  void what_a_living_server_captures_is_left_alone_by_another() throws Exception {
    ask("/hidup");
    until("it is visited", () -> visited.contains("/hidup"));

    other.pulse();

    assertThat(state("/hidup")).isEqualTo(State.RUNNING);
    gate.countDown();
    until("it is kept", () -> of(State.KEPT) == 1);
  }

  @Test
  void what_a_silent_server_had_under_way_has_failed() {
    UUID silent = wish("/diam", "- interval '31 seconds'");
    UUID ahead = wish("/mendahului", "+ interval '31 seconds'");
    UUID lately = wish("/baru", "- interval '20 seconds'");

    other.pulse();

    for (var expected :
        Map.of(silent, State.FAILED, ahead, State.FAILED, lately, State.RUNNING).entrySet()) {
      Wish wish =
          at.look(DESK, jdbc -> new SqlCaptures(jdbc).byId(expected.getKey())).orElseThrow();
      assertThat(wish.state()).as(wish.url()).isEqualTo(expected.getValue());
    }
    assertThat(DESK.browserOf(at.keeper()).get(at.page()).body()).contains("Ronda dihentikan");
  }

  /** A page that a server which is not here has under way, and when it was last heard of. */
  private UUID wish(String path, String heard) {
    UUID id = UUID.randomUUID();
    DESK.bean(InOffice.class)
        .run(
            at.office().id(),
            jdbc -> {
              UUID file = new SqlCases(jdbc).find(at.number()).orElseThrow().id();
              new SqlCaptures(jdbc)
                  .ask(
                      new Wish(
                          id,
                          file,
                          "https://contoh.invalid" + path,
                          "bukti",
                          at.keeper().id(),
                          at.keeper().name(),
                          DESK.now(),
                          State.RUNNING,
                          ""));
              jdbc.sql(
                      "UPDATE evidence_captures SET seen_at = clock_timestamp() %s WHERE id = :id"
                          .formatted(heard))
                  .param("id", id)
                  .update();
            });
    return id;
  }

  @Test
  void a_page_that_was_given_up_while_it_waited_is_not_visited() throws Exception {
    ask("/satu");
    ask("/dua");
    until("both hands are full", () -> visited.size() == 2);
    ask("/tiga");
    DESK.bean(InOffice.class)
        .run(
            at.office().id(),
            jdbc ->
                jdbc.sql("UPDATE evidence_captures SET state = 'FAILED' WHERE url LIKE '%/tiga'")
                    .update());

    gate.countDown();
    until("the two are refused", () -> of(State.FAILED) == 3);
    ask("/empat");
    until("and the next one", () -> of(State.FAILED) == 4);
    assertThat(visited).doesNotContain("/tiga");
  }
}

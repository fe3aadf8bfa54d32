package ronda.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import ronda.store.postgres.EmbeddedDatabase;

/**
 * What goes wrong in a real house: the power fails while posts come in and while somebody decides,
 * and two servers stand on one database. Nothing that was answered for is lost, nothing counts
 * twice.
 */
class FaultsTest {
  /** All of them twice stay below a policy's daily limit of 2,000. */
  private static final int BULKS = 4;

  /** A few more than the desk keeps at once: of a bulk that is cut, the first 200 are kept. */
  private static final int POSTS_A_BULK = 210;

  /** So many posts of the last bulk are on their way when the power fails, and the others never. */
  private static final int SENT_OF_THE_LAST = 205;

  /** The common pool has one thread on two cores: whoever sends would hold up who cuts. */
  private static final Executor AT_ONCE = Thread::startVirtualThread;

  private static final String TAKE = "form[action$='/take'] button";
  private static final String REASON = "Bukan ajakan, hanya cerita sebelum listrik padam";

  @RegisterExtension static final EmbeddedDatabase CUT = new EmbeddedDatabase();
  @RegisterExtension static final EmbeddedDatabase SHARED = new EmbeddedDatabase();

  @TempDir Path folder;

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void a_power_cut_loses_nothing_that_was_answered_and_doubles_nothing_that_is_sent_again()
      throws IOException, SQLException {
    Path home = folder.resolve("home");
    RunningRonda.Place place = new RunningRonda.Place(CUT.url());
    String token;
    List<String> decided;
    try (RunningRonda ronda = RunningRonda.up(home, place, "--sample");
        Chromium chromium = new Chromium()) {
      token = token(home, place);
      CompletableFuture<Void> whole =
          CompletableFuture.runAsync(() -> sendAllButTheLast(ronda.address(), token), AT_ONCE);
      Visitor sari = new Visitor(chromium.person(1280, ColorScheme.LIGHT), ronda.address());
      sari.signIn(ronda.signInLink());
      whole.join();
      CompletableFuture<Void> last =
          CompletableFuture.runAsync(() -> sendThePart(ronda.address(), token), AT_ONCE);
      CaseOfficer.until("a part of the last bulk is kept", FaultsTest::isAPartKept);
      CountDownLatch oneIsDecided = new CountDownLatch(1);
      CompletableFuture<Void> cut =
          CompletableFuture.runAsync(() -> cut(ronda, oneIsDecided), AT_ONCE);
      decided = decideUntilItIsGone(sari, oneIsDecided);
      cut.join();
      last.join();
    }
    assertThat(decided).as("decided before the cut").isNotEmpty();
    assertThat(ofTheLastBulk(stored(CUT)))
        .as("kept of the bulk that was cut")
        .isBetween(1, SENT_OF_THE_LAST);
    try (RunningRonda ronda = RunningRonda.up(home, place);
        Chromium chromium = new Chromium()) {
      assertThat(stored(CUT).keySet())
          .as("every post of the bulks that were answered")
          .containsAll(IntStream.range(0, BULKS - 1).boxed().flatMap(FaultsTest::names).toList());
      for (int bulk = 0; bulk < BULKS; bulk++) {
        assertThat(send(ronda.address(), token, "again-" + bulk, bulk).statusCode()).isEqualTo(200);
      }
      Map<String, Integer> all = stored(CUT);
      assertThat(all).hasSize(BULKS * POSTS_A_BULK);
      assertThat(all.values()).as("each once").containsOnly(1);
      Visitor sari = new Visitor(chromium.person(1280, ColorScheme.LIGHT), ronda.address());
      sari.signIn(ronda.signInLink());
      for (String job : decided) {
        assertThat(sari.open(job).locator("main").innerText()).contains(REASON);
      }
      assertThat(CaseOfficer.verify(sari.auditLog(folder))).as("a sound chain").isEqualTo("0");
    }
  }

  @Test
  void two_servers_on_one_database_keep_each_post_once_and_give_a_job_to_one_person()
      throws SQLException {
    RunningRonda.Place place = new RunningRonda.Place(SHARED.url());
    Path home = folder.resolve("one");
    try (RunningRonda one = RunningRonda.up(home, place, "--sample");
        RunningRonda two = RunningRonda.up(folder.resolve("two"), place);
        Chromium chromium = new Chromium()) {
      String token = token(home, place);
      CompletableFuture<Integer> first =
          CompletableFuture.supplyAsync(
              () -> send(one.address(), token, "a", 0).statusCode(), AT_ONCE);
      CompletableFuture<Integer> second =
          CompletableFuture.supplyAsync(
              () -> send(two.address(), token, "b", 0).statusCode(), AT_ONCE);
      assertThat(List.of(first.join(), second.join())).containsOnly(200);
      assertThat(stored(SHARED)).hasSize(POSTS_A_BULK);
      assertThat(stored(SHARED).values()).containsOnly(1);

      Visitor sari = new Visitor(chromium.person(1280, ColorScheme.LIGHT), one.address());
      sari.signIn(one.address() + path(two.signInLink())); // The last one that was printed holds.
      Visitor rina = new Visitor(chromium.person(1280, ColorScheme.LIGHT), two.address());
      rina.signIn(two.address() + path(sari.linkFor("rina")));
      String job = sari.open("/queue").locator("a.excerpt").first().getAttribute("href");
      rina.open(job);
      sari.open(job).locator(TAKE).click();
      rina.page().locator(TAKE).click();
      assertThat(sari.open(job).locator("#reason").count()).as("the first has it").isEqualTo(1);
      assertThat(rina.open(job).locator("#reason").count()).as("the other has not").isZero();
      assertThat(rina.page().locator(".caution").innerText()).contains("Sari Contoh");
    }
  }

  /** The power fails while somebody decides one job after another, and has decided one. */
  private static void cut(RunningRonda ronda, CountDownLatch oneIsDecided) {
    try {
      assertThat(oneIsDecided.await(3, TimeUnit.MINUTES)).as("one job is decided").isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      ronda.kill(); // Else nobody would ever stop waiting for it.
    }
  }

  private static boolean isAPartKept() {
    try {
      return ofTheLastBulk(stored(CUT)) > 0;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int ofTheLastBulk(Map<String, Integer> stored) {
    return Math.toIntExact(names(BULKS - 1).filter(stored::containsKey).count());
  }

  /**
   * Decides one job after another; gives those of which the desk said that it is done.
   *
   * @param one is told of the first
   */
  private static List<String> decideUntilItIsGone(Visitor visitor, CountDownLatch one) {
    List<String> decided = new ArrayList<>();
    try {
      Page page = visitor.open("/queue");
      List<String> jobs =
          page.locator("a.excerpt").all().stream().map(link -> link.getAttribute("href")).toList();
      for (String job : jobs) {
        visitor.open(job).locator(TAKE).click();
        page.locator("input[value=not-harmful]").check();
        page.locator("#reason").fill(REASON);
        page.locator("[data-key=Enter]").click();
        page.locator(".notice").first().waitFor();
        decided.add(job);
        one.countDown();
      }
    } catch (PlaywrightException gone) {
      return decided; // The power is off: what was answered until now counts.
    }
    throw new AssertionError("every job was decided before the power failed");
  }

  private static String path(String link) {
    return URI.create(link).getPath();
  }

  private static String token(Path home, RunningRonda.Place place) {
    return RunningRonda.run(
            place, "token", "pengirim", "--role", "reviewer", "--home", home.toString())
        .strip()
        .lines()
        .reduce("", (before, line) -> line);
  }

  private static Map<String, Integer> stored(EmbeddedDatabase database) throws SQLException {
    Map<String, Integer> posts = new HashMap<>();
    try (Connection connection = database.source().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT set_config('ronda.everything', 'yes', false)");
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT author, count(*) FROM found_posts WHERE platform = 'putus' GROUP BY 1")) {
        while (rows.next()) {
          posts.put(rows.getString(1), rows.getInt(2));
        }
      }
      statement.execute("SELECT set_config('ronda.everything', '', false)");
    }
    return posts;
  }

  /** Every bulk but the last is answered. */
  private void sendAllButTheLast(String address, String token) {
    for (int bulk = 0; bulk < BULKS - 1; bulk++) {
      assertThat(send(address, token, "first-" + bulk, bulk).statusCode()).isEqualTo(200);
    }
  }

  /** Of the last bulk a part is sent, and then nothing more until the line is dead. */
  private void sendThePart(String address, String token) {
    HttpRequest.BodyPublisher part =
        HttpRequest.BodyPublishers.ofInputStream(
            () -> new SequenceInputStream(partOfTheLast(), new Endless()));
    assertThatThrownBy(() -> ask(posts(address, token, "first-last").POST(part)))
        .as("nobody answers for the last bulk")
        .isInstanceOf(IllegalStateException.class);
  }

  private static InputStream partOfTheLast() {
    String lines =
        names(BULKS - 1)
            .limit(SENT_OF_THE_LAST)
            .map(name -> line(name) + "\n")
            .collect(Collectors.joining());
    return new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends a blank now and then, so that nobody takes the line for dead, and never ends. */
  private static final class Endless extends InputStream {
    @Override
    public int read() throws IOException {
      try {
        Thread.sleep(200);
      } catch (InterruptedException e) {
        throw new InterruptedIOException();
      }
      return ' ';
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      into[from] = (byte) read();
      return 1;
    }
  }

  private HttpResponse<String> send(String address, String token, String key, int bulk) {
    String lines = names(bulk).map(FaultsTest::line).collect(Collectors.joining("\n"));
    return ask(posts(address, token, key).POST(HttpRequest.BodyPublishers.ofString(lines)));
  }

  private static HttpRequest.Builder posts(String address, String token, String key) {
    return HttpRequest.newBuilder(URI.create(address + "/api/v1/posts"))
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/x-ndjson")
        .header("Idempotency-Key", key);
  }

  private static Stream<String> names(int bulk) {
    return IntStream.range(0, POSTS_A_BULK).mapToObj(i -> "putus%d_%d".formatted(bulk, i));
  }

  /** A post that is raised, unlike every other in account, number and words: a job of its own. */
  private static String line(String name) {
    int number = Math.floorMod(name.hashCode(), 90_000_000) + 10_000_000;
    return ("{\"text\":\"Main di CONTOH88 gacor maxwin, daftar bosku %s\",\"author\":\"%s\","
            + "\"platform\":\"putus\",\"url\":\"https://contoh.invalid/%s\",\"id\":\"%d\"}")
        .formatted(name, name, name, number);
  }

  private HttpResponse<String> ask(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException gone) {
      throw new IllegalStateException(gone);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

package ronda.tour;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
  private static final int BULKS = 6;

  private static final int POSTS_A_BULK = 130;
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
    int answered;
    List<String> decided;
    try (RunningRonda ronda = RunningRonda.up(home, place, "--sample");
        Chromium chromium = new Chromium()) {
      token = token(home, place);
      CompletableFuture<Integer> sending =
          CompletableFuture.supplyAsync(() -> sendUntilItIsGone(ronda.address(), token));
      Visitor sari = new Visitor(chromium.person(1280, ColorScheme.LIGHT), ronda.address());
      sari.signIn(ronda.signInLink());
      CompletableFuture<Void> cut =
          CompletableFuture.runAsync(
              ronda::kill, CompletableFuture.delayedExecutor(4, TimeUnit.SECONDS));
      decided = decideUntilItIsGone(sari);
      cut.join();
      answered = sending.join();
    }
    try (RunningRonda ronda = RunningRonda.up(home, place);
        Chromium chromium = new Chromium()) {
      assertThat(stored(CUT).keySet())
          .as("every post of the %d answered bulks", answered)
          .containsAll(IntStream.range(0, answered).boxed().flatMap(FaultsTest::names).toList());
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
          CompletableFuture.supplyAsync(() -> send(one.address(), token, "a", 0).statusCode());
      CompletableFuture<Integer> second =
          CompletableFuture.supplyAsync(() -> send(two.address(), token, "b", 0).statusCode());
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

  /** Decides one job after another; gives those of which the desk said that it is done. */
  private static List<String> decideUntilItIsGone(Visitor visitor) {
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
      }
    } catch (PlaywrightException gone) {
      return decided; // The power is off: what was answered until now counts.
    }
    return decided;
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

  /** How many bulks were answered before the line went dead. */
  private int sendUntilItIsGone(String address, String token) {
    for (int bulk = 0; bulk < BULKS; bulk++) {
      try {
        send(address, token, "first-" + bulk, bulk);
      } catch (IllegalStateException gone) {
        return bulk;
      }
    }
    return BULKS;
  }

  private HttpResponse<String> send(String address, String token, String key, int bulk) {
    String lines = names(bulk).map(FaultsTest::line).collect(Collectors.joining("\n"));
    return ask(
        HttpRequest.newBuilder(URI.create(address + "/api/v1/posts"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/x-ndjson")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(lines)));
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

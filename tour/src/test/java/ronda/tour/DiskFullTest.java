package ronda.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The disk under PostgreSQL fills up while posts come in: a real server, its own PostgreSQL, a real
 * disk of 320 MB. Whoever sends is told so, and once there is room everything goes on. Where no
 * disk can be mounted, {@code ./ronda check} says so and leaves this class out.
 */
@Tag("own-disk")
class DiskFullTest {
  /** All of them twice stay below a policy's daily limit of 2,000. */
  private static final int POSTS_A_BULK = 100;

  private static final int MOST_BULKS = 10;

  /**
   * After the first refusal it goes on for so many bulks: PostgreSQL itself may give up meanwhile.
   */
  private static final int REFUSED_BULKS = 4;

  @TempDir Path folder;

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void a_full_disk_loses_and_doubles_nothing_and_everything_goes_on_when_there_is_room()
      throws Exception {
    SmallDisk disk = new SmallDisk(folder.resolve("home"), 320).mustBePossible();
    try (RunningRonda ronda =
            RunningRonda.upAfter(disk.words(), disk.folder(), RunningRonda.Place.EMBEDDED);
        Chromium chromium = new Chromium()) {
      Visitor sari = new Visitor(chromium.person(1280, ColorScheme.LIGHT), ronda.address());
      sari.signIn(ronda.signInLink());
      String token = token(disk, ronda);
      long raised = raised(send(ronda, token, 0));
      disk.fill(ronda.pid(), 1_024);
      List<Integer> refused = new ArrayList<>();
      int bulk = 1;
      for (; bulk < MOST_BULKS && refused.size() < REFUSED_BULKS; bulk++) {
        HttpResponse<String> answer = send(ronda, token, bulk);
        if (answer.statusCode() == 200) {
          raised += raised(answer);
        } else {
          assertRefusedClearly(answer);
          refused.add(bulk);
        }
      }
      assertThat(refused).as("bulks that were refused").hasSize(REFUSED_BULKS);
      assertThePageSaysSo(sari);

      assertThat(ProcessHandle.of(ronda.pid())).as("%s", ronda.said()).isPresent();
      disk.free(ronda.pid());
      untilItIsWell(ronda);
      for (int again : refused) {
        raised += raised(send(ronda, token, again));
      }
      assertThat(raised).isCloseTo((long) bulk * POSTS_A_BULK, within((long) bulk));
      assertThat(kept(ronda, token)).as("posts that wait for people").isEqualTo(raised);
      assertThat(CaseOfficer.verify(sari.auditLog(folder))).as("a sound chain").isEqualTo("0");
    }
  }

  /** Of how many posts an answer says that they were raised. */
  private static long raised(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode taken = JsonMapper.shared().readTree(answer.body());
    assertThat(taken.get("accepted").asInt()).isEqualTo(POSTS_A_BULK);
    return taken.get("findings").asLong();
  }

  /**
   * A problem detail that says what is wrong; while PostgreSQL gave up, that it does not answer.
   */
  private static void assertRefusedClearly(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isIn(503, 507);
    assertThat(answer.headers().firstValue("content-type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.body())
        .contains(answer.statusCode() == 507 ? "disk is full" : "database does not answer");
  }

  private static void assertThePageSaysSo(Visitor sari) {
    Page page = sari.page();
    page.navigate(page.url().replaceFirst("(https?://[^/]+).*", "$1/bring"));
    if (page.locator("textarea").count() > 0) {
      page.locator("textarea")
          .first()
          .fill("Main di CONTOH88 gacor, daftar sekarang " + "x ".repeat(20_000));
      page.locator("form:has(textarea) button").first().click();
    }
    assertThat(page.locator("main").innerText())
        .containsAnyOf("Disk server penuh", "Basis data tidak menjawab");
  }

  private static String token(SmallDisk disk, RunningRonda ronda) {
    return RunningRonda.runAfter(
            disk.beside(ronda.pid()),
            RunningRonda.Place.EMBEDDED,
            "token",
            "pengirim",
            "--role",
            "reviewer",
            "--home",
            disk.folder().toString())
        .strip()
        .lines()
        .reduce("", (before, line) -> line);
  }

  private void untilItIsWell(RunningRonda ronda) throws Exception {
    Instant end = Instant.now().plus(Duration.ofMinutes(2));
    while (client
            .send(
                HttpRequest.newBuilder(URI.create(ronda.address() + "/api/v1/health")).build(),
                HttpResponse.BodyHandlers.ofString())
            .statusCode()
        != 200) {
      assertThat(Instant.now()).as("it does not come back").isBefore(end);
      Thread.sleep(200);
    }
  }

  private HttpResponse<String> send(RunningRonda ronda, String token, int bulk)
      throws IOException, InterruptedException {
    String lines = names(bulk).stream().map(DiskFullTest::line).collect(Collectors.joining("\n"));
    return client.send(
        HttpRequest.newBuilder(URI.create(ronda.address() + "/api/v1/posts"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/x-ndjson")
            .header("Idempotency-Key", "penuh-" + bulk)
            .POST(HttpRequest.BodyPublishers.ofString(lines))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** Letters at random: no two posts are the same. */
  private static List<String> names(int bulk) {
    Random letters = new Random(bulk);
    return IntStream.range(0, POSTS_A_BULK)
        .mapToObj(
            i ->
                letters
                    .ints(12, 'a', 'z' + 1)
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining()))
        .toList();
  }

  /** A post that is raised, unlike every other in account, number and words, and long. */
  private static String line(String name) {
    return ("{\"text\":\"%s main di CONTOH88 gacor maxwin, daftar bosku %s\",\"author\":\"%s\","
            + "\"platform\":\"penuh\"}")
        .formatted(name, (name + " ").repeat(80), name);
  }

  /** How many posts stand in what waits; a database rule keeps each of them once. */
  private long kept(RunningRonda ronda, String token) throws IOException, InterruptedException {
    long kept = 0;
    String next = "";
    do {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(
                      URI.create(
                          ronda.address()
                              + "/api/v1/jobs?limit=200&after="
                              + java.net.URLEncoder.encode(
                                  next, java.nio.charset.StandardCharsets.UTF_8)))
                  .header("Authorization", "Bearer " + token)
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      JsonNode page = JsonMapper.shared().readTree(answer.body());
      for (JsonNode item : page.get("items")) {
        if (item.get("platform").asString().equals("penuh")) {
          kept += item.get("posts").asLong();
        }
      }
      next = page.get("next").asString();
    } while (!next.isEmpty());
    return kept;
  }
}

package ronda.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.office.Officer;
import ronda.casework.office.Role;
import ronda.store.login.SignInLinks;
import ronda.store.login.Tokens;

/**
 * What went wrong in Coop, the review tool of roost.tools, in 2026, each defect by the number of
 * its report there: the same must not go wrong here.
 *
 * <p>Where they are looked for elsewhere and more widely: {@code DoorsTest} walks every door as a
 * stranger of another office, and {@code InOfficeTest} and {@code SightTest} look at the tables
 * themselves (783, 872); {@code SessionsTest} at sessions (778); {@code QueueContract} at the order
 * of the queue (909); {@code NamingTest} and {@code WrittenTimeTest} at dates (913).
 */
class DefectsOfCoopTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final Pattern JOB = Pattern.compile("/jobs/[0-9a-f-]{36}");
  private static final String OURS = "Main di CONTOH88 gacor maxwin, daftar wa 0812-0000-0783";

  private final Officer ours = administratorOf("Dinas pertama", "Orang kita");
  private final Officer theirs = administratorOf("Dinas kedua", "Orang mereka");

  private static Officer administratorOf(String office, String name) {
    return DESK.person(DESK.office(office), name, Role.ADMINISTRATOR, Role.REVIEWER);
  }

  private static String bring(Browser browser, String text) {
    browser.open("/bring");
    assertThat(browser.post("/bring/text", "text", text).status()).isEqualTo(302);
    var link = JOB.matcher(browser.open("/queue").body());
    assertThat(link.find()).as("a job in the queue").isTrue();
    return link.group();
  }

  @Test
  void coop_783_a_login_of_one_office_does_not_open_another() {
    Browser us = DESK.browserOf(ours);
    String job = bring(us, OURS);
    Browser they = DESK.browserOf(theirs);
    String token =
        DESK.bean(Tokens.class).make(theirs.office(), "program", Role.REVIEWER, DESK.now()).text();

    assertThat(they.get(job).status()).isEqualTo(404);
    assertThat(they.get("/people/" + ours.id()).status()).isEqualTo(404);
    assertThat(they.open("/queue").body()).doesNotContain(OURS);
    assertThat(
            DESK.browser().get("/api/v1/jobs?limit=200", "Authorization", "Bearer " + token).body())
        .contains("\"items\"")
        .doesNotContain("CONTOH88");
  }

  @Test
  void coop_783_nobody_gets_into_an_office_by_being_invited_to_another() {
    Browser they = DESK.browserOf(theirs);
    they.open("/people/new");

    Browser.Page invited =
        they.post(
            "/people/new",
            "name",
            "Peniru",
            "email",
            ours.email().toUpperCase(Locale.ROOT),
            "region",
            "32.71",
            "roles",
            "head");
    Browser.Page link = they.post("/people/" + ours.id() + "/link");

    assertThat(invited.status()).isEqualTo(400);
    assertThat(invited.body()).doesNotContain("/sign-in/link/");
    assertThat(link.status()).isEqualTo(404);
    assertThat(DESK.browserOf(ours).open("/me").body()).contains("Orang kita");
  }

  @Test
  void coop_778_no_session_outlives_a_new_password_that_was_set_after_coming_in_by_a_link() {
    Browser lost = DESK.browserOf(ours);
    Browser us = DESK.browserOf(ours);
    assertThat(lost.get("/me").status()).isEqualTo(200);
    String link = "/sign-in/link/" + DESK.link(ours, SignInLinks.Purpose.INVITATION);
    us.open("/me");

    String fresh = "gunung laut sawah";
    assertThat(us.post("/me/password", "fresh", fresh, "again", fresh).status()).isEqualTo(302);

    assertThat(lost.get("/me").status()).as("the browser that was lost").isEqualTo(302);
    assertThat(us.get("/me").status()).as("the browser that set it").isEqualTo(200);
    assertThat(DESK.browser().post(link).status()).as("a link from before").isEqualTo(410);
  }

  @Test
  void coop_872_what_is_done_in_a_queue_is_bound_to_its_office() {
    Browser us = DESK.browserOf(ours);
    String job = bring(us, OURS);
    String id = job.substring("/jobs/".length());
    Browser they = DESK.browserOf(theirs);
    they.open("/queue");

    for (String act : List.of("/take", "/release", "/undo")) {
      assertThat(they.post(job + act).status()).as(act).isEqualTo(404);
    }
    assertThat(judge(they, job + "/judge").status()).isEqualTo(404);
    assertThat(judge(they, "/queue/judge", "job", id).header("location"))
        .contains("judged=0", "passed=1");
    assertThat(they.post("/queue/undo", "job", id).header("location")).contains("undone=0");

    us.open(job);
    assertThat(us.post(job + "/take").status()).isEqualTo(302);
    assertThat(us.open(job).body()).contains("value=\"not-harmful\"").doesNotContain("Disusupkan");
  }

  private static Browser.Page judge(Browser browser, String door, String... more) {
    String[] fields = {"verdict", "not-harmful", "reason", "Disusupkan dari kantor lain"};
    return more.length == 0
        ? browser.post(door, fields)
        : browser.post(door, fields[0], fields[1], fields[2], fields[3], more[0], more[1]);
  }

  @Test
  void coop_913_a_date_that_cannot_be_read_takes_nothing_else_out_of_the_queue() {
    Browser us = DESK.browserOf(ours);
    us.open("/bring");
    String posts =
        """
        {"text":"Main di CONTOH88 gacor maxwin, daftar wa 0812-0000-0001","author":"a","postedAt":"2026-11-20T08:00:00Z"}
        {"text":"Main di SAMPEL99 gacor maxwin, daftar wa 0812-0000-0002","author":"b","postedAt":"kemarin sore"}
        {"text":"Main di MISAL77 gacor maxwin, daftar wa 0812-0000-0003","author":"c","postedAt":"2026-13-45T99:99:99Z"}
        {"text":"Main di UMPAMA66 gacor maxwin, daftar wa 0812-0000-0004","author":"d","postedAt":"0001-01-01T00:00:00Z"}
        {"text":"Main di ANDAI55 gacor maxwin, daftar wa 0812-0000-0005","author":"e","postedAt":"9999-12-31T23:59:59Z"}
        """;

    Browser.Page sent =
        us.postFile(
            "/bring/file",
            Map.of(),
            "hari.jsonl",
            "application/jsonl",
            posts.getBytes(StandardCharsets.UTF_8));
    Browser.Page batch = us.open(sent.header("location"));

    String queue = us.open("/queue").body();
    List<String> jobs = JOB.matcher(queue).results().map(MatchResult::group).distinct().toList();
    assertThat(jobs).hasSize(3);
    assertThat(queue)
        .contains("CONTOH88", "UMPAMA66", "ANDAI55")
        .doesNotContain("SAMPEL99", "MISAL77");
    assertThat(queue).as("time left for a post of the year 9999").contains("sisa 24 jam");
    for (String job : jobs) {
      assertThat(us.get(job).status()).as(job).isEqualTo(200);
    }
    assertThat(batch.body()).contains("postedAt", "kemarin sore");
    assertThat(us.open("/queue?days=3").status()).isEqualTo(200);
  }

  @Test
  void coop_909_what_came_first_is_what_is_said_to_have_come_first() {
    Browser us = DESK.browserOf(ours);
    String job = bring(us, OURS);
    String firstSeen = seen(us, job)[0];

    DESK.pass(Duration.ofHours(2));
    Browser again = DESK.browserOf(ours);
    bring(again, OURS + " ya");
    String[] seen = seen(again, job);

    assertThat(seen[0]).isEqualTo(firstSeen);
    assertThat(seen[1]).isNotEqualTo(firstSeen);
  }

  private static String[] seen(Browser browser, String job) {
    var said =
        Pattern.compile("pertama ([^<]+?), terakhir ([^<]+)<").matcher(browser.open(job).body());
    assertThat(said.find()).isTrue();
    return new String[] {said.group(1), said.group(2)};
  }
}

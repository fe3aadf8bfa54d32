package ronda.server.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.office.Office;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.store.sql.InOffice;

/** A decided job is marked as golden, met unknowingly by somebody else, and counted. */
class GoldenLoopTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final String TEXT = "Main di CONTOH88 slot gacor maxwin deposit pulsa";

  private final Office office = DESK.office("Dinas yang mengukur");
  private final Browser ani = DESK.browserOf(DESK.person(office, "Ani Contoh", Role.CASE_OFFICER));
  private final Browser budi = DESK.browserOf(DESK.person(office, "Budi", Role.CASE_OFFICER));
  private final Browser analyst = DESK.browserOf(DESK.person(office, "Dina", Role.ANALYST));

  private UUID decided() {
    ani.open("/bring");
    ani.post("/bring/text", "text", TEXT);
    UUID job =
        DESK.bean(InOffice.class)
            .read(office.id(), jdbc -> jdbc.sql("SELECT id FROM jobs").query(UUID.class).single());
    DESK.bean(InOffice.class)
        .run(office.id(), jdbc -> jdbc.sql("UPDATE jobs SET needs_two = false").update());
    ani.post("/jobs/" + job + "/judge", "verdict", "not-harmful", "reason", "hanya cerita");
    return job;
  }

  private void mark(UUID job) {
    assertThat(analyst.open("/quality/mark/" + job).body()).contains("CONTOH88");
    analyst.post(
        "/quality/mark/" + job, "verdict", "not-harmful", "why", "Ceritanya, bukan ajakan.");
    analyst.post("/quality/settings", "oneIn", "1");
  }

  /** Takes the next job; the address of what was given. */
  private static String next(Browser reviewer) {
    reviewer.open("/queue");
    return URI.create(reviewer.post("/queue/next?show=open").header("location")).getPath();
  }

  @Test
  void another_reviewer_judges_it_blindly_and_is_told_afterwards_and_the_quality_page_counts_it() {
    UUID job = decided();
    assertThat(next(budi)).as("nothing is planted yet").isEqualTo("/queue");
    mark(job);

    String copy = next(budi);
    assertThat(copy).startsWith("/jobs/").isNotEqualTo("/jobs/" + job);
    Browser.Page met = budi.get(copy);
    assertThat(met.status()).isEqualTo(200);
    assertThat(met.body())
        .contains("CONTOH88", "name=\"verdict\"")
        .doesNotContain("hanya cerita", "bukan ajakan", job.toString(), "Ani Contoh", "butir emas");

    assertThat(items()).as("no answer yet").isEqualTo("0 0");
    Browser.Page said = budi.post(copy + "/judge", "verdict", "not-harmful", "reason", "kabar");
    String told = URI.create(said.header("location")).getPath();
    assertThat(told).startsWith("/quality/golden/");
    assertThat(budi.get(told).body()).contains("Itu tadi butir emas", "Ceritanya, bukan ajakan.");

    assertThat(items()).isEqualTo("1 1");
    assertThat(budi.get("/quality/mine").body()).contains(told);
    assertThat(next(budi)).as("nobody meets it twice").isEqualTo("/queue");
    assertThat(ani.get(told).status()).as("an answer is told to who gave it").isEqualTo(404);
    assertThat(ani.get(copy).status()).isEqualTo(404);
  }

  @Test
  void another_answer_counts_as_one_that_is_not_right() {
    mark(decided());
    String copy = next(budi);
    budi.post(
        copy + "/judge",
        "verdict",
        "confirmed",
        "category",
        "gambling",
        "stance",
        "promotes",
        "severity",
        "HIGH",
        "reason",
        "jelas");

    assertThat(items()).isEqualTo("1 0");
    assertThat(
            DESK.<InOffice>bean(InOffice.class)
                .<Long>read(
                    office.id(),
                    jdbc -> jdbc.sql("SELECT count(*) FROM cases").query(Long.class).single()))
        .as("what is said of a copy opens no case")
        .isZero();
  }

  @Test
  void whoever_decided_the_original_does_not_meet_it() {
    mark(decided());

    assertThat(next(ani)).isEqualTo("/queue");
  }

  @Test
  void a_retired_item_is_planted_no_more() {
    mark(decided());
    Matcher item =
        Pattern.compile("/quality/golden/([0-9a-f-]{36})/retire")
            .matcher(analyst.get("/quality").body());
    assertThat(item.find()).isTrue();
    analyst.post("/quality/golden/" + item.group(1) + "/retire");

    assertThat(next(budi)).isEqualTo("/queue");
  }

  @Test
  void only_who_keeps_quality_marks_and_nothing_of_another_office() {
    UUID job = decided();
    Browser stranger =
        DESK.browserOf(DESK.person(DESK.office("Dinas lain"), "Asing", Role.ANALYST));
    stranger.open("/");

    assertThat(ani.post("/quality/mark/" + job, "verdict", "not-harmful", "why", "x").status())
        .isEqualTo(403);
    assertThat(stranger.post("/quality/mark/" + job, "verdict", "not-harmful", "why", "x").status())
        .isEqualTo(404);
  }

  /** Answers and right answers of the one item, as the analyst reads them. */
  private String items() {
    String page = analyst.get("/quality").body();
    Matcher row =
        Pattern.compile(
                "<td class=\"number\">([0-9]+)</td>\\s*<td class=\"number\">([0-9]+)</td>\\s*<td>\\s*<form")
            .matcher(page);
    assertThat(row.find()).as("the item on the quality page").isTrue();
    return row.group(1) + " " + row.group(2);
  }
}

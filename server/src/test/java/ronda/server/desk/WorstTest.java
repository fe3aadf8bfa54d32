package ronda.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Offices;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.store.login.Tokens;
import ronda.store.sql.InOffice;

/**
 * A post of which the first finding is gambling and the second pornography, at every door where it
 * could be shown to somebody who has not agreed to see such posts.
 */
class WorstTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  /** One word of it, which no other page has. */
  private static final String MARK = "KREDITREKAAN77";

  private static final String POST =
      "Main di "
          + MARK
          + " slot gacor maxwin deposit pulsa tanpa potongan daftar sekarang, jual video bokep vip"
          + " full durasi join grup telegram";

  private Office office = DESK.office("unused");
  private Officer plain = DESK.person(office, "unused", Role.REVIEWER);
  private Officer agreed = plain;
  private String job = "";

  @BeforeEach
  void a_post_comes_in() {
    office = DESK.office("Dinas terberat");
    plain = DESK.person(office, "Tanpa persetujuan", Role.REVIEWER, Role.ANALYST);
    agreed =
        DESK.person(office, "Dengan persetujuan", Role.REVIEWER, Role.ANALYST).seeingWorst(true);
    DESK.bean(Offices.class).agree(agreed.id(), true);
    Browser browser = DESK.browserOf(agreed);
    browser.open("/bring");
    assertThat(browser.post("/bring/text", "text", POST).status()).isEqualTo(302);
    job =
        DESK.bean(InOffice.class)
            .read(
                office.id(),
                jdbc -> jdbc.sql("SELECT id FROM jobs").query(UUID.class).single().toString());
    String category =
        DESK.bean(InOffice.class)
            .read(
                office.id(),
                jdbc -> jdbc.sql("SELECT category FROM jobs").query(String.class).single());
    assertThat(category).as("what it is about here").isEqualTo("GAMBLING");
  }

  @Test
  void who_agreed_finds_it_in_the_queue_by_search_and_by_its_address() {
    Browser browser = DESK.browserOf(agreed);

    for (String path :
        List.of("/queue", "/queue?q=" + MARK, "/queue?show=open&category=gambling")) {
      assertThat(browser.get(path).body()).as(path).contains(MARK);
    }
    assertThat(browser.get("/jobs/" + job).status()).isEqualTo(200);
  }

  @Test
  void who_did_not_agree_meets_it_at_no_door() {
    Browser browser = DESK.browserOf(plain);

    for (String path :
        List.of(
            "/",
            "/queue",
            "/queue?q=" + MARK,
            "/queue?show=open&category=gambling",
            "/queue?show=open&category=pornography")) {
      Browser.Page page = browser.get(path);
      assertThat(page.status()).as(path).isEqualTo(200);
      assertThat(page.body().replace("q=" + MARK, "").replace("value=\"" + MARK, ""))
          .as(path)
          .doesNotContain(MARK, job);
    }
    assertThat(browser.get("/jobs/" + job).status()).isEqualTo(404);
  }

  @Test
  void who_did_not_agree_is_not_told_that_it_waits() {
    Browser browser = DESK.browserOf(plain);
    browser.open("/queue");

    assertThat(browser.get("/").body()).doesNotContain("/queue?show=open\"");
    assertThat(browser.post("/queue/next").header("location")).contains("/queue");
  }

  @Test
  void who_did_not_agree_cannot_take_or_judge_it_alone_or_among_many() {
    Browser browser = DESK.browserOf(plain);
    browser.open("/queue");

    assertThat(browser.post("/jobs/" + job + "/take").status()).isEqualTo(404);
    assertThat(
            browser
                .post("/jobs/" + job + "/judge", "verdict", "not-harmful", "reason", "contoh")
                .status())
        .isEqualTo(404);
    assertThat(
            browser
                .post("/queue/judge", "job", job, "verdict", "not-harmful", "reason", "contoh")
                .header("location"))
        .contains("judged=0");
  }

  @Test
  void a_program_never_is_sent_it() {
    String token =
        DESK.bean(Tokens.class).make(office.id(), "contoh", Role.REVIEWER, DESK.now()).text();

    Browser.Page page =
        DESK.browser().get("/api/v1/jobs?limit=200", "Authorization", "Bearer " + token);

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("\"total\":0").doesNotContain(MARK);
  }

  @Test
  void the_export_of_decisions_leaves_it_out_unless_one_agreed_and_asks_for_it() {
    Browser judging = DESK.browserOf(agreed);
    judging.open("/queue");
    judging.post("/jobs/" + job + "/take");
    DESK.bean(InOffice.class)
        .run(office.id(), jdbc -> jdbc.sql("UPDATE jobs SET needs_two = false").update());
    judging.post(
        "/jobs/" + job + "/judge",
        "verdict",
        "confirmed",
        "category",
        "gambling",
        "stance",
        "promotes",
        "severity",
        "HIGH",
        "reason",
        "contoh");
    Browser other = DESK.browserOf(plain);
    other.open("/quality");

    assertThat(judging.get("/jobs/" + job).body()).contains("dugaan dikuatkan");
    assertThat(export(judging, true)).contains(MARK);
    assertThat(export(judging, false)).doesNotContain(MARK);
    assertThat(export(other, true)).doesNotContain(MARK);
  }

  private static String export(Browser browser, boolean worst) {
    return browser
        .post("/quality/decisions.jsonl", "reason", "pelatihan", "worst", Boolean.toString(worst))
        .body();
  }
}

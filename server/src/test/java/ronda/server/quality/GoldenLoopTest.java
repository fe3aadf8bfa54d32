package ronda.server.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Region;
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
    assertThat(budi.get(told).body()).contains("Tugas tadi butir emas", "Ceritanya, bukan ajakan.");

    assertThat(items()).isEqualTo("1 1");
    assertThat(budi.get("/quality/mine").body()).contains(told);
    assertThat(next(budi)).as("nobody meets it twice").isEqualTo("/queue");
    assertThat(ani.get(told).status()).as("an answer is told to who gave it").isEqualTo(404);
    assertThat(ani.get(copy).status()).isEqualTo(404);
  }

  @Test
  void a_job_that_somebody_picks_from_the_list_is_that_job_however_many_items_are_planted() {
    mark(decided());
    ani.post("/bring/text", "text", "Situs RAJA77 gampang jackpot, slot gacor bonus new member");
    String picked = Browser.first("(/jobs/[0-9a-f-]{36})", budi.get("/queue").body());

    assertThat(URI.create(budi.post(picked + "/take").header("location")).getPath())
        .isEqualTo(picked);
    assertThat(budi.get(picked).body()).contains("RAJA77", picked + "/judge");
  }

  @Test
  void all_posts_of_the_copy_can_be_read_and_do_not_tell_that_it_is_one() {
    UUID job = decided();
    mark(job);
    String copy = next(budi);

    for (String path : List.of(copy + "/posts", copy + "/accounts")) {
      Browser.Page page = budi.get(path);
      assertThat(page.status()).as(path).isEqualTo(200);
      assertThat(page.body())
          .contains("href=\"" + copy + "\"")
          .doesNotContain(job.toString(), "hanya cerita", "bukan ajakan", "Ani Contoh");
      assertThat(ani.get(path).status()).as("it is in nobody else's hands").isEqualTo(404);
    }
    assertThat(budi.get(copy + "/posts").body()).contains("CONTOH88");
  }

  @Test
  void a_reviewer_who_sees_material_with_children_in_a_copy_reports_the_posts_themselves() {
    UUID job = decided();
    mark(job);
    String copy = next(budi);

    assertThat(budi.post(copy + "/child").status()).isEqualTo(302);

    assertThat(one("SELECT count(*) FROM found_posts WHERE text LIKE '%CONTOH88%'")).isZero();
    assertThat(one("SELECT count(*) FROM police_lane WHERE job_id = '" + job + "'")).isEqualTo(1);
    assertThat(next(budi)).as("and there is no copy any more").isEqualTo("/queue");
  }

  @Test
  void an_analyst_of_another_part_of_the_region_is_given_neither_the_decision_nor_the_item() {
    mark(decided());
    DESK.bean(InOffice.class)
        .run(office.id(), jdbc -> jdbc.sql("UPDATE jobs SET region = '32.71.01'").update());
    Browser there = DESK.browserOf(analystOf("32.71.02"));
    Browser here = DESK.browserOf(analystOf("32.71.01"));
    there.open("/quality");
    here.open("/quality");

    String export = "/quality/decisions.jsonl";
    assertThat(here.post(export, "reason", "pelatihan").body()).contains("CONTOH88");
    assertThat(there.post(export, "reason", "pelatihan").body()).isEmpty();
    assertThat(here.get("/quality").body()).contains("CONTOH88");
    assertThat(there.get("/quality").body()).doesNotContain("CONTOH88");
  }

  private Officer analystOf(String region) {
    return DESK.person(office, "Analis " + region, new Region(region), Role.ANALYST);
  }

  @Test
  void a_legal_hold_on_a_copy_holds_the_job_itself() {
    UUID job = decided();
    mark(job);
    String copy = next(budi);

    Browser.Page held =
        budi.post(copy + "/hold", "reason", "diminta penyidik", "basis", "surat 12/2026");

    assertThat(URI.create(held.header("location")).getPath()).isEqualTo(copy);
    assertThat(one("SELECT count(*) FROM legal_holds WHERE subject = '" + job + "'")).isEqualTo(1);
    assertThat(budi.get(copy).body()).doesNotContain(job.toString());
  }

  @Test
  void a_copy_that_is_no_longer_for_its_reviewer_does_not_stand_in_the_way_of_the_queue() {
    UUID job = decided();
    mark(job);
    String copy = next(budi);
    assertThat(budi.get(copy).status()).isEqualTo(200);
    DESK.bean(InOffice.class)
        .run(
            office.id(),
            jdbc ->
                jdbc.sql("UPDATE jobs SET suspected = array_append(suspected, 'SEXTORTION')")
                    .update());
    assertThat(budi.get(copy).status()).as("it may hold what Budi did not agree to").isEqualTo(404);

    assertThat(next(budi)).as("nothing waits").isEqualTo("/queue");
    ani.post("/bring/text", "text", "Bandar togel CONTOH66, hadiah 4D sampai 10 juta, daftar");
    String real = next(budi);
    assertThat(real).startsWith("/jobs/").isNotEqualTo(copy);
    assertThat(budi.get(real).status()).isEqualTo(200);

    DESK.bean(InOffice.class)
        .run(
            office.id(),
            jdbc ->
                jdbc.sql("UPDATE jobs SET suspected = array_remove(suspected, 'SEXTORTION')")
                    .update());
    assertThat(next(budi)).as("once more for Budi, it waits for Budi").isEqualTo(copy);
  }

  private long one(String sql) {
    return DESK.bean(InOffice.class)
        .<Long>read(office.id(), jdbc -> jdbc.sql(sql).query(Long.class).single());
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
  void an_analyst_of_another_part_of_the_region_retires_no_item() {
    UUID job = decided();
    mark(job);
    DESK.bean(InOffice.class)
        .run(office.id(), jdbc -> jdbc.sql("UPDATE jobs SET region = '32.71.01'").update());
    UUID item =
        DESK.bean(InOffice.class)
            .read(
                office.id(),
                jdbc -> jdbc.sql("SELECT id FROM golden_items").query(UUID.class).single());
    String retire = "/quality/golden/" + item + "/retire";
    Browser elsewhere =
        DESK.browserOf(DESK.person(office, "Analis jauh", new Region("32.71.05"), Role.ANALYST));
    elsewhere.open("/");

    assertThat(elsewhere.post(retire).status()).isEqualTo(404);
    assertThat(analyst.post(retire).status()).isEqualTo(302);
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

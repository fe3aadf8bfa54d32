package ronda.server.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static ronda.server.Browser.first;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.office.Officer;
import ronda.casework.office.Offices;
import ronda.casework.office.Region;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.store.postgres.EmbeddedDatabase;
import ronda.store.sql.InOffice;

/**
 * A case of gambling has grown by a post that may be sextortion. Whoever did not agree to see such
 * posts may know of the case; what may hold all of it is not theirs at any door.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WholeCaseTest {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  @SuppressWarnings("NullAway.Init") // Opened before all tests.
  private OpenPostDesk desk;

  @SuppressWarnings("NullAway.Init")
  private Browser agreed;

  @SuppressWarnings("NullAway.Init")
  private Officer plain;

  @SuppressWarnings("NullAway.Init")
  private Browser browser;

  private String number = "";
  private String ministry = "";
  private String item = "";
  private String bundle = "";
  private String referral = "";

  @BeforeAll
  void open() {
    desk = new OpenPostDesk(DATABASE.source(), Map.of());
    agreed = desk.browser(desk.officer);
    desk.letterhead(agreed);
    ministry = desk.ministry(agreed);
  }

  @AfterAll
  void close() {
    desk.close();
  }

  @BeforeEach
  void a_case_has_evidence_a_bundle_and_a_letter_and_grows() {
    number = desk.confirmed(desk.advert());
    agreed.post("/cases/" + number + "/evidence/posts", "why", "agar tidak hilang");
    agreed.post("/cases/" + number + "/evidence/bundle", "why", "untuk kementerian");
    referral =
        OpenPostDesk.written(
            agreed.post("/cases/" + number + "/refer", OpenPostDesk.form(ministry)));
    String page = agreed.open("/cases/" + number).body();
    item = first("href=\"(/evidence/[0-9a-f-]{36})\"", page);
    bundle = first("(/evidence/bundles/[0-9a-f-]{36})", page);
    change("UPDATE jobs SET suspected = array_append(suspected, 'SEXTORTION')");
    plain = officer("Wati Contoh", new Region("32.71"), false);
    browser = desk.browser(plain);
  }

  private void change(String sql) {
    desk.bean(InOffice.class)
        .write(
            desk.office.id(),
            jdbc ->
                jdbc.sql(
                        sql
                            + " WHERE id IN (SELECT job_id FROM case_jobs JOIN cases ON"
                            + " cases.id = case_id WHERE number = :number)")
                    .param("number", number)
                    .update());
  }

  private Officer officer(String name, Region region, boolean agrees) {
    Officer made = desk.person(name, Role.CASE_OFFICER, Role.EVIDENCE_CUSTODIAN);
    Officer placed =
        new Officer(made.id(), made.office(), name, made.email(), made.roles(), region, agrees);
    desk.bean(Offices.class).put(placed);
    desk.bean(Offices.class).agree(placed.id(), agrees);
    return placed;
  }

  private List<String> readable() {
    String letter = first("(/letters/[0-9a-f-]{36})/export", agreed.open(referral).body());
    return List.of(
        item,
        item + "/parts/post.json",
        bundle,
        referral,
        referral + letter + "/export.pdf",
        referral + letter + "/export.json",
        "/cases/" + number + "/refer",
        "/cases/" + number + "/refer?to=" + ministry);
  }

  private long written() {
    return desk.bean(InOffice.class)
        .read(
            desk.office.id(),
            jdbc ->
                jdbc.sql(
                        "SELECT count(*) FROM audit_log WHERE act = 'case-withheld' AND subject ="
                            + " :case AND actor LIKE :who")
                    .param("case", "case:" + number)
                    .param("who", plain.name() + "%")
                    .query(Long.class)
                    .single());
  }

  @Test
  void who_agrees_is_brought_back_to_the_case() {
    String link =
        first("href=\"(/me\\?next=[^\"#]+)#worst\"", browser.open("/cases/" + number).body());
    String next = first("name=\"next\" value=\"([^\"]+)\"", browser.open(link).body());

    Browser.Page answer = browser.post("/me/worst", "agrees", "true", "next", next);

    assertThat(answer.header("location")).endsWith("/cases/" + number);
    assertThat(browser.open("/cases/" + number).body()).doesNotContain("/me?next=");
  }

  @Test
  void who_agreed_reads_all_of_it() {
    browser = desk.browser(officer("Yana Contoh", new Region("32.71"), true));
    browser.post(item + "/ask", "why", "agar jelas");
    for (String path : readable()) {
      assertThat(browser.get(path).status()).as(path).isEqualTo(200);
    }
  }

  @Test
  void who_did_not_is_refused_at_every_door_and_told_why_and_whom_to_ask() {
    for (String path : readable()) {
      Browser.Page refused = browser.get(path);
      assertThat(refused.status()).as(path).isEqualTo(403);
      assertThat(refused.body())
          .as(path)
          .contains("kategori terberat", "/me?next=", "#worst", desk.officer.name(), number)
          .doesNotContain("contoh.example");
    }
    assertThat(written()).isEqualTo(readable().size());
  }

  @Test
  void nor_may_they_make_a_bundle_or_do_anything_with_the_letter() {
    browser.open("/cases/" + number);
    for (String path :
        List.of(
            "/cases/" + number + "/evidence/bundle",
            "/cases/" + number + "/refer",
            "/cases/" + number + "/refer/preview",
            "/cases/" + number + "/refer/preview.pdf",
            item + "/ask",
            referral + "/send",
            referral + "/conclude")) {
      assertThat(
              browser
                  .post(path, "why", "ingin tahu", "to", ministry, "way", "download", "words", "x")
                  .status())
          .as(path)
          .isEqualTo(403);
    }
    assertThat(desk.steps(number)).containsOnlyOnce("bundle-made", "referral-written");
  }

  @Test
  void the_page_of_the_case_offers_none_of_it_and_says_so_first() {
    String page = browser.open("/cases/" + number).body();

    assertThat(page)
        .contains("kategori terberat", desk.officer.name(), "1 tugas kasus ini tidak diperlihatkan")
        .doesNotContain(item, bundle, referral, "/evidence/bundle\"", "/refer\"", "/refer?");
    assertThat(agreed.open("/cases/" + number).body())
        .contains(item, bundle, referral, "/refer?")
        .doesNotContain("kategori terberat", "tidak diperlihatkan kepada Anda");
  }

  @Test
  void nor_does_the_answer_to_a_wish_that_this_office_may_not_fulfil() {
    String wish = "/cases/" + number + "/acts/block";

    assertThat(browser.open(wish).body()).contains("Kementerian").doesNotContain("/refer?");
    assertThat(agreed.open(wish).body()).contains("/refer?");
  }

  @Test
  void whoever_agrees_for_themselves_is_let_in_and_out_again() {
    browser.open("/me");
    browser.post("/me/worst", "agrees", "true");
    assertThat(browser.get(bundle).status()).isEqualTo(200);
    assertThat(browser.post(bundle).status()).isEqualTo(200);

    browser.post("/me/worst", "agrees", "false");
    assertThat(browser.get(bundle).status()).isEqualTo(403);
    assertThat(browser.post(bundle).status()).isEqualTo(403);
  }

  @Test
  void a_case_with_a_post_from_elsewhere_is_refused_without_asking_for_consent() {
    change("UPDATE jobs SET suspected = '{GAMBLING}', region = '51.71'");

    Browser.Page refused = browser.get(bundle);

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body())
        .contains("luar wilayah tugas Anda")
        .doesNotContain("/me?next=", "#worst");
  }

  @Test
  void the_rows_of_a_download_leave_it_out_and_the_name_of_the_file_says_so() {
    Browser.Page whole = agreed.get("/referrals/export.csv?to=ministry");
    assertThat(whole.body()).contains(number);
    assertThat(whole.header("content-disposition")).contains("rujukan-ministry.csv");

    Browser.Page rest = browser.get("/referrals/export.csv?to=ministry");

    assertThat(rest.status()).isEqualTo(200);
    assertThat(rest.body()).doesNotContain(number);
    assertThat(rest.header("content-disposition")).containsPattern("-tanpa-[0-9]+\\.csv");
  }

  @Test
  void what_somebody_may_not_even_know_of_is_not_found() {
    browser = desk.browser(officer("Made Contoh", new Region("51.71"), true));

    for (String path : List.of(item, bundle, referral, "/cases/" + number + "/refer")) {
      assertThat(browser.get(path).status()).as(path).isEqualTo(404);
    }
  }
}

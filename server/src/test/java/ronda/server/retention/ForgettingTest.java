package ronda.server.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.chain.AuditLog;
import ronda.casework.chain.Link;
import ronda.casework.chain.Verifier;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Offices;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.store.login.Attempts;
import ronda.store.login.Sessions;
import ronda.store.sql.InOffice;

/** What an office forgets, what it must not, and what the pages say of it. */
class ForgettingTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final String MARK = "KREDITREKAAN78";
  private static final String POST =
      "Main di " + MARK + " slot gacor maxwin deposit pulsa tanpa potongan daftar sekarang";

  private Office office = DESK.office("unused");
  private Officer officer = DESK.person(office, "unused", Role.REVIEWER);
  private String job = "";

  @BeforeEach
  void a_post_is_judged_harmless() {
    office = DESK.office("Dinas yang lupa");
    officer =
        DESK.person(
            office, "Ani Contoh", Role.REVIEWER, Role.CASE_OFFICER, Role.ADMINISTRATOR, Role.HEAD);
    Browser browser = browser();
    browser.post("/bring/text", "text", POST, "author", "akun-rekaan");
    job =
        DESK.bean(InOffice.class)
            .read(
                office.id(),
                jdbc -> jdbc.sql("SELECT id FROM jobs").query(UUID.class).single().toString());
    DESK.bean(InOffice.class)
        .run(office.id(), jdbc -> jdbc.sql("UPDATE jobs SET needs_two = false").update());
    browser.post("/jobs/" + job + "/take");
    browser.post("/jobs/" + job + "/judge", "verdict", "not-harmful", "reason", "hanya kabar");
  }

  @Test
  void the_page_says_until_when_and_afterwards_that_it_is_forgotten() {
    assertThat(browser().get("/jobs/" + job).body()).contains(MARK, "dihapus setelah");

    afterDays(31);

    Browser.Page page = browser().get("/jobs/" + job);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains("sudah dihapus", "hanya kabar", "Ani Contoh")
        .doesNotContain(MARK, "akun-rekaan");
    assertThat(browser().get("/queue?show=decided").body()).doesNotContain(MARK, job);
  }

  @Test
  void one_line_of_the_audit_log_counts_what_was_forgotten_and_the_chain_holds() {
    afterDays(31);

    List<Link> links = links();
    List<Link> forgotten =
        links.stream().filter(link -> link.act().equals("records-forgotten")).toList();
    assertThat(forgotten).hasSize(1);
    assertThat(forgotten.getFirst().body()).contains("\"judged-harmless\":1");
    Verifier verifier = new Verifier();
    links.forEach(verifier::next);
    assertThat(verifier.broken()).isEmpty();
    assertThat(browser().get("/audit").body()).contains("Menghapus catatan");
  }

  @Test
  void a_legal_hold_keeps_it_and_is_an_act_of_a_person_with_reason_and_legal_basis() {
    Browser browser = browser();
    browser.post("/jobs/" + job + "/hold", "reason", "diminta penyidik", "basis", "");
    assertThat(browser.get("/jobs/" + job).body()).doesNotContain("diminta penyidik");
    browser.post(
        "/jobs/" + job + "/hold", "reason", "diminta penyidik", "basis", "surat contoh 1/2026");

    afterDays(400);

    assertThat(browser().get("/jobs/" + job).body())
        .contains(
            MARK, "pemusnahannya ditangguhkan sejak", "diminta penyidik", "surat contoh 1/2026");
    assertThat(browser().get("/office/retention").body()).contains("surat contoh 1/2026");
    Browser again = browser();
    again.open("/queue");
    again.post("/holds/" + hold() + "/lift", "reason", "perkara selesai", "basis", "surat 2/2026");
    afterDays(1);
    assertThat(browser().get("/jobs/" + job).body()).contains("sudah dihapus");
    assertThat(acts()).contains("hold-placed", "hold-lifted");
  }

  @Test
  void a_round_goes_on_until_nothing_is_over_however_many_kinds_there_are() {
    DESK.bean(InOffice.class)
        .run(
            office.id(),
            jdbc ->
                jdbc.sql(
                        """
                        INSERT INTO views (officer, job_id, at)
                        SELECT ?, id, ?::timestamptz - make_interval(days => n)
                        FROM jobs, generate_series(40, 44) n
                        """)
                    .params(officer.id(), DESK.now().atOffset(ZoneOffset.UTC))
                    .update());
    HourlyRound small =
        new HourlyRound(
            DESK.bean(InOffice.class),
            DESK.bean(Offices.class),
            DESK.bean(AuditLog.class),
            DESK.bean(Sessions.class),
            DESK.bean(Attempts.class),
            DESK.bean(InstantSource.class),
            2);

    afterDays(31, small);

    assertThat(browser().get("/jobs/" + job).body()).contains("sudah dihapus");
    assertThat(links().stream().filter(link -> link.act().equals("records-forgotten")))
        .extracting(Link::body)
        .containsExactly("{\"judged-harmless\":1,\"looks\":2}", "{\"looks\":2}", "{\"looks\":1}");
  }

  @Test
  void a_hold_that_would_hold_nothing_is_not_placed_and_a_second_one_neither() {
    String number = confirmedCase();
    Browser browser = browser();
    String hold = "/cases/" + number + "/hold";
    browser.post(hold, "reason", "diminta penyidik", "basis", "surat contoh 1/2026");
    browser.post(hold, "reason", "ditekan dua kali", "basis", "surat contoh 1/2026");
    assertThat(browser.get("/cases/" + number).body()).doesNotContain("ditekan dua kali");
    browser.post("/holds/" + hold() + "/lift", "reason", "selesai", "basis", "surat 2/2026");
    DESK.bean(InOffice.class)
        .run(office.id(), jdbc -> jdbc.sql("UPDATE jobs SET forgotten_at = now()").update());

    browser.post(hold, "reason", "terlambat rekaan", "basis", "surat contoh 3/2026");

    assertThat(browser.get("/cases/" + number).body())
        .contains("unggahannya sudah dihapus")
        .doesNotContain("terlambat rekaan");
    assertThat(acts().stream().filter("hold-placed"::equals)).hasSize(1);
  }

  /** In an office of its own: what is alike is one job. */
  private String confirmedCase() {
    office = DESK.office("Dinas yang menahan");
    officer = DESK.person(office, "Rina Contoh", Role.REVIEWER, Role.CASE_OFFICER, Role.HEAD);
    Browser browser = browser();
    browser.post("/bring/text", "text", POST, "author", "akun-rekaan");
    String fresh =
        DESK.bean(InOffice.class)
            .write(
                office.id(),
                jdbc ->
                    jdbc.sql("UPDATE jobs SET needs_two = false RETURNING id")
                        .query(UUID.class)
                        .single()
                        .toString());
    browser.post(
        "/jobs/" + fresh + "/judge", "verdict", "as-suspected", "reason", "ajakan berjudi");
    return DESK.bean(InOffice.class)
        .read(
            office.id(), jdbc -> jdbc.sql("SELECT number FROM cases").query(String.class).single());
  }

  @Test
  void another_office_can_neither_hold_it_nor_lift_its_hold() {
    Browser browser = browser();
    browser.post("/jobs/" + job + "/hold", "reason", "diminta penyidik", "basis", "surat contoh");
    Officer stranger = DESK.person(DESK.office("Dinas lain"), "Orang lain", Role.CASE_OFFICER);
    Browser other = DESK.browserOf(stranger);
    other.open("/queue");

    assertThat(other.post("/jobs/" + job + "/hold", "reason", "a", "basis", "b").status())
        .isEqualTo(404);
    assertThat(other.post("/holds/" + hold() + "/lift", "reason", "a", "basis", "b").status())
        .isEqualTo(404);
  }

  @Test
  void the_office_sets_the_days_and_a_number_that_is_none_changes_nothing() {
    Browser browser = browser();
    Browser.Page form = browser.get("/office/retention");
    assertThat(form.body()).contains("name=\"judged-harmless\" value=\"30\"");
    assertThat(set(browser, "0").status()).isEqualTo(400);
    assertThat(browser.get("/office/retention").body()).contains("value=\"30\"");
    Browser.Page asked = set(browser, "3");
    assertThat(asked.status()).as("shorter: it asks first").isEqualTo(409);
    set(browser, "3", browser.shown("/office/retention"), asked.field("shorter"));

    afterDays(4);

    assertThat(browser().get("/jobs/" + job).body()).contains("sudah dihapus");
    assertThat(acts()).contains("retention-set");
  }

  @Test
  void days_that_somebody_else_set_meanwhile_are_not_undone_by_an_old_page() {
    Browser browser = browser();
    String shown = browser.shown("/office/retention");
    assertThat(set(browser(), "44", shown).status()).isEqualTo(302);

    Browser.Page refused = set(browser, "7", shown);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body())
        .contains("orang lain mengubahnya", "name=\"judged-harmless\" value=\"7\"", "kini 44");
    assertThat(browser.get("/office/retention").body())
        .contains("name=\"judged-harmless\" value=\"44\"");
    assertThat(set(browser, "70").status()).as("who has seen it may").isEqualTo(302);
  }

  @Test
  void a_period_made_shorter_by_a_slip_is_not_kept_before_it_is_said_what_would_go() {
    afterDays(2);
    Browser browser = browser();

    Browser.Page asked = set(browser, "1");

    assertThat(asked.status()).isEqualTo(409);
    assertThat(asked.body())
        .contains("dari 30 menjadi 1 hari", "1 catatan dihapus", "value=\"1\"")
        .doesNotContain("dari 90 menjadi");
    assertThat(browser.get("/office/retention").body())
        .contains("name=\"judged-harmless\" value=\"30\"");
    assertThat(acts()).doesNotContain("retention-set");
  }

  @Test
  void who_agrees_agrees_to_these_days_and_to_no_fewer() {
    Browser browser = browser();
    String shown = browser.shown("/office/retention");
    String agreed = set(browser, "20").field("shorter");

    assertThat(set(browser, "2", shown, agreed).status()).isEqualTo(409);
    assertThat(set(browser, "40", shown, agreed).status()).as("longer asks nothing").isEqualTo(302);
    assertThat(set(browser, "20", shown, agreed).status())
        .as("somebody changed it since")
        .isEqualTo(409);
    assertThat(set(browser, "20", browser.shown("/office/retention"), agreed).status())
        .isEqualTo(302);
  }

  private static Browser.Page set(Browser browser, String days) {
    return set(browser, days, browser.shown("/office/retention"));
  }

  private static Browser.Page set(Browser browser, String days, String shown) {
    return set(browser, days, shown, "");
  }

  /**
   * @param agreed the mark of shorter periods to which the person agreed
   */
  private static Browser.Page set(Browser browser, String days, String shown, String agreed) {
    return browser.post(
        "/office/retention",
        "shown",
        shown,
        "shorter",
        agreed,
        "judged-harmless",
        days,
        "without-case",
        "90",
        "undecided",
        "365",
        "closed-cases",
        "1825",
        "golden-items",
        "365",
        "rejected-lines",
        "7",
        "looks",
        "7",
        "watched-accounts",
        "730",
        "released-accounts",
        "90",
        "case-papers",
        "3650",
        "unmatched-replies",
        "90",
        "handed-addresses",
        "90");
  }

  @Test
  void sessions_that_ended_by_themselves_are_swept_in_the_same_round() {
    Browser browser = browser();
    assertThat(sessions()).isPositive();

    DESK.bean(InOffice.class)
        .beforeOffice(
            jdbc ->
                jdbc.sql("UPDATE sessions SET expires_at = created_at WHERE officer_id = ?")
                    .param(officer.id())
                    .update());
    DESK.bean(HourlyRound.class).round();

    assertThat(sessions()).isZero();
    assertThat(browser.get("/").header("location")).contains("/sign-in");
  }

  private long sessions() {
    return DESK.bean(InOffice.class)
        .beforeOffice(
            jdbc ->
                jdbc.sql("SELECT count(*) FROM sessions WHERE officer_id = ?")
                    .param(officer.id())
                    .query(Long.class)
                    .single());
  }

  /**
   * Makes all that this office did older by so much, and goes round it. The clock that all tests
   * share stays where it is.
   */
  private void afterDays(int days) {
    afterDays(days, DESK.bean(HourlyRound.class));
  }

  private void afterDays(int days, HourlyRound round) {
    DESK.bean(InOffice.class)
        .run(
            office.id(),
            jdbc -> {
              jdbc.sql("UPDATE judgements SET at = at - make_interval(days => ?)")
                  .param(days)
                  .update();
              jdbc.sql(
                      "UPDATE found_posts SET received_at = received_at - make_interval(days => ?)")
                  .param(days)
                  .update();
            });
    round.forgetOf(office.id(), DESK.now());
  }

  private Browser browser() {
    Browser browser = DESK.browserOf(officer);
    browser.open("/me");
    return browser;
  }

  private String hold() {
    return DESK.bean(InOffice.class)
        .read(
            office.id(),
            jdbc -> jdbc.sql("SELECT id FROM legal_holds").query(UUID.class).single().toString());
  }

  private List<String> acts() {
    return links().stream().map(Link::act).toList();
  }

  private List<Link> links() {
    List<Link> links = new ArrayList<>();
    DESK.bean(AuditLog.class).walk(office.id(), links::add);
    return links;
  }
}

package ronda.server.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.chain.AuditLog;
import ronda.casework.chain.Link;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.store.sql.InOffice;

/** How long an account on the watchlist is kept, what keeps it, and what is left of it. */
class ForgottenAccountTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final String HANDLE = "rekaan_open_88";

  private Office office = DESK.office("unused");
  private Officer officer = DESK.person(office, "unused", Role.CASE_OFFICER);
  private String path = "";

  @BeforeEach
  void an_account_is_watched() {
    office = DESK.office("Dinas yang lupa akun");
    officer =
        DESK.person(
            office, "Ani Contoh", Role.REVIEWER, Role.CASE_OFFICER, Role.ADMINISTRATOR, Role.HEAD);
    path =
        browser()
            .post(
                "/watchlist/new",
                "platform",
                "MiChat",
                "handle",
                HANDLE,
                "displayName",
                "Nama Rekaan",
                "category",
                "prostitution",
                "note",
                "kata saksi rahasia")
            .header("location");
    path = path.substring(path.indexOf("/watchlist/"));
  }

  @Test
  void its_page_says_until_when_and_afterwards_nothing_of_it_is_left_but_that_somebody_acted() {
    assertThat(browser().get(path).body()).contains(HANDLE, "dihapus setelah");

    afterDays(731);

    assertThat(browser().get(path).status()).isEqualTo(404);
    assertThat(browser().get("/watchlist").body()).doesNotContain(HANDLE);
    List<Link> links = links();
    assertThat(links.stream().filter(link -> link.act().equals("records-forgotten")))
        .extracting(Link::body)
        .containsExactly("{\"watched-accounts\":1}");
    assertThat(links).extracting(Link::act).contains("watch-entered");
    assertThat(links.toString()).doesNotContain("Rekaan", "rahasia");
  }

  @Test
  void whoever_is_released_goes_after_three_months() {
    Browser browser = browser();
    browser.open(path);
    browser.post(path + "/move", "to", "released", "reason", "salah orang");
    assertThat(browser.get(path).body()).contains("tidak diamati lagi");

    afterDays(91);

    assertThat(browser().get(path).status()).isEqualTo(404);
  }

  @Test
  void a_legal_hold_keeps_it_until_it_is_lifted() {
    Browser browser = browser();
    browser.open(path);
    browser.post(path + "/hold", "reason", "diminta penyidik", "basis", "surat contoh 1/2026");
    afterDays(5_000);

    Browser later = browser();
    assertThat(later.get(path).body()).contains(HANDLE, "surat contoh 1/2026");
    assertThat(later.get("/office/retention").body()).contains("surat contoh 1/2026", path);

    later.open(path);
    later.post("/holds/" + hold() + "/lift", "reason", "selesai", "basis", "surat contoh 2/2026");
    afterDays(1);
    assertThat(browser().get(path).status()).isEqualTo(404);
    assertThat(links()).extracting(Link::act).contains("hold-placed", "hold-lifted");
  }

  @Test
  void who_may_not_read_the_watchlist_and_another_office_cannot_hold_it() {
    Officer custodian = DESK.person(office, "Kemal Contoh", Role.EVIDENCE_CUSTODIAN);
    Officer stranger = DESK.person(DESK.office("Dinas lain"), "Orang lain", Role.CASE_OFFICER);
    for (Officer other : List.of(custodian, stranger)) {
      Browser browser = DESK.browserOf(other);
      browser.open("/me");
      assertThat(browser.post(path + "/hold", "reason", "a", "basis", "b").status()).isEqualTo(404);
    }
  }

  @Test
  void an_open_case_keeps_it_and_once_it_is_gone_the_case_names_it_without_a_link() {
    String number = openCase();
    Browser browser = browser();
    browser.open(path);
    browser.post(path + "/case", "number", number);
    afterDays(5_000);
    assertThat(browser().get(path).body()).contains("kasus yang memuatnya");
    assertThat(browser().get("/cases/" + number).body()).contains("href=\"" + path + "\"", HANDLE);

    Browser again = browser();
    again.open("/cases/" + number);
    again.post("/cases/" + number + "/close", "outcome", "ditangani");
    afterDays(1);

    assertThat(browser().get(path).status()).isEqualTo(404);
    assertThat(browser().get("/cases/" + number).body()).doesNotContain(path).contains(HANDLE);
  }

  @Test
  void a_custodian_who_may_not_read_the_watchlist_is_given_no_link_to_it() {
    String number = openCase();
    Browser browser = browser();
    browser.open(path);
    browser.post(path + "/case", "number", number);
    Officer custodian = DESK.person(office, "Kemal Contoh", Role.EVIDENCE_CUSTODIAN);
    Browser other = DESK.browserOf(custodian);
    other.open("/me");

    assertThat(other.get("/cases/" + number).body()).doesNotContain(path).contains(HANDLE);
  }

  private String openCase() {
    return OneCase.by(browser(), DESK, office);
  }

  /** Makes the account older by so much, and goes round it. */
  private void afterDays(int days) {
    DESK.bean(InOffice.class)
        .run(
            office.id(),
            jdbc -> {
              // The database refuses to change a step, unless its owner says so first.
              jdbc.sql("ALTER TABLE watch_steps DISABLE TRIGGER watch_steps_only_add").update();
              jdbc.sql("UPDATE watch_steps SET at = at - make_interval(days => ?)")
                  .param(days)
                  .update();
              jdbc.sql("ALTER TABLE watch_steps ENABLE TRIGGER watch_steps_only_add").update();
              jdbc.sql(
                      """
                      UPDATE watched_accounts SET first_seen = first_seen - make_interval(days => ?),
                        last_seen = last_seen - make_interval(days => ?)
                      """)
                  .params(days, days)
                  .update();
            });
    DESK.bean(HourlyRound.class).forgetOf(office.id(), DESK.now());
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

  private List<Link> links() {
    List<Link> links = new ArrayList<>();
    DESK.bean(AuditLog.class).walk(office.id(), links::add);
    return links;
  }
}

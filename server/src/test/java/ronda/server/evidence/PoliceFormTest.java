package ronda.server.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.chain.AuditLog;
import ronda.casework.chain.Hash;
import ronda.casework.chain.Link;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlPoliceLane;

/** How the police get an address that nobody else is shown. All of it is made up. */
class PoliceFormTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final String ADDRESS = "https://alamatrahasia.example/p/7";

  private final Office office = DESK.office("Dinas Formulir " + UUID.randomUUID());
  private final Officer custodian = DESK.person(office, "Bima Contoh", Role.EVIDENCE_CUSTODIAN);

  private String reported() {
    UUID job =
        CaseAtHand.job(
            DESK,
            office,
            "{\"id\":\"k\",\"text\":\"Main di CONTOH88 pasti gacor "
                + UUID.randomUUID()
                + "\",\"url\":\""
                + ADDRESS
                + "\"}");
    Browser reviewer = DESK.browserOf(DESK.person(office, "Rina Contoh", Role.REVIEWER));
    reviewer.open("/");
    assertThat(reviewer.post("/jobs/" + job + "/child").status()).isEqualTo(302);
    return "/police-lane/" + lane().getFirst().id();
  }

  private List<SqlPoliceLane.Entry> lane() {
    return DESK.bean(InOffice.class).read(office.id(), jdbc -> new SqlPoliceLane(jdbc).waiting(9));
  }

  private static Browser signedIn(Officer officer) {
    Browser browser = DESK.browserOf(officer);
    browser.open("/");
    return browser;
  }

  private static String text(Browser.Page page) throws IOException {
    byte[] bytes = page.body().getBytes(StandardCharsets.ISO_8859_1);
    try (PDDocument pdf = Loader.loadPDF(bytes)) {
      return new PDFTextStripper().getText(pdf).replace("\n", "");
    }
  }

  @Test
  void the_custodian_opens_the_address_for_the_police_with_a_reason_that_is_entered()
      throws IOException {
    String entry = reported();
    Browser browser = signedIn(custodian);
    Browser.Page form =
        browser.postForBytes(
            entry + "/form", "to", "Unit PPA Polres Contoh", "why", "laporan polisi");

    assertThat(form.status()).isEqualTo(200);
    assertThat(form.header("cache-control")).contains("no-store");
    assertThat(form.header("content-disposition")).startsWith("attachment");
    assertThat(text(form))
        .contains(ADDRESS, "Unit PPA Polres Contoh", "laporan polisi", "Bima Contoh", office.name())
        .contains(Hash.of(ADDRESS).hex())
        .doesNotContain("gacor");
    assertThat(browser.get(entry).body()).contains("Unit PPA Polres Contoh", "laporan polisi");
    assertThat(acts())
        .filteredOn(link -> link.act().equals("lane-address-opened"))
        .singleElement()
        .satisfies(link -> assertThat(link.body()).contains("laporan polisi"))
        .satisfies(link -> assertThat(link.body()).doesNotContain("alamatrahasia"));
  }

  @Test
  void the_address_stands_on_no_page_before_or_after() throws IOException {
    String entry = reported();
    Browser browser = signedIn(custodian);
    browser.postForBytes(entry + "/form", "to", "Polres", "why", "laporan");
    browser.post(entry + "/hand-over", "to", "Polres");

    for (String page : List.of("/", "/police-lane", entry)) {
      assertThat(browser.get(page).body()).as(page).doesNotContain("alamatrahasia");
    }
    assertThat(browser.get("/police-lane").body()).contains("Sudah diserahkan");
    assertThat(browser.postForBytes(entry + "/form", "to", "Polda", "why", "diminta lagi").status())
        .as("the police may ask again")
        .isEqualTo(200);
  }

  @Test
  void without_a_reason_or_a_recipient_nothing_is_opened() {
    String entry = reported();
    Browser browser = signedIn(custodian);
    browser.post(entry + "/form", "to", "Polres");
    browser.post(entry + "/form", "why", "laporan", "to", "  ");
    assertThat(browser.get(entry).body()).contains("Belum ada.");
    assertThat(acts()).extracting(Link::act).doesNotContain("lane-address-opened");
  }

  @Test
  void who_may_not_open_evidence_hands_over_but_does_not_open() {
    String entry = reported();
    Browser keeper = signedIn(DESK.person(office, "Kirana Contoh", Role.CASE_OFFICER));
    assertThat(keeper.get(entry).body())
        .contains("dibuka oleh penjaga barang bukti")
        .doesNotContain("/form\"");
    assertThat(keeper.post(entry + "/form", "to", "a", "why", "b").status()).isEqualTo(403);
    assertThat(keeper.post(entry + "/hand-over", "to", "Polres").status()).isEqualTo(302);
  }

  @Test
  void another_office_finds_nothing_of_it() {
    String entry = reported();
    Officer stranger = DESK.person(DESK.office("Dinas Lain"), "Asing", Role.EVIDENCE_CUSTODIAN);
    Browser browser = signedIn(stranger);
    assertThat(browser.get(entry).status()).isEqualTo(404);
    assertThat(browser.post(entry + "/form", "to", "a", "why", "b").status()).isEqualTo(404);
  }

  private List<Link> acts() {
    return DESK.bean(AuditLog.class).page(office.id(), AuditLog.Filter.ALL, Long.MAX_VALUE, 100);
  }
}

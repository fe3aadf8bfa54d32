package ronda.server.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.authority.Row;
import ronda.casework.authority.RowWords;
import ronda.casework.cases.Step;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Role;
import ronda.identify.post.Category;
import ronda.server.Browser;
import ronda.server.MadeUpCases;
import ronda.server.OpenDesk;
import ronda.server.desk.Desks;
import ronda.store.sql.SqlCases;

class AuthorityPagesTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final Pattern PROPOSAL = Pattern.compile("/authority/proposals/([0-9a-f-]{36})");

  private final Office office = DESK.office("Dinas Kominfo Uji " + UUID.randomUUID());
  private final Officer ani =
      DESK.person(office, "Ani Contoh", Role.ADMINISTRATOR, Role.CASE_OFFICER);
  private final Officer budi = DESK.person(office, "Budi Contoh", Role.ADMINISTRATOR);
  private final Officer siti = DESK.person(office, "Siti Contoh", Role.REVIEWER);
  private final Browser browser = DESK.browserOf(ani);

  @BeforeEach
  void open() {
    browser.open("/");
  }

  @Test
  void the_table_shows_both_rows_where_law_and_practice_disagree_and_says_that_nobody_checked_it() {
    String page = browser.get("/authority?act=block&category=pornography").body();
    assertThat(page)
        .contains("blokir.kominfo-daerah.praktik", "blokir.kominfo-daerah.uu44-2008-19")
        .contains("belum diperiksa ahli hukum", "perlu verifikasi")
        .doesNotContain("blokir.kementerian");
  }

  @Test
  void another_day_shows_another_law() {
    String before = browser.get("/authority?category=gambling&day=2026-01-01").body();
    String after = browser.get("/authority?category=gambling&day=2026-01-02").body();
    assertThat(before).contains("judi.kuhp-lama-303").doesNotContain("judi.kuhp-426");
    assertThat(after).contains("judi.kuhp-426").doesNotContain("judi.kuhp-lama-303");
  }

  @Test
  void a_wish_to_block_is_refused_with_the_row_written_down_and_referral_is_offered() {
    String number = caseOf(Category.GAMBLING);
    Browser.Page refused = browser.post("/cases/" + number + "/acts/block");
    assertThat(refused.header("location")).endsWith("/cases/" + number + "/acts/block");
    assertThat(browser.get("/cases/" + number + "/acts/block").body())
        .contains("tidak berwenang", "tidak bisa memblokir", "blokir.kominfo-daerah.praktik")
        .contains("/cases/" + number + "/refer?to=ministry");
    assertThat(browser.get("/cases/" + number).body())
        .contains("Memblokir: ditolak menurut baris blokir.kominfo-daerah.praktik");
    assertThat(steps(number).getLast())
        .isInstanceOfSatisfying(
            Step.ActRefused.class, step -> assertThat(step.act()).isEqualTo("block"));
    assertThat(DESK.browserOf(budi).open("/audit").body())
        .contains("Meminta tindakan yang ditolak");
  }

  @Test
  void of_a_closed_case_it_still_says_who_may_without_offering_to_refer() {
    String number = caseOf(Category.GAMBLING);
    browser.post("/cases/" + number + "/close", "outcome", "sudah turun");

    assertThat(browser.get("/cases/" + number + "/acts/block").body())
        .contains("Yang berwenang", "Kementerian")
        .doesNotContain("/refer?to=");
  }

  @Test
  void only_wishes_that_the_page_offers_can_be_refused() {
    String number = caseOf(Category.GAMBLING);
    assertThat(browser.post("/cases/" + number + "/acts/observe").status()).isEqualTo(404);
    assertThat(browser.post("/cases/" + number + "/acts/destroy").status()).isEqualTo(404);
    assertThat(browser.post("/cases/2026-999999/acts/block").status()).isEqualTo(404);
  }

  @Test
  void a_change_holds_when_a_second_person_has_approved_it() {
    browser.get("/authority");
    Browser.Page proposed =
        browser.postRaw("/authority/rows/judi.kuhp-426/propose", changed("judi.kuhp-426"));
    assertThat(proposed.status()).as(proposed.body()).isEqualTo(302);
    String proposal = proposal(browser.get("/authority/proposals").body()).orElse("none");
    assertThat(proposal).as("one does not decide one's own proposal").isEqualTo("none");
    assertThat(rows()).noneMatch(row -> row.note().equals("diperiksa ulang"));

    Browser second = DESK.browserOf(budi);
    second.open("/");
    String id = proposal(second.get("/authority/proposals").body()).orElseThrow();
    browser.post("/authority/proposals/" + id, "decision", "approve", "why", "setuju");
    assertThat(rows()).noneMatch(row -> row.note().equals("diperiksa ulang"));
    second.post("/authority/proposals/" + id, "decision", "approve", "why", "naskahnya sama");
    assertThat(rows())
        .filteredOn(row -> row.id().equals("judi.kuhp-426"))
        .singleElement()
        .satisfies(row -> assertThat(row.note()).isEqualTo("diperiksa ulang"));
    assertThat(browser.get("/authority/rows/judi.kuhp-426").body())
        .contains("Versi 2", "Versi 1", "naskahnya sama", "Bawaan Ronda");
  }

  @Test
  void what_is_not_a_row_is_not_proposed_and_comes_back_as_it_was_typed() {
    browser.get("/authority");
    Map<String, String> odd = changed("judi.kuhp-426");
    odd.put("category", "kritik");
    Browser.Page refused = browser.postRaw("/authority/rows/judi.kuhp-426/propose", odd);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body())
        .contains("kodenya tidak dikenal", "value=\"kritik\"", "value=\"naskah dicocokkan\"")
        .contains(">diperiksa ulang</textarea>");
    assertThat(browser.get("/authority/rows/tidak-ada").status()).isEqualTo(404);
  }

  @Test
  void a_new_row_counts_as_unread_until_somebody_says_otherwise() {
    assertThat(browser.open("/authority/new?kind=law").body())
        .contains("<option value=\"unread\" selected=\"selected\">")
        .contains("<option value=\"jurist\">");
  }

  @Test
  void a_new_row_that_is_refused_comes_back_as_it_was_typed() {
    browser.get("/authority");
    Map<String, String> odd = changed("judi.kuhp-426");
    Browser.Page taken = browser.postRaw("/authority/new", odd);
    odd.put("id", "judi.uji");
    odd.put("category", "kritik");
    Browser.Page refused = browser.postRaw("/authority/new", odd);

    assertThat(List.of(taken.status(), refused.status())).containsOnly(400);
    assertThat(taken.body()).contains("value=\"judi.kuhp-426\"", ">diperiksa ulang</textarea>");
    assertThat(refused.body()).contains("value=\"judi.uji\"", "value=\"kritik\"");
    assertThat(browser.get("/authority/proposals").body()).doesNotContain("judi.uji");
  }

  @Test
  void a_case_that_was_closed_without_referral_is_listed_with_its_reason() {
    String number = caseOf(Category.SCAM);
    browser.post("/cases/" + number + "/close", "outcome", "edukasi saja, tanpa rujukan");
    assertThat(browser.get("/authority/not-referred").body())
        .contains(number, "edukasi saja, tanpa rujukan", "Ani Contoh");
  }

  private Map<String, String> changed(String id) {
    Row row = rows().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    Map<String, String> words = new TreeMap<>(RowWords.of(row));
    words.put("note", "diperiksa ulang");
    words.put("why", "naskah dicocokkan");
    words.put("_csrf", csrf());
    return words;
  }

  private String csrf() {
    return Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
        .matcher(browser.get("/me").body())
        .results()
        .findFirst()
        .orElseThrow()
        .group(1);
  }

  private static Optional<String> proposal(String page) {
    return PROPOSAL.matcher(page).results().map(found -> found.group(1)).findFirst();
  }

  private List<? extends Row> rows() {
    return DESK.bean(Authorities.class).of(office.id()).bases();
  }

  private String caseOf(Category category) {
    String text = "Tawaran rekaan nomor " + UUID.randomUUID();
    return new MadeUpCases(DESK).confirmed(text, category, ani, siti).number();
  }

  private List<Step> steps(String number) {
    return DESK
        .bean(Desks.class)
        .look(office.id(), jdbc -> new SqlCases(jdbc).find(number))
        .orElseThrow()
        .history()
        .stream()
        .map(Step.Taken::step)
        .toList();
  }
}

package ronda.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Offices;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlJobs;

/** What a job's page says of its account and of jobs in nearly the same words. */
class KnownAroundJobTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final String HEADING = "Tugas yang kata-katanya hampir sama";

  /** These two have most of their words in common, and are no copies of each other. */
  private static final String TEXT =
      "Main di CONTOH88 slot gacor maxwin deposit pulsa tanpa potongan daftar sekarang juga kakak";

  private static final String REWORDED =
      "Main di CONTOH88 slot gacor maxwin deposit pulsa tanpa potongan, ratusan pemenang tiap malam";

  private static final String OTHER =
      "CONTOH77 situs slot paling gacor seantero negeri, bonus anggota baru dan link alternatif";

  private final Office office = DESK.office("Dinas yang mengingat");
  private final Browser reviewer = DESK.browserOf(DESK.person(office, "Ani", Role.CASE_OFFICER));

  private static UUID job(Office office, String account, String text) {
    return Arriving.job(DESK, office, account, text);
  }

  private static String page(Browser browser, UUID job) {
    Browser.Page page = browser.open("/jobs/" + job);
    assertThat(page.status()).isEqualTo(200);
    return page.body();
  }

  private static String link(UUID job) {
    return "href=\"/jobs/" + job + "\"";
  }

  private static void suspect(Office office, UUID job, String category) {
    DESK.bean(InOffice.class)
        .run(
            office.id(),
            jdbc ->
                jdbc.sql("UPDATE jobs SET suspected = array_append(suspected, ?) WHERE id = ?")
                    .params(category, job)
                    .update());
  }

  @Test
  void a_reworded_post_of_another_account_is_named_and_one_in_other_words_is_not() {
    UUID first = job(office, "akun_satu", TEXT);
    UUID other = job(office, "akun_lain", OTHER);
    UUID second = job(office, "akun_dua", REWORDED);
    assertThat(second).as("no copy: a job of its own").isNotEqualTo(first);

    assertThat(page(reviewer, second))
        .contains(HEADING, link(first))
        .containsPattern("[5-7][0-9] % sama")
        .doesNotContain(link(other));
    assertThat(page(reviewer, first)).contains(link(second));
    assertThat(page(reviewer, other)).doesNotContain(HEADING);
  }

  @Test
  void what_is_alike_at_another_office_is_not_named() {
    Office elsewhere = DESK.office("Dinas seberang");
    UUID theirs = job(elsewhere, "akun_satu", TEXT);
    UUID ours = job(office, "akun_dua", REWORDED);

    assertThat(page(reviewer, ours)).doesNotContain(HEADING, theirs.toString());
  }

  @Test
  void what_is_alike_and_may_hold_the_worst_is_named_to_whoever_agreed_to_it() {
    UUID worst = job(office, "akun_satu", TEXT);
    suspect(office, worst, "SEXTORTION");
    UUID plain = job(office, "akun_dua", REWORDED);
    Officer agreed = DESK.person(office, "Dengan persetujuan", Role.REVIEWER).seeingWorst(true);
    DESK.bean(Offices.class).agree(agreed.id(), true);

    assertThat(page(reviewer, plain)).doesNotContain(HEADING, worst.toString());
    assertThat(page(DESK.browserOf(agreed), plain)).contains(HEADING, link(worst));
  }

  @Test
  void what_was_forgotten_is_not_compared() {
    UUID gone = job(office, "akun_satu", TEXT);
    DESK.bean(Desks.class)
        .change(
            office.id(),
            (desk, jdbc) -> {
              new SqlJobs(jdbc).forget(List.of(gone), DESK.now());
              return true;
            });
    UUID kept = job(office, "akun_dua", REWORDED);

    assertThat(page(reviewer, kept)).doesNotContain(HEADING);
  }

  private String watched(Browser keeper, String handle, String region) {
    return watched(keeper, "Instagram", handle, region);
  }

  private String watched(Browser keeper, String platform, String handle, String region) {
    Browser.Page entered =
        keeper.post(
            "/watchlist/new",
            "platform",
            platform,
            "handle",
            handle,
            "region",
            region,
            "category",
            "gambling",
            "way",
            "patrol");
    assertThat(entered.status()).isEqualTo(302);
    return URI.create(entered.header("location")).getPath();
  }

  @Test
  void an_account_under_watch_says_how_it_stands_and_leads_to_its_page() {
    UUID job = job(office, "@Akun_Diawasi", TEXT);
    assertThat(page(reviewer, job)).contains("Awasi akun ini").doesNotContain("daftar pengawasan:");
    String account = watched(reviewer, "akun_diawasi", "32.71");

    assertThat(page(reviewer, job))
        .contains("href=\"" + account + "\"", "Dalam daftar pengawasan: diamati sejak")
        .doesNotContain("Awasi akun ini");
    reviewer.post(account + "/move", "to", "gone", "reason", "tidak ada lagi");
    assertThat(page(reviewer, job)).contains("Dalam daftar pengawasan: hilang sejak");
    DESK.pass(Duration.ofHours(1));
    job(office, "akun_diawasi", OTHER);
    Browser later = DESK.browserOf(DESK.person(office, "Budi", Role.CASE_OFFICER));
    assertThat(page(later, job)).contains("hilang sejak", "Tampaknya muncul lagi");
  }

  @Test
  void an_account_from_a_citizens_report_is_recognised_where_an_advert_names_it() {
    String account = watched(reviewer, "MiChat", "contoh_ayu", "");
    String number = watched(reviewer, "WhatsApp", "0812-0000-0000", "");
    reviewer.post(account + "/move", "to", "gone", "reason", "tidak ada lagi");
    DESK.pass(Duration.ofHours(1));
    Browser later = DESK.browserOf(DESK.person(office, "Dewi", Role.CASE_OFFICER));
    UUID advert =
        job(
            office,
            "akun_lain",
            "Open BO ready kost, DP dulu bisyar, langsung chat michat contoh_ayu WA 081200000000");

    assertThat(page(later, advert))
        .contains("href=\"" + account + "\"", "href=\"" + number + "\"", "MiChat · contoh_ayu")
        .contains("hilang sejak", "Tampaknya muncul lagi", "Awasi akun ini");
    for (String watched : List.of(account, number)) {
      assertThat(later.open(watched).body()).as(watched).contains("/jobs/" + advert);
    }
    assertThat(later.open("/jobs/" + advert + "/posts").body()).contains(account);
  }

  @Test
  void another_offices_watchlist_is_not_told_nor_ones_own_to_who_may_not_read_it() {
    Office elsewhere = DESK.office("Dinas seberang");
    Browser theirs = DESK.browserOf(DESK.person(elsewhere, "Citra", Role.CASE_OFFICER));
    theirs.open("/");
    watched(theirs, "akun_satu", "");
    UUID job = job(office, "akun_satu", TEXT);
    assertThat(page(reviewer, job)).doesNotContain("daftar pengawasan:");

    watched(reviewer, "akun_satu", "");
    assertThat(page(reviewer, job)).contains("daftar pengawasan:");
    Browser speaker = DESK.browserOf(DESK.person(office, "Juwita", Role.SPOKESPERSON));
    assertThat(page(speaker, job)).doesNotContain("daftar pengawasan:");
  }
}

package ronda.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.store.sql.InOffice;

/** What the page of a job says, and what it keeps to itself, while people judge. */
class JudgingPagesTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final String ADVERT = "Main di CONTOH88 slot gacor maxwin, daftar sekarang juga";
  private static final String TWO = "dua orang";

  private final Office office = DESK.office("Dinas yang menilai");
  private final Officer ani = DESK.person(office, "Ani Contoh", Role.REVIEWER, Role.CASE_OFFICER);
  private final Officer budi = DESK.person(office, "Budi Contoh", Role.REVIEWER);
  private final Browser first = DESK.browserOf(ani);
  private final Browser second = DESK.browserOf(budi);
  private final UUID job = Arriving.job(DESK, office, "akun", ADVERT);
  private final String page = "/jobs/" + job;

  @Test
  void what_was_typed_stays_when_something_is_missing() {
    first.post(page + "/take");
    for (String original : List.of("abc", "", page)) {
      Browser.Page again = judge(first, "duplicate", "sama seperti yang tadi", original);
      assertThat(again.status()).as(original).isEqualTo(400);
      assertThat(again.body())
          .contains("sama seperti yang tadi</textarea>", "value=\"" + original + "\"")
          .containsPattern("value=\"duplicate\"[^>]*checked");
    }
    assertThat(judge(first, "duplicate", "sama", "abc").body())
        .contains("Isi tugas mana yang sama");
    assertThat(judge(first, "duplicate", "sama", page).body()).contains("adalah tugas ini sendiri");
    Browser.Page unsaid = judge(first, "confirmed", " ", "");
    assertThat(unsaid.status()).isEqualTo(400);
    assertThat(unsaid.body())
        .contains("Pilih putusan dan tulis alasannya")
        .containsPattern("value=\"confirmed\"[^>]*checked")
        .containsPattern("value=\"LOW\"[^>]*selected");
  }

  @Test
  void who_asks_for_a_second_person_lets_another_go_first_and_may_then_say_it_too() {
    judge(first, "needs-second", "tidak yakin", "");
    assertThat(first.open(page).body())
        .contains("Anda meminta orang kedua")
        .doesNotContain("value=\"needs-second\"");
    assertThat(first.open("/queue").body()).doesNotContain(page);
    assertThat(second.open("/queue").body()).contains(page);
    judge(second, "not-harmful", "bukan ajakan", "");
    assertThat(standing()).as("one word is not enough").isEqualTo("AWAITS_SECOND");
    assertThat(first.open("/queue").body()).contains(page);
    judge(first, "not-harmful", "setuju", "");
    assertThat(standing()).isEqualTo("DISMISSED");
  }

  @Test
  void who_has_seen_the_first_word_gives_no_second_one() {
    forTwo();
    Browser third = DESK.browserOf(DESK.person(office, "Cici Contoh", Role.REVIEWER));
    Browser fourth = DESK.browserOf(DESK.person(office, "Dedi Contoh", Role.REVIEWER));
    judge(first, "confirmed", "promosi situs judi", "");
    judge(second, "not-harmful", "bukan ajakan", "");
    assertThat(third.open(page).body()).as("a third sees both").contains("promosi situs judi");
    assertThat(second.open(page).body()).contains("menunggu orang ketiga");
    assertThat(second.open("/queue").body()).contains("menunggu orang ketiga");
    second.post(page + "/undo");

    for (Browser told : List.of(second, third)) {
      assertThat(told.open(page).body())
          .contains("Anda sudah melihat putusan pertama")
          .doesNotContain("promosi situs judi", page + "/take", page + "/judge");
      assertThat(told.open("/queue").body()).doesNotContain(page);
      judge(told, "confirmed", "ikut yang pertama", "");
      assertThat(standing()).isEqualTo("AWAITS_SECOND");
    }
    assertThat(fourth.open(page).body()).doesNotContain("promosi situs judi");
    assertThat(fourth.open("/queue").body()).contains(page);
    judge(fourth, "confirmed", "ajakan bermain", "");
    assertThat(standing()).isEqualTo("CONFIRMED");
  }

  @Test
  void whoever_takes_the_next_job_is_told_that_it_is_theirs_and_until_when() {
    first.open("/queue");
    assertThat(first.post("/queue/next").status()).isEqualTo(302);
    assertThat(first.open(page).body())
        .contains("Tugas ini di tangan Anda selama 15 menit")
        .containsPattern("di tangan Anda sampai [0-9]+ [A-Z][a-z]+ [0-9]{4} [0-9.]{5} WIB");
    assertThat(first.open(page).body()).contains("di tangan Anda sampai");
    assertThat(second.open(page).body()).doesNotContain("di tangan Anda sampai");
  }

  @Test
  void a_filter_without_hits_does_not_say_that_nothing_is_there() {
    assertThat(first.open("/queue?q=CONTOH88").body()).contains(page).doesNotContain("saringan.");
    assertThat(first.open("/queue?q=layangan").body())
        .contains("Tidak ada yang cocok dengan saringan", "href=\"/queue?show=open\"")
        .doesNotContain("Tidak ada yang menunggu", "tugas cocok");
    judge(first, "not-harmful", "bukan ajakan", "");
    assertThat(first.open("/queue?q=CONTOH88").body())
        .contains("Di “Sudah diputuskan”: 1 tugas cocok", "show=decided");
    assertThat(first.open("/queue").body()).contains("Tidak ada yang menunggu.");
    assertThat(first.open("/cases").body()).doesNotContain("Kategori");
  }

  @Test
  void a_jobs_page_says_in_words_which_policy_raised_it_by_which_law() {
    assertThat(first.open(page).body())
        .contains("Promosi judi online, yaitu nama situs", "Kebijakan gambling-promotion, versi ")
        .contains("Dasar: aturan tentang perjudian.", "perlu verifikasi")
        .doesNotContain("gambling-promotion@", "(perlu-verifikasi)")
        .containsPattern("(sisa|terlambat) [0-9]+ (jam|menit)");
    assertThat(first.open(page + "/posts").body()).contains("Promosi judi online, yaitu nama");
  }

  @Test
  void the_next_job_is_taken_from_the_page_of_the_one_that_was_decided() {
    UUID other =
        Arriving.job(DESK, office, "lain", "Situs RAJA77 gampang jackpot, slot bonus 100%");
    judge(first, "confirmed", "promosi situs judi", "");
    assertThat(first.open(page).body()).contains("action=\"/queue/next\"", "data-key=\"n\"");
    first.post("/queue/next");
    assertThat(first.open("/jobs/" + other).body())
        .contains("di tangan Anda sampai")
        .doesNotContain("action=\"/queue/next\"");
  }

  @Test
  void a_case_is_found_by_its_number_or_by_a_word_of_its_posts() {
    judge(first, "confirmed", "promosi situs judi", "");
    Matcher number = Pattern.compile("/cases/([0-9-]+)").matcher(first.open(page).body());
    assertThat(number.find()).isTrue();
    for (String found : List.of("", number.group(1), number.group(1).substring(5), "contoh88")) {
      assertThat(first.open("/cases?q=" + found).body()).as(found).contains(number.group());
    }
    assertThat(first.open("/cases?q=layangan").body())
        .contains("Tidak ada yang cocok dengan saringan")
        .doesNotContain(number.group(), "Kasus dibuka ketika");
  }

  @Test
  void a_link_that_was_cut_off_leads_nowhere() {
    assertThat(first.open(page.substring(0, 20)).status()).isEqualTo(404);
    assertThat(first.open("/cases?page=x").status()).isEqualTo(400);
  }

  @Test
  void an_empty_page_tells_its_reader_what_the_reader_can_do() {
    Office empty = DESK.office("Dinas kosong");
    Browser adi = DESK.browserOf(DESK.person(empty, "Adi Contoh", Role.ADMINISTRATOR, Role.HEAD));
    assertThat(adi.open("/batches").body())
        .contains("Yang dapat mengirim unggahan")
        .doesNotContain("di atas");
    assertThat(adi.open("/modus").body())
        .contains("Petugas kasus dapat memuat")
        .doesNotContain("/modus/start");
    assertThat(adi.open("/bring").body()).contains("Anda sendiri administrator");
    Browser hana = DESK.browserOf(DESK.person(empty, "Hana Contoh", Role.HEAD));
    assertThat(hana.open("/bring").body()).contains("Minta administrator kantor Anda");
  }

  private void forTwo() {
    DESK.bean(InOffice.class)
        .run(office.id(), jdbc -> jdbc.sql("UPDATE jobs SET needs_two = true").update());
  }

  @Test
  void a_case_of_which_a_second_word_is_awaited_is_not_shown_to_who_may_give_it() {
    judge(first, "confirmed", "promosi situs judi", "");
    assertThat(second.open(page).body()).contains("/cases/");
    DESK.bean(InOffice.class)
        .run(
            office.id(),
            jdbc ->
                jdbc.sql("UPDATE jobs SET needs_two = true, standing = 'AWAITS_SECOND'").update());
    assertThat(second.open(page).body()).doesNotContainPattern("/cases/[0-9]");
    Browser head = DESK.browserOf(DESK.person(office, "Hana Contoh", Role.HEAD));
    assertThat(head.open(page).body()).containsPattern("/cases/[0-9]");
  }

  @Test
  void that_a_job_was_drawn_for_two_is_not_told_to_the_first() {
    DESK.bean(InOffice.class)
        .run(office.id(), jdbc -> jdbc.sql("UPDATE jobs SET needs_two = true").update());
    assertThat(first.open(page).body()).doesNotContain(TWO);
    judge(first, "confirmed", "promosi situs judi", "");
    assertThat(second.open(page).body()).contains(TWO);

    UUID mayor = Arriving.job(DESK, office, "lain", ADVERT + " kata bupati");
    DESK.bean(InOffice.class)
        .run(office.id(), jdbc -> jdbc.sql("UPDATE jobs SET needs_two = true").update());
    assertThat(first.open("/jobs/" + mayor).body()).as("always for two").contains(TWO);
  }

  @Test
  void a_post_without_a_day_is_not_said_to_be_of_today() {
    assertThat(first.open(page).body()).contains("tidak diketahui; diterima ");
  }

  private static Browser.Page judge(
      Browser browser, String page, String verdict, String reason, String original) {
    return browser.post(
        page + "/judge",
        "verdict",
        verdict,
        "category",
        "gambling",
        "stance",
        "promotes",
        "severity",
        "LOW",
        "original",
        original,
        "reason",
        reason);
  }

  private Browser.Page judge(Browser browser, String verdict, String reason, String original) {
    return judge(browser, page, verdict, reason, original);
  }

  private String standing() {
    return DESK.bean(InOffice.class)
        .read(
            office.id(),
            jdbc ->
                jdbc.sql("SELECT standing FROM jobs WHERE id = ?")
                    .param(job)
                    .query(String.class)
                    .single());
  }
}

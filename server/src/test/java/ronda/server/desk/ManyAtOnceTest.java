package ronda.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.office.Office;
import ronda.casework.office.Role;
import ronda.casework.review.Reviewing;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.store.sql.InOffice;

/** Several jobs are judged with one click, each on its own, and taken back within ten minutes. */
class ManyAtOnceTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private final Office office = DESK.office("Dinas yang banyak");
  private final Browser ani = DESK.browserOf(DESK.person(office, "Ani", Role.CASE_OFFICER));
  private final Browser budi = DESK.browserOf(DESK.person(office, "Budi", Role.CASE_OFFICER));

  private final UUID one =
      Arriving.job(DESK, office, "satu", "Main di CONTOH88 slot gacor maxwin deposit pulsa");
  private final UUID two =
      Arriving.job(DESK, office, "dua", "Bonus anggota baru situs gacor CONTOH77, daftar sekarang");
  private final UUID three =
      Arriving.job(
          DESK, office, "tiga", "Bandar togel terpercaya CONTOH66, hadiah 4D sampai 10 juta");

  private static Browser.Page send(Browser browser, String path, List<UUID> jobs, String... more) {
    browser.open("/queue");
    // A form with several boxes of one name: the browser of these tests has one field a name.
    StringBuilder address = new StringBuilder(path).append("?");
    jobs.forEach(job -> address.append("job=").append(job).append("&"));
    Browser.Page sent = browser.post(address.toString(), more);
    if (sent.status() == 400) {
      return sent;
    }
    assertThat(sent.status()).isEqualTo(302);
    URI next = URI.create(sent.header("location"));
    return browser.get(next.getRawPath() + "?" + next.getRawQuery());
  }

  private String standing(UUID job) {
    return DESK.bean(InOffice.class)
        .read(
            office.id(),
            jdbc ->
                jdbc.sql("SELECT standing FROM jobs WHERE id = ?")
                    .param(job)
                    .query(String.class)
                    .single());
  }

  private long openCases() {
    return DESK.bean(InOffice.class)
        .read(
            office.id(),
            jdbc ->
                jdbc.sql("SELECT count(*) FROM cases WHERE status = 'OPEN'")
                    .query(Long.class)
                    .single());
  }

  @Test
  void those_selected_are_judged_and_no_other() {
    Browser.Page page =
        send(ani, "/queue/judge", List.of(one, two), "verdict", "not-harmful", "reason", "kabar");

    assertThat(page.body()).contains("2 diputuskan, 0 dilewati", "sepuluh menit terakhir");
    assertThat(List.of(standing(one), standing(two), standing(three)))
        .containsExactly("DISMISSED", "DISMISSED", "WAITING");
    assertThat(ani.get("/jobs/" + one).body()).contains("kabar");
  }

  @Test
  void what_was_confirmed_has_a_case_each_and_taking_back_withdraws_them() {
    send(ani, "/queue/judge", List.of(one, two), "verdict", "as-suspected", "reason", "jelas");
    assertThat(List.of(standing(one), standing(two))).containsOnly("CONFIRMED");
    assertThat(openCases()).isEqualTo(2);

    Browser.Page back = send(ani, "/queue/undo", List.of(one, two));

    assertThat(back.body()).contains("2 ditarik kembali, 0 tidak dapat lagi");
    assertThat(List.of(standing(one), standing(two))).containsOnly("WAITING");
    assertThat(openCases()).isZero();
  }

  @Test
  void what_was_taken_back_is_in_nobodys_hands_and_waits_for_anybody() {
    send(ani, "/queue/judge", List.of(one, two), "verdict", "not-harmful", "reason", "kabar");

    send(ani, "/queue/undo", List.of(one, two));

    assertThat(ani.get("/queue?show=mine").body()).doesNotContain("/jobs/");
    budi.open("/queue");
    budi.post("/jobs/" + one + "/take");
    assertThat(budi.get("/jobs/" + one).body()).contains("/jobs/" + one + "/judge");
  }

  @Test
  void a_single_one_that_is_taken_back_on_its_own_page_stays_in_hand() {
    send(ani, "/queue/judge", List.of(one), "verdict", "not-harmful", "reason", "kabar");

    ani.post("/jobs/" + one + "/undo");

    assertThat(ani.get("/jobs/" + one).body()).contains("/jobs/" + one + "/judge");
  }

  @Test
  void the_filter_is_kept_when_many_are_taken_back() {
    send(ani, "/queue/judge", List.of(one), "verdict", "not-harmful", "reason", "kabar");
    String filtered = "category=gambling&q=contoh88&show=decided";
    String form =
        Browser.first("action=\"(/queue/undo[^\"]*)\"", ani.get("/queue?" + filtered).body())
            .replace("&amp;", "&");

    Browser.Page sent = ani.post(form + "&job=" + one);

    assertThat(sent.header("location")).endsWith("/queue?" + filtered + "&undone=1&passed=0");
  }

  @Test
  void after_ten_minutes_it_stays_and_the_page_no_longer_offers_to_take_it_back() {
    send(ani, "/queue/judge", List.of(one), "verdict", "not-harmful", "reason", "kabar");
    DESK.pass(Reviewing.UNDO.plus(Duration.ofSeconds(1)));

    assertThat(ani.open("/queue").body()).doesNotContain("sepuluh menit terakhir");
    assertThat(send(ani, "/queue/undo", List.of(one)).body())
        .contains("0 ditarik kembali, 1 tidak dapat lagi");
    assertThat(standing(one)).isEqualTo("DISMISSED");
  }

  @Test
  void what_another_works_on_is_passed_over_and_another_takes_nothing_back() {
    budi.open("/queue");
    budi.post("/jobs/" + two + "/take");

    assertThat(
            send(ani, "/queue/judge", List.of(one, two), "verdict", "not-harmful", "reason", "x")
                .body())
        .contains("1 diputuskan, 1 dilewati");
    assertThat(standing(two)).isEqualTo("WAITING");
    assertThat(send(budi, "/queue/undo", List.of(one)).body())
        .contains("0 ditarik kembali, 1 tidak dapat lagi");
    assertThat(standing(one)).isEqualTo("DISMISSED");
  }

  @Test
  void without_a_reason_or_a_job_nothing_is_judged_and_it_is_said_what_lacks() {
    assertThat(send(ani, "/queue/judge", List.of(one), "verdict", "not-harmful").body())
        .contains("Pilih tugas dan putusannya, lalu tulis alasannya");
    assertThat(send(ani, "/queue/judge", List.of(), "verdict", "not-harmful", "reason", "x").body())
        .contains("Pilih tugas dan putusannya, lalu tulis alasannya");
    assertThat(standing(one)).isEqualTo("WAITING");
  }

  @Test
  void what_was_chosen_and_typed_is_still_there_when_something_lacks() {
    Browser.Page page = send(ani, "/queue/judge", List.of(one, three), "reason", "alasan panjang");

    assertThat(page.status()).isEqualTo(400);
    assertThat(page.body())
        .contains("value=\"alasan panjang\"")
        .containsPattern("value=\"" + one + "\"[^>]* checked")
        .containsPattern("value=\"" + three + "\"[^>]* checked")
        .doesNotContainPattern("value=\"" + two + "\"[^>]* checked");
    assertThat(send(ani, "/queue/judge", List.of(), "verdict", "as-suspected").body())
        .containsPattern("value=\"as-suspected\" checked");
  }

  @Test
  void enter_in_the_reason_decides_nothing_that_was_not_chosen() {
    String page = ani.open("/queue").body();
    String form = page.substring(page.indexOf("action=\"/queue/judge"));
    form = form.substring(0, form.indexOf("</form>"));

    assertThat(form).containsPattern("type=\"radio\" name=\"verdict\"[^>]* required");
    assertThat(form).doesNotContain("checked").doesNotContainPattern("<button[^>]* name=");
    assertThat(form.split("<button", -1)).as("one button sends it").hasSize(2);
    assertThat(send(ani, "/queue/judge", List.of(one), "reason", "jelas").body())
        .contains("Pilih tugas dan putusannya, lalu tulis alasannya");
    assertThat(standing(one)).isEqualTo("WAITING");
  }

  @Test
  void a_stranger_judges_none_of_them() {
    Browser stranger =
        DESK.browserOf(DESK.person(DESK.office("Dinas lain"), "Asing", Role.CASE_OFFICER));

    assertThat(
            send(stranger, "/queue/judge", List.of(one), "verdict", "not-harmful", "reason", "x")
                .body())
        .contains("0 diputuskan, 1 dilewati");
    assertThat(standing(one)).isEqualTo("WAITING");
  }
}

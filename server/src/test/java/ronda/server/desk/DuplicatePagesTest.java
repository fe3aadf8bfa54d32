package ronda.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.office.Office;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.store.sql.InOffice;

/** Who says that a job is the same as another finds its post in that one's case. */
class DuplicatePagesTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final String FIRST = "Main di CONTOH88 slot gacor maxwin, daftar sekarang juga";
  private static final String SECOND =
      "Situs RAJA77 gampang jackpot, slot gacor bonus new member 100%";

  private final Office office = DESK.office("Dinas yang melihat kembaran");
  private final Browser ani = DESK.browserOf(DESK.person(office, "Ani Contoh", Role.REVIEWER));

  @Test
  void the_case_holds_both_and_lets_go_of_what_was_taken_back() {
    UUID first = bring(FIRST);
    UUID second = bring(SECOND);
    judge(first, "verdict", "confirmed", "category", "gambling", "severity", "high");
    judge(second, "verdict", "duplicate", "original", "/jobs/" + first);

    String job = ani.open("/jobs/" + second).body();
    assertThat(job).contains("href=\"/jobs/" + first + "\"").contains("href=\"/cases/");
    String page = ani.open(caseIn(job)).body();
    assertThat(page).contains(FIRST, SECOND, "Tugas digabungkan");

    ani.post("/jobs/" + second + "/undo");
    String after = ani.open(caseIn(job)).body();
    assertThat(after).contains(FIRST, "Tugas keluar dari kasus").doesNotContain(SECOND);
  }

  @Test
  void the_second_of_two_who_disagree_is_told_what_each_one_found() {
    UUID job = bring(FIRST + ", kata Bupati");
    judge(job, "verdict", "confirmed", "category", "gambling", "severity", "high");
    Browser budi = DESK.browserOf(DESK.person(office, "Budi Contoh", Role.REVIEWER));
    judge(budi, job, "verdict", "confirmed", "category", "scam", "severity", "low");

    Browser third = DESK.browserOf(DESK.person(office, "Citra Contoh", Role.REVIEWER));
    assertThat(third.open("/jobs/" + job).body())
        .contains("(Judi online · mempromosikan · ", "(Penipuan · mempromosikan · ");
  }

  @Test
  void who_judged_a_disputed_job_is_told_that_a_third_person_sees_both_and_whether_there_is_one() {
    UUID job = bring(FIRST + ", kata Bupati");
    String path = "/jobs/" + job;
    judge(job, "verdict", "confirmed", "category", "gambling", "severity", "high");
    assertThat(ani.open(path).body())
        .contains("tanpa melihat penilaian Anda", "tidak ada orang lain di kantor ini");
    Browser budi = DESK.browserOf(DESK.person(office, "Budi Contoh", Role.REVIEWER));
    assertThat(ani.open(path).body()).doesNotContain("tidak ada orang lain di kantor ini");
    judge(budi, job, "verdict", "not-harmful");

    DESK.person(office, "Kepala Contoh", Role.HEAD);
    for (Browser judge : List.of(ani, budi)) {
      assertThat(judge.open(path).body())
          .contains("ia melihat kedua penilaian itu", "tidak ada orang lain di kantor ini")
          .doesNotContain("tanpa melihat penilaian Anda");
    }
    DESK.person(office, "Citra Contoh", Role.REVIEWER);
    assertThat(ani.open(path).body())
        .contains("ia melihat kedua penilaian itu")
        .doesNotContain("tidak ada orang lain di kantor ini");
  }

  private static String caseIn(String page) {
    int at = page.indexOf("/cases/2");
    return page.substring(at, page.indexOf('"', at));
  }

  private UUID bring(String text) {
    List<UUID> before = jobs();
    ani.post("/bring/text", "text", text);
    return jobs().stream().filter(job -> !before.contains(job)).findFirst().orElseThrow();
  }

  private List<UUID> jobs() {
    return DESK.bean(InOffice.class)
        .read(office.id(), jdbc -> jdbc.sql("SELECT id FROM jobs").query(UUID.class).list());
  }

  private void judge(UUID job, String... fields) {
    judge(ani, job, fields);
  }

  private static void judge(Browser by, UUID job, String... fields) {
    by.post("/jobs/" + job + "/take");
    String[] all = Arrays.copyOf(fields, fields.length + 2);
    all[fields.length] = "reason";
    all[fields.length + 1] = "sudah dibaca";
    by.post("/jobs/" + job + "/judge", all);
  }
}

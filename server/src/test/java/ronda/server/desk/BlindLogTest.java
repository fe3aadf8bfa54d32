package ronda.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;

/** In a small office the same people review and read the log: it does not tell them too early. */
class BlindLogTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final String SAID = "rahasia tinjauan pertama";

  private final Office office = DESK.office("Dinas kecil");
  private final Officer first = DESK.person(office, "Ani Contoh", Role.REVIEWER, Role.AUDITOR);
  private final Officer second = DESK.person(office, "Budi Contoh", Role.REVIEWER, Role.AUDITOR);
  private final Officer auditor = DESK.person(office, "Dina Contoh", Role.AUDITOR);

  @Test
  void what_the_first_said_is_shown_to_the_second_once_the_job_is_decided() {
    UUID job = Arriving.job(DESK, office, "akun", "Main di CONTOH88 slot gacor maxwin, daftar");
    judge(first, job, "needs-second", "tidak yakin");
    judge(first, job, "not-harmful", SAID);

    assertThat(log(second)).contains("Tampil setelah tugas ini diputus").doesNotContain(SAID);
    assertThat(log(first)).as("one's own words").contains(SAID);
    assertThat(log(auditor)).as("who never reviews").contains(SAID, "Ani Contoh &lt;");

    judge(second, job, "not-harmful", "setuju");
    assertThat(log(second)).contains(SAID).doesNotContain("Tampil setelah tugas ini diputus");
  }

  @Test
  void a_day_that_is_none_is_not_passed_over_in_silence() {
    Browser browser = DESK.browserOf(auditor);
    assertThat(browser.open("/audit?from=2026-13-45").body()).contains("tidak dimengerti");
    assertThat(browser.open("/audit?from=2026-11-22").body()).doesNotContain("tidak dimengerti");
    assertThat(browser.open("/audit").body()).doesNotContain("tidak dimengerti");
  }

  private static void judge(Officer officer, UUID job, String verdict, String reason) {
    Browser browser = DESK.browserOf(officer);
    browser.post("/jobs/" + job + "/take");
    browser.post("/jobs/" + job + "/judge", "verdict", verdict, "reason", reason);
  }

  private static String log(Officer officer) {
    return DESK.browserOf(officer).open("/audit?act=job-judged").body();
  }
}

package ronda.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.chain.AuditLog;
import ronda.casework.chain.Verifier;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.store.sql.InOffice;

/** The machine's clock is set while people work: nothing is lost, and nobody is locked out. */
class ClockJumpTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final String POST = "Main di CONTOH88 slot gacor maxwin, daftar sekarang juga";

  private final Office office = DESK.office("Dinas yang jamnya salah");
  private final Officer ani = DESK.person(office, "Ani Contoh", Role.CASE_OFFICER);
  private final Officer budi = DESK.person(office, "Budi Contoh", Role.CASE_OFFICER);
  private Duration jumped = Duration.ZERO;

  @AfterEach
  void setTheClockRight() {
    DESK.pass(jumped.negated());
  }

  @Test
  void put_back_by_a_day_it_locks_no_job_and_lets_nobody_take_back_what_is_old() {
    Browser first = DESK.browserOf(ani);
    String job = bring(first);
    first.post(job + "/take");
    jump(Duration.ofDays(-1));

    Browser second = DESK.browserOf(budi);
    second.post(job + "/take");
    judge(second, job);
    assertThat(second.open(job).body()).contains("/cases/");
    assertThat(verified()).isPositive();

    jump(Duration.ofDays(-1));
    Browser again = DESK.browserOf(budi);
    again.post(job + "/undo");
    assertThat(again.open(job).body()).as("still decided").contains("/cases/");
  }

  @Test
  void put_forward_by_a_year_it_leaves_what_was_done_and_what_waits() {
    Browser first = DESK.browserOf(ani);
    String job = bring(first);
    first.post(job + "/take");
    jump(Duration.ofDays(365));

    Browser second = DESK.browserOf(budi);
    assertThat(second.open("/queue").body()).contains(POST);
    second.post(job + "/take");
    judge(second, job);
    assertThat(second.open(job).body()).contains("/cases/");

    jump(Duration.ofDays(-365));
    Browser back = DESK.browserOf(ani);
    String next = bring(back, POST + " wa 0812-0000-5151, khusus warga sini");
    back.post(next + "/take");
    judge(back, next);
    assertThat(back.open("/cases").body()).contains("berjalan");
    assertThat(verified()).isPositive();
  }

  private void jump(Duration by) {
    DESK.pass(by);
    jumped = jumped.plus(by);
  }

  private String bring(Browser browser) {
    return bring(browser, POST);
  }

  private String bring(Browser browser, String text) {
    browser.post("/bring/text", "text", text, "author", "akun" + UUID.randomUUID());
    return "/jobs/"
        + DESK.bean(InOffice.class)
            .read(
                office.id(),
                jdbc ->
                    jdbc.sql("SELECT job_id FROM found_posts WHERE text = :text")
                        .param("text", text)
                        .query(UUID.class)
                        .single());
  }

  private static void judge(Browser browser, String job) {
    browser.post(
        job + "/judge",
        "verdict",
        "confirmed",
        "category",
        "gambling",
        "severity",
        "high",
        "reason",
        "promosi situs judi");
  }

  /** How many entries the office's audit log has, all of them sound. */
  private long verified() {
    Verifier verifier = new Verifier();
    DESK.bean(AuditLog.class).page(office.id(), AuditLog.Filter.ALL, Long.MAX_VALUE, 1_000).stream()
        .sorted((one, other) -> Long.compare(one.number(), other.number()))
        .forEach(verifier::next);
    assertThat(verifier.broken()).isEmpty();
    return verifier.read();
  }
}

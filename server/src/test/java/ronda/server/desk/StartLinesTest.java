package ronda.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.office.Office;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.store.sql.InOffice;

/** The start page tells of a job that waits for a second person only whom it waits for. */
class StartLinesTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final String SECOND = "/queue?show=second";

  private final Office office = DESK.office("Dinas yang menunggu");
  private final Browser first = DESK.browserOf(DESK.person(office, "Ani Contoh", Role.REVIEWER));

  @Test
  void a_job_that_waits_for_a_second_person() {
    first.post(
        "/bring/text", "text", "Main di CONTOH88 slot gacor maxwin, kata Bupati daftar sekarang");
    UUID job =
        DESK.bean(InOffice.class)
            .read(office.id(), jdbc -> jdbc.sql("SELECT id FROM jobs").query(UUID.class).single());
    first.post("/jobs/" + job + "/take");
    first.post("/jobs/" + job + "/judge", "verdict", "not-harmful", "reason", "hanya kabar");

    assertThat(start(Role.REVIEWER)).contains(SECOND);
    assertThat(start(Role.ANALYST)).doesNotContain(SECOND);
    assertThat(start(Role.AUDITOR)).doesNotContain(SECOND);
    assertThat(first.open("/").body()).as("nor who judged it already").doesNotContain(SECOND);
  }

  private String start(Role role) {
    return DESK.browserOf(DESK.person(office, "Orang " + role.code(), role)).open("/").body();
  }
}

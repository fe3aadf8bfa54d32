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

/** A confirmed text that goes on coming, as the page of its case tells it. */
class CopiesOfCaseTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final String POST =
      "Main di SALINREKAAN88 slot gacor maxwin deposit pulsa tanpa potongan daftar sekarang";

  private final Office office = DESK.office("Dinas yang dibanjiri");

  @Test
  void copies_are_said_at_once_and_told_by_the_hour_in_one_step() {
    Browser browser =
        DESK.browserOf(DESK.person(office, "Ani Contoh", Role.REVIEWER, Role.CASE_OFFICER));
    browser.open("/me");
    browser.post("/bring/text", "text", POST, "author", "akun-rekaan-0");
    String job = sql("UPDATE jobs SET needs_two = false RETURNING id", UUID.class).toString();
    browser.post("/jobs/" + job + "/judge", "verdict", "as-suspected", "reason", "iklan judi");
    String path = "/cases/" + sql("SELECT number FROM cases", String.class);
    for (int i = 1; i <= 3; i++) {
      browser.post("/bring/text", "text", POST + " " + i, "author", "akun-rekaan-" + i);
    }

    assertThat(browser.get(path).body())
        .contains("3 salinan lagi")
        .doesNotContain("unggahan serupa");
    DESK.bean(CopiesRound.class).round();
    DESK.bean(CopiesRound.class).round();

    assertThat(browser.get(path).body())
        .containsOnlyOnce("3 unggahan serupa menyusul")
        .contains("2 langkah")
        .doesNotContain("salinan lagi");
  }

  private <T> T sql(String sql, Class<T> type) {
    return DESK.bean(InOffice.class).write(office.id(), jdbc -> jdbc.sql(sql).query(type).single());
  }
}

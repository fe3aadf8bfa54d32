package ronda.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.office.Office;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;

/** An address at which there is nothing, for somebody who has no session and for an officer. */
class LostStrangersTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  @Test
  void a_stranger_is_told_that_there_is_nothing_and_what_is_open_to_anybody() {
    for (String path : List.of("/nowhere", "/transparency/" + UUID.randomUUID())) {
      Browser.Page lost = DESK.browser().get(path);

      assertThat(lost.status()).as(path).isEqualTo(404);
      assertThat(lost.body())
          .contains("Halaman ini tidak ada")
          .contains("\"/transparency\"", "\"/methods\"", "\"/objection\"")
          .doesNotContain("milik kantor Anda", "Ke halaman awal", "??");
    }
  }

  @Test
  void an_officer_is_told_that_it_may_be_another_offices() {
    Office office = DESK.office("Dinas yang mencari");
    Browser browser = DESK.browserOf(DESK.person(office, "Ani Contoh", Role.REVIEWER));

    assertThat(browser.get("/no-such-page").body())
        .contains("bukan milik kantor Anda", "Ke halaman awal");
  }
}

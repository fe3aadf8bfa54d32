package ronda.server.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.server.Browser;
import ronda.server.OpenDesk;

class SampleWatchTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  @Test
  void a_first_look_finds_accounts_ways_of_working_and_a_warning() {
    Browser browser = DESK.browserOf(SamplePeople.FIRST);

    assertThat(browser.get("/watchlist").body())
        .contains("rekaan_bogor_01", "rekaan_bogor_02", "rekaan_slot_03");
    assertThat(browser.get("/modus").body()).contains("/modus/");
    assertThat(browser.get("/notices").body()).contains("Contoh: cara lama dengan kata baru");
  }
}

package ronda.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.office.Officer;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;

/** Whoever dictates, or whose hand shakes, switches off that a single letter acts. */
class LetterKeysTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  @Test
  void letters_act_until_somebody_switches_them_off_and_again_when_switched_on() {
    Officer officer = DESK.person(DESK.office("Diskominfo Contoh"), "Orang Suara", Role.REVIEWER);
    Browser browser = DESK.browserOf(officer);
    assertThat(browser.open("/queue").body()).contains("data-keys=\"on\"");

    browser.post("/preferences", "keys", "off", "next", "/queue");
    assertThat(browser.open("/queue").body()).contains("data-keys=\"off\"");

    browser.post("/preferences", "keys", "anything", "next", "/queue");
    assertThat(browser.open("/queue").body()).contains("data-keys=\"off\"");

    browser.post("/preferences", "keys", "on", "next", "/queue");
    assertThat(browser.open("/queue").body()).contains("data-keys=\"on\"");
  }
}

package ronda.server.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ronda.casework.office.Officer;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.store.login.SignInLinks;

/** A browser is called by a short name, and by no name that it did not say. */
class BrowserNameTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final String PHONE =
      "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0"
          + " Mobile Safari/537.36";

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          Chrome 140, Linux, `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36`
          Chrome 140, Windows, `Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36`
          Edge 140, Windows, `Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`
          Opera 92, Android, `Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Mobile Safari/537.36 OPR/92.0.0.0`
          Samsung Internet 28, Android, `Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`
          Firefox 145, Linux, `Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0`
          Firefox 143, iPhone, `Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) FxiOS/143.0 Mobile/15E148 Safari/605.1.15`
          Chrome 140, iPad, `Mozilla/5.0 (iPad; CPU OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0.7339.39 Mobile/15E148 Safari/604.1`
          Safari 26, macOS, `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15`
          ``, Android, `Mozilla/5.0 (Android 14; Mobile) Peramban/1`
          ``, ``, curl/8.14.1
          ``, ``, ``
          Chrome 9999, ``, `Chrome/99999999999999`
          """)
  void its_line_says_who_it_is(String browser, String system, String agent) {
    assertThat(BrowserName.of(agent)).isEqualTo(new BrowserName(browser, system));
  }

  @Test
  void the_page_says_the_short_name_and_keeps_the_line_for_whoever_opens_it() {
    Officer officer = DESK.person(DESK.office("Dinas untuk peramban"), "Rini", Role.REVIEWER);
    Browser browser = DESK.browser();
    browser.get(
        "/sign-in/link/" + DESK.link(officer, SignInLinks.Purpose.START), "User-Agent", PHONE);

    String page = browser.open("/me").body();

    assertThat(page).contains(">Chrome 140 di Android</summary>", ">" + PHONE + "</small>");
  }
}

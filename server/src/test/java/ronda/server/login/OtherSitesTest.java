package ronda.server.login;

import static org.assertj.core.api.Assertions.assertThat;
import static ronda.server.login.PeopleWithPasswords.PASSWORD;
import static ronda.server.login.PeopleWithPasswords.isIn;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.office.Officer;
import ronda.casework.office.Offices;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.store.login.SignInLinks;

/** What no other site can do through the browser of somebody who is signed in. */
class OtherSitesTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static PeopleWithPasswords people;

  @BeforeAll
  static void an_office() {
    people = new PeopleWithPasswords(DESK);
  }

  @Test
  void a_form_that_came_from_elsewhere_is_refused() {
    Officer officer = DESK.person(people.office(), "Orang Formulir", Role.ADMINISTRATOR);
    Browser browser = DESK.browserOf(officer);
    Map<String, String> fields = Map.of("name", "Dinas Curian", "kind", "ministry", "region", "32");

    assertThat(browser.postRaw("/office", fields).status()).isEqualTo(403);
    assertThat(DESK.bean(Offices.class).byId(people.office().id())).contains(people.office());
  }

  @Test
  void a_form_still_works_after_other_pages_were_opened_in_a_second_tab() {
    Officer officer = DESK.person(people.office(), "Orang Dua Tab", Role.ADMINISTRATOR);
    Browser browser = DESK.browserOf(officer);
    String token = token(browser.get("/me"));
    browser.get("/queue");
    browser.get("/ronda.css");

    Map<String, String> fields = Map.of("_csrf", token, "language", "en", "next", "/");
    assertThat(browser.postRaw("/preferences", fields).status()).isEqualTo(302);
  }

  @Test
  void a_form_that_was_laid_out_before_somebody_signed_in_is_worth_nothing_afterwards() {
    Officer officer = people.withPassword(Role.ADMINISTRATOR);
    Browser browser = DESK.browser();
    String token = token(browser.get("/sign-in"));
    people.signIn(browser, officer.email(), PASSWORD);
    assertThat(isIn(browser)).isTrue();

    Map<String, String> fields = Map.of("_csrf", token, "language", "en", "next", "/");
    assertThat(browser.postRaw("/preferences", fields).status()).isEqualTo(403);
  }

  private static String token(Browser.Page page) {
    Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.body());
    assertThat(token.find()).as("the form has its token").isTrue();
    return token.group(1);
  }

  @Test
  void pages_forbid_frames_foreign_scripts_and_referrers() {
    Browser.Page page = DESK.browser().get("/sign-in");

    assertThat(page.header("content-security-policy"))
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(page.header("x-content-type-options")).isEqualTo("nosniff");
    assertThat(page.header("referrer-policy")).isEqualTo("no-referrer");
    assertThat(page.body()).doesNotContain("<script>").doesNotContain(" style=");
  }

  @Test
  void no_script_and_no_other_site_gets_at_the_cookie() {
    Officer officer = DESK.person(people.office(), "Orang Kue", Role.REVIEWER);
    Browser.Page in =
        DESK.browser().get("/sign-in/link/" + DESK.link(officer, SignInLinks.Purpose.START));

    assertThat(in.header("set-cookie")).contains("HttpOnly", "SameSite=Lax");
  }

  @Test
  void nobody_is_sent_to_another_site_after_signing_in() {
    Officer officer = people.withPassword(Role.REVIEWER);
    Browser browser = DESK.browser();
    browser.open("/sign-in");
    Browser.Page in =
        browser.post(
            "/sign-in",
            "email",
            officer.email(),
            "password",
            PASSWORD,
            "next",
            "//penipu.invalid/");

    assertThat(in.header("location")).isIn("/", DESK.base() + "/");
  }
}

package ronda.server.login;

import static org.assertj.core.api.Assertions.assertThat;
import static ronda.server.login.PeopleWithPasswords.PASSWORD;
import static ronda.server.login.PeopleWithPasswords.isIn;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.office.Officer;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.store.login.Credentials;
import ronda.store.login.Sessions;
import ronda.store.login.SignInLinks;

/** A sign-in, what it uses up and its entry in the audit log are kept together or not at all. */
class WholeSignInsTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static PeopleWithPasswords people;

  @BeforeAll
  static void an_office() {
    people = new PeopleWithPasswords(DESK);
  }

  private static int sessions(Officer officer) {
    return DESK.bean(Sessions.class).ofOfficer(officer.id(), DESK.now()).size();
  }

  private static boolean hasSessionCookie(Browser browser) {
    return browser.cookies().stream().anyMatch(cookie -> cookie.startsWith("ronda="));
  }

  @Test
  void a_link_whose_use_cannot_be_entered_opens_nothing_and_is_not_used_up() {
    Officer officer = people.withPassword(Role.REVIEWER);
    String link = "/sign-in/link/" + DESK.link(officer, SignInLinks.Purpose.INVITATION);
    Browser browser = DESK.browser();
    browser.open("/sign-in");
    people.breakAuditLog();
    try {
      assertThat(browser.post(link).status()).isEqualTo(500);
    } finally {
      people.mendAuditLog();
    }

    assertThat(sessions(officer)).isZero();
    assertThat(hasSessionCookie(browser)).isFalse();
    assertThat(browser.post(link).status()).isEqualTo(302);
    assertThat(isIn(browser)).isTrue();
  }

  @Test
  void a_right_password_whose_use_cannot_be_entered_opens_nothing() {
    Officer officer = people.withPassword(Role.REVIEWER);
    Browser browser = DESK.browser();
    browser.open("/sign-in");
    people.breakAuditLog();
    try {
      assertThat(people.signIn(browser, officer.email(), PASSWORD).status()).isEqualTo(500);
    } finally {
      people.mendAuditLog();
    }

    assertThat(sessions(officer)).isZero();
    assertThat(hasSessionCookie(browser)).isFalse();
  }

  @Test
  void a_recovery_code_whose_use_cannot_be_entered_is_not_used_up() {
    Officer officer = people.withPassword(Role.REVIEWER);
    String code = "AAAA-BBBB-CCCC-DDDD";
    DESK.bean(Credentials.class)
        .setAuthenticator(
            officer.id(), new byte[40], 0, List.of(Codes.recoveryCode(code)), DESK.now());
    Browser browser = DESK.browser();
    people.signIn(browser, officer.email(), PASSWORD);
    people.breakAuditLog();
    try {
      assertThat(browser.post("/sign-in/code", "code", code).status()).isEqualTo(500);
    } finally {
      people.mendAuditLog();
    }

    assertThat(sessions(officer)).isZero();
    assertThat(browser.post("/sign-in/code", "code", code).status()).isEqualTo(302);
    assertThat(isIn(browser)).isTrue();
    assertThat(people.acts(officer)).containsExactly("signed-in", "recovery-code-used");
  }

  @Test
  void who_cannot_be_entered_as_gone_is_still_in() {
    Officer officer = people.withPassword(Role.REVIEWER);
    Browser browser = DESK.browser();
    people.signIn(browser, officer.email(), PASSWORD);
    DESK.pass(Duration.ofMinutes(1));
    browser.open("/me");
    people.breakAuditLog();
    try {
      assertThat(browser.post("/sign-out").status()).isEqualTo(500);
    } finally {
      people.mendAuditLog();
    }

    assertThat(isIn(browser)).isTrue();
    browser.open("/me");
    assertThat(browser.post("/sign-out").status()).isEqualTo(302);
    assertThat(isIn(browser)).isFalse();
  }

  @Test
  void a_code_whose_act_in_me_fails_is_not_used_up() {
    Officer officer = people.withPassword(Role.REVIEWER);
    List<String> codes = List.of("AAAA-BBBB-CCCC-DDDD", "EEEE-FFFF-GGGG-HHHH");
    DESK.bean(Credentials.class).setAuthenticator(officer.id(), new byte[40], 0, codes, DESK.now());
    Browser browser = DESK.browserOf(officer);
    browser.open("/me");
    for (String act : List.of("/me/recovery-codes", "/me/authenticator/remove")) {
      people.breakAuditLog();
      try {
        assertThat(browser.post(act, "code", codes.getFirst()).status()).as(act).isEqualTo(500);
      } finally {
        people.mendAuditLog();
      }
      assertThat(DESK.bean(Credentials.class).recoveryCodesLeft(officer.id())).as(act).isEqualTo(2);
    }

    assertThat(browser.post("/me/authenticator/remove", "code", codes.getFirst()).status())
        .isEqualTo(302);
    assertThat(people.acts(officer))
        .startsWith("authenticator-removed")
        .doesNotContain("recovery-codes-made");
    assertThat(DESK.bean(Credentials.class).authenticator(officer.id())).isEmpty();
  }
}

package ronda.server.login;

import static org.assertj.core.api.Assertions.assertThat;
import static ronda.server.login.PeopleWithPasswords.PASSWORD;
import static ronda.server.login.PeopleWithPasswords.isIn;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.office.Officer;
import ronda.casework.office.Offices;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.store.login.Sessions;
import ronda.store.login.SignInLinks;
import ronda.store.login.Tokens;

/** How long whoever signed in stays in, and what ends it. */
class SessionsTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static PeopleWithPasswords people;

  @BeforeAll
  static void an_office() {
    people = new PeopleWithPasswords(DESK);
  }

  @Test
  void every_session_ends_when_the_password_changes_but_the_one_that_changed_it() {
    Officer officer = people.withPassword(Role.REVIEWER);
    Browser elsewhere = DESK.browser();
    Browser here = DESK.browser();
    people.signIn(elsewhere, officer.email(), PASSWORD);
    people.signIn(here, officer.email(), PASSWORD);
    String link = DESK.link(officer, SignInLinks.Purpose.INVITATION);
    here.open("/me");
    List<String> before = here.cookies();

    Browser.Page changed =
        here.post(
            "/me/password",
            "present",
            PASSWORD,
            "fresh",
            "gunung laut sawah",
            "again",
            "gunung laut sawah");

    assertThat(changed.status()).isEqualTo(302);
    assertThat(isIn(elsewhere)).isFalse();
    assertThat(isIn(here)).isTrue();
    assertThat(here.cookies()).isNotEqualTo(before);
    assertThat(DESK.browser().post("/sign-in/link/" + link).status()).isEqualTo(410);
    assertThat(people.signIn(DESK.browser(), officer.email(), PASSWORD).status()).isEqualTo(401);
  }

  /** As when the server is killed between them. */
  @Test
  void a_change_that_cannot_be_entered_in_the_audit_log_changes_nothing() {
    Officer officer = people.withPassword(Role.REVIEWER);
    Browser elsewhere = DESK.browser();
    Browser here = DESK.browser();
    people.signIn(elsewhere, officer.email(), PASSWORD);
    people.signIn(here, officer.email(), PASSWORD);
    here.open("/me");
    people.breakAuditLog();
    try {
      String fresh = "gunung laut sawah";
      assertThat(
              here.post("/me/password", "present", PASSWORD, "fresh", fresh, "again", fresh)
                  .status())
          .isEqualTo(500);
      assertThat(elsewhere.post("/me/worst", "agrees", "true").status()).isEqualTo(500);
    } finally {
      people.mendAuditLog();
    }

    assertThat(isIn(elsewhere)).isTrue();
    assertThat(DESK.bean(Offices.class).officer(officer.id()).orElseThrow().seesWorst()).isFalse();
    assertThat(people.signIn(DESK.browser(), officer.email(), PASSWORD).status()).isEqualTo(302);
  }

  @Test
  void a_stolen_browser_cannot_change_the_password_without_the_present_one() {
    Officer officer = people.withPassword(Role.REVIEWER);
    Browser browser = DESK.browser();
    people.signIn(browser, officer.email(), PASSWORD);
    browser.open("/me");

    assertThat(
            browser
                .post(
                    "/me/password",
                    "present",
                    "salah",
                    "fresh",
                    "gunung laut sawah",
                    "again",
                    "gunung laut sawah")
                .status())
        .isEqualTo(400);
  }

  @Test
  void a_session_is_ended_from_another_browser() {
    Officer officer = people.withPassword(Role.REVIEWER);
    Browser lost = DESK.browser();
    Browser here = DESK.browser();
    people.signIn(lost, officer.email(), PASSWORD);
    DESK.pass(Duration.ofMinutes(2));
    people.signIn(here, officer.email(), PASSWORD);
    UUID session = DESK.bean(Sessions.class).ofOfficer(officer.id(), DESK.now()).getLast().id();
    here.open("/me");

    assertThat(here.post("/me/sessions/" + session + "/end").status()).isEqualTo(302);
    assertThat(isIn(lost)).isFalse();
    assertThat(isIn(here)).isTrue();
    assertThat(here.post("/me/sessions/end-all").status()).isEqualTo(302);
    assertThat(isIn(here)).isFalse();
  }

  @Test
  void a_role_that_was_taken_away_is_gone_with_the_next_click() {
    Officer officer = DESK.person(people.office(), "Orang Peran", Role.ADMINISTRATOR);
    Browser browser = DESK.browserOf(officer);
    assertThat(browser.get("/office").status()).isEqualTo(200);

    DESK.bean(Offices.class)
        .put(
            new Officer(
                officer.id(),
                people.office().id(),
                officer.name(),
                officer.email(),
                Set.of(Role.SPOKESPERSON),
                officer.region(),
                false));

    assertThat(browser.get("/office").status()).isEqualTo(403);
  }

  @Test
  void a_token_opens_for_a_program_until_it_is_ended_and_no_cookie_is_needed() {
    String token =
        DESK.bean(Tokens.class)
            .make(people.office().id(), "pengirim", Role.REVIEWER, DESK.now())
            .text();
    Browser program = DESK.browser();

    assertThat(program.get("/api/v1/jobs", "Authorization", "Bearer " + token).status())
        .isEqualTo(200);
    UUID id = DESK.bean(Tokens.class).ofOffice(people.office().id()).getFirst().id();
    DESK.bean(Tokens.class).end(people.office().id(), id, DESK.now());
    Browser.Page refused = program.get("/api/v1/jobs", "Authorization", "Bearer " + token);
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.header("content-type")).contains("application/problem+json");
  }
}

package ronda.server.login;

import static org.assertj.core.api.Assertions.assertThat;
import static ronda.server.login.PeopleWithPasswords.PASSWORD;
import static ronda.server.login.PeopleWithPasswords.isIn;

import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.chain.AuditLog;
import ronda.casework.chain.Verifier;
import ronda.casework.office.Officer;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.store.login.Attempts;
import ronda.store.login.SignInLinks;

/** Signing in, in a browser without scripts, on a real port and a real database. */
class SignInTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static PeopleWithPasswords people;

  @BeforeAll
  static void an_office() {
    people = new PeopleWithPasswords(DESK);
  }

  @Test
  void the_right_password_opens_and_is_written_down() {
    Officer officer = people.withPassword(Role.REVIEWER);
    Browser browser = DESK.browser();

    assertThat(people.signIn(browser, officer.email(), PASSWORD).status()).isEqualTo(302);
    assertThat(isIn(browser)).isTrue();
    assertThat(people.acts(officer)).containsExactly("signed-in");
  }

  @Test
  void a_wrong_password_and_an_unknown_name_get_the_same_answer() {
    Officer officer = people.withPassword(Role.REVIEWER);
    Browser.Page wrong = people.signIn(DESK.browser(), officer.email(), "salah salah salah");
    Browser.Page unknown =
        people.signIn(DESK.browser(), UUID.randomUUID() + "@contoh.invalid", "salah salah salah");

    assertThat(wrong.status()).isEqualTo(401).isEqualTo(unknown.status());
    assertThat(words(wrong)).isEqualTo(words(unknown));
    assertThat(people.acts(officer, 1)).containsExactly("sign-in-failed");
  }

  private static String words(Browser.Page page) {
    return page.body().replaceAll("value=\"[^\"]*\"", "");
  }

  @Test
  void guessing_shuts_the_account_even_to_the_right_password_until_time_has_passed() {
    Officer officer = people.withPassword(Role.REVIEWER);
    for (int i = 0; i < 5; i++) {
      assertThat(people.signIn(DESK.browser(), officer.email(), "tebakan nomor " + i).status())
          .isEqualTo(401);
    }
    Browser.Page shut = people.signIn(DESK.browser(), officer.email(), PASSWORD);
    assertThat(shut.status()).isEqualTo(429);
    assertThat(shut.header("retry-after")).isEqualTo("30");

    DESK.pass(Attempts.FIRST_WAIT);
    assertThat(people.signIn(DESK.browser(), officer.email(), PASSWORD).status()).isEqualTo(302);
  }

  @Test
  void an_address_from_which_many_names_are_tried_is_shut_too() {
    DESK.bean(Attempts.class).forget(Attempts.Door.ofAddress("127.0.0.1"));
    Browser browser = DESK.browser();
    int status = 0;
    for (int i = 0; i < 40 && status != 429; i++) {
      status =
          browser
              .post("/sign-in", "email", "nama" + i + "@contoh.invalid", "password", "x")
              .status();
    }
    DESK.bean(Attempts.class).forget(Attempts.Door.ofAddress("127.0.0.1"));

    assertThat(status).isEqualTo(429);
  }

  @Test
  void a_link_signs_in_once() {
    Officer officer = DESK.person(people.office(), "Orang Tautan", Role.REVIEWER);
    String link = "/sign-in/link/" + DESK.link(officer, SignInLinks.Purpose.START);

    assertThat(DESK.browser().send("HEAD", link).status()).isEqualTo(200);
    assertThat(DESK.browser().get(link, "Sec-Purpose", "prefetch").status()).isEqualTo(200);
    Browser browser = DESK.browser();
    assertThat(browser.get(link).status()).isEqualTo(302);
    assertThat(isIn(browser)).isTrue();
    assertThat(DESK.browser().get(link).status()).isEqualTo(410);
  }

  @Test
  void an_invitation_that_a_chat_looks_at_is_not_used_up() {
    Officer officer = DESK.person(people.office(), "Orang Undangan", Role.REVIEWER);
    String link = "/sign-in/link/" + DESK.link(officer, SignInLinks.Purpose.INVITATION);
    Browser browser = DESK.browser();

    assertThat(browser.get(link).status()).isEqualTo(200);
    assertThat(isIn(browser)).isFalse();
    assertThat(browser.post(link).status()).isEqualTo(302);
    assertThat(isIn(browser)).isTrue();
  }

  @Test
  void what_was_done_here_stands_in_a_sound_chain() {
    people.withPassword(Role.REVIEWER);
    var verifier = new Verifier();
    DESK.bean(AuditLog.class).walk(people.office().id(), verifier::next);

    assertThat(verifier.broken()).isEmpty();
  }
}

package ronda.server.login;

import static org.assertj.core.api.Assertions.assertThat;
import static ronda.server.login.PeopleWithPasswords.PASSWORD;
import static ronda.server.login.PeopleWithPasswords.isIn;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.office.Officer;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;

/** Signing in with a password and a code. */
class AuthenticatorTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final Pattern KEY = Pattern.compile("class=\"code\">([A-Z2-7]{32})<");
  private static final Pattern OFFER = Pattern.compile("name=\"offer\" value=\"([^\"]+)\"");
  private static final Pattern RECOVERY = Pattern.compile("[A-Z2-7]{4}(-[A-Z2-7]{4}){3}");

  private static PeopleWithPasswords people;

  @BeforeAll
  static void an_office() {
    people = new PeopleWithPasswords(DESK);
  }

  @Test
  void with_an_authenticator_a_password_alone_opens_nothing_and_a_code_opens_once() {
    Officer officer = people.withPassword(Role.REVIEWER);
    SetUp setUp = setUpAuthenticator(officer);
    DESK.pass(Duration.ofMinutes(2));
    String code = Codes.code(setUp.secret(), DESK.now());
    Browser browser = DESK.browser();

    assertThat(people.signIn(browser, officer.email(), PASSWORD).header("location"))
        .contains("/sign-in/code");
    assertThat(isIn(browser)).isFalse();
    assertThat(browser.post("/sign-in/code", "code", "000000").status()).isEqualTo(401);
    assertThat(browser.post("/sign-in/code", "code", code).status()).isEqualTo(302);
    assertThat(isIn(browser)).isTrue();

    Browser second = DESK.browser();
    people.signIn(second, officer.email(), PASSWORD);
    assertThat(second.post("/sign-in/code", "code", code).status()).as("replayed").isEqualTo(401);
    String recovery = setUp.codes().getFirst();
    assertThat(second.post("/sign-in/code", "code", recovery).status()).isEqualTo(302);
    Browser third = DESK.browser();
    people.signIn(third, officer.email(), PASSWORD);
    assertThat(third.post("/sign-in/code", "code", recovery).status()).isEqualTo(401);
  }

  private record SetUp(byte[] secret, List<String> codes) {}

  private static SetUp setUpAuthenticator(Officer officer) {
    Browser browser = DESK.browserOf(officer);
    String page = browser.open("/me/authenticator").body();
    byte[] secret = unspelt(found(KEY, page));
    Browser.Page done =
        browser.post(
            "/me/authenticator",
            "offer",
            found(OFFER, page),
            "code",
            Codes.code(secret, DESK.now()));
    assertThat(done.status()).isEqualTo(200);
    List<String> codes =
        RECOVERY.matcher(done.body()).results().map(found -> found.group()).toList();
    assertThat(codes).hasSize(10);
    return new SetUp(secret, codes);
  }

  private static String found(Pattern pattern, String page) {
    Matcher matcher = pattern.matcher(page);
    assertThat(matcher.find()).as(pattern.toString()).isTrue();
    return matcher.group(1);
  }

  private static byte[] unspelt(String base32) {
    var number = new java.math.BigInteger("0");
    for (char c : base32.toCharArray()) {
      number =
          number
              .shiftLeft(5)
              .or(java.math.BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c)));
    }
    byte[] bytes = new byte[20];
    byte[] found = number.toByteArray();
    System.arraycopy(
        found,
        Math.max(0, found.length - 20),
        bytes,
        Math.max(0, 20 - found.length),
        Math.min(20, found.length));
    return bytes;
  }
}

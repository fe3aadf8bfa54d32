package ronda.server.login;

import static org.assertj.core.api.Assertions.assertThat;
import static ronda.server.login.PeopleWithPasswords.PASSWORD;
import static ronda.server.login.PeopleWithPasswords.isIn;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.chain.AuditLog;
import ronda.casework.chain.Body;
import ronda.casework.chain.Link;
import ronda.casework.office.Officer;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.store.login.Credentials;
import ronda.store.login.SignInLinks;

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

  @Test
  void a_link_made_by_a_colleague_leads_to_the_code_where_there_is_an_authenticator() {
    Officer officer = DESK.person(people.office(), "Orang Berkode", Role.REVIEWER);
    SetUp setUp = setUpAuthenticator(officer);
    Browser browser = DESK.browser();
    browser.open("/sign-in");

    String link = "/sign-in/link/" + DESK.link(officer, SignInLinks.Purpose.INVITATION);
    assertThat(browser.post(link).header("location")).contains("/sign-in/code");
    assertThat(isIn(browser)).isFalse();
    assertThat(browser.open("/sign-in/code").status()).isEqualTo(200);
    assertThat(browser.post("/sign-in/code", "code", "000000").status()).isEqualTo(401);
    assertThat(browser.post("/sign-in/code", "code", setUp.codes().getLast()).status())
        .isEqualTo(302);
    assertThat(isIn(browser)).isTrue();
    assertThat(DESK.browser().post(link).status()).isEqualTo(410);
    assertThat(browser.open("/me").body())
        .as("who came by a link gives no password that is perhaps forgotten")
        .doesNotContain("id=\"present\"");
  }

  @Test
  void the_link_from_the_terminal_opens_without_a_code() {
    Officer officer = DESK.person(people.office(), "Orang Terminal", Role.ADMINISTRATOR);
    setUpAuthenticator(officer);

    assertThat(isIn(DESK.browserOf(officer))).isTrue();
  }

  @Test
  void who_lost_telephone_and_codes_is_let_in_by_a_reset_that_is_entered_and_told() {
    Officer officer = DESK.person(people.office(), "Orang Kehilangan", Role.REVIEWER);
    Officer administrator = DESK.person(people.office(), "Adi Contoh", Role.ADMINISTRATOR);
    setUpAuthenticator(officer);
    Browser before = DESK.browserOf(officer);
    Browser theirs = DESK.browserOf(administrator);
    String page = "/people/" + officer.id();
    theirs.open(page);

    assertThat(theirs.post(page + "/reset").status()).isEqualTo(302);
    assertThat(theirs.post(page + "/link").status()).isEqualTo(200);
    assertThat(isIn(before)).isFalse();
    assertThat(people.acts(officer)).startsWith("link-made", "way-in-reset");
    Browser browser = DESK.browser();
    browser.open("/sign-in");
    String link = "/sign-in/link/" + DESK.link(officer, SignInLinks.Purpose.INVITATION);
    assertThat(browser.post(link).header("location")).doesNotContain("/sign-in/code");
    assertThat(browser.open("/").body())
        .contains(
            "Adi Contoh", "membuat tautan masuk untuk Anda", "menyetel ulang cara masuk Anda");
    assertThat(theirs.open("/").body()).doesNotContain("untuk Anda,");
    DESK.pass(Duration.ofDays(31));
    assertThat(DESK.browserOf(officer).open("/").body()).doesNotContain("Adi Contoh");
  }

  @Test
  void who_was_given_a_link_at_the_terminal_reads_of_it_in_plain_words() {
    Officer officer = DESK.person(people.office(), "Orang Sendiri", Role.ADMINISTRATOR);
    DESK.bean(AuditLog.class)
        .add(
            officer.office(),
            new Link.Entry(
                DESK.now(),
                "command line",
                "link-made",
                "officer:" + officer.id(),
                Body.of(Map.of("for", officer.name()))));

    assertThat(DESK.browserOf(officer).open("/").body())
        .contains("Seseorang di terminal server membuat tautan masuk untuk Anda");
  }

  @Test
  void what_a_colleague_did_to_a_way_in_is_told_however_many_links_were_made_since() {
    Officer officer = DESK.person(people.office(), "Orang Banyak Tautan", Role.REVIEWER);
    Officer administrator = DESK.person(people.office(), "Cahya Contoh", Role.ADMINISTRATOR);
    Browser theirs = DESK.browserOf(administrator);
    String page = "/people/" + officer.id();
    theirs.open(page);
    assertThat(theirs.post(page + "/link").status()).isEqualTo(200);
    AuditLog log = DESK.bean(AuditLog.class);
    for (int i = 0; i < 505; i++) {
      boolean own = i % 2 == 0;
      log.add(
          officer.office(),
          new Link.Entry(
              DESK.now(),
              own ? officer.signature() : administrator.signature(),
              "link-made",
              own ? "officer:" + officer.id() : "officer:" + new UUID(5, i),
              "{}"));
    }

    assertThat(DESK.browserOf(officer).open("/").body())
        .contains("Cahya Contoh", "membuat tautan masuk untuk Anda");
  }

  @Test
  void nobody_resets_their_own_way_in() {
    Officer administrator = DESK.person(people.office(), "Bayu Contoh", Role.ADMINISTRATOR);
    setUpAuthenticator(administrator);
    Browser browser = DESK.browserOf(administrator);
    browser.open("/people");

    browser.post("/people/" + administrator.id() + "/reset");

    assertThat(DESK.bean(Credentials.class).authenticator(administrator.id())).isPresent();
    assertThat(people.acts(administrator)).doesNotContain("way-in-reset");
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

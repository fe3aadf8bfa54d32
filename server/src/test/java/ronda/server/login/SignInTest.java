package ronda.server.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.chain.AuditLog;
import ronda.casework.chain.Link;
import ronda.casework.chain.Verifier;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Offices;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.store.login.Attempts;
import ronda.store.login.Credentials;
import ronda.store.login.Sessions;
import ronda.store.login.SignInLinks;
import ronda.store.login.Tokens;

/** Signing in, in a browser without scripts, on a real port and a real database. */
class SignInTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final String PASSWORD = "kuda baterai staples";
  private static final Pattern KEY = Pattern.compile("class=\"code\">([A-Z2-7]{32})<");
  private static final Pattern OFFER = Pattern.compile("name=\"offer\" value=\"([^\"]+)\"");
  private static final Pattern RECOVERY = Pattern.compile("[A-Z2-7]{4}(-[A-Z2-7]{4}){3}");

  private static Office office;

  @BeforeAll
  static void an_office() {
    office = DESK.office("Dinas untuk masuk");
  }

  private static Officer withPassword(Role... roles) {
    Officer officer = DESK.person(office, "Petugas Coba", roles);
    DESK.bean(Credentials.class)
        .setPassword(officer.id(), DESK.bean(Passwords.class).hash(PASSWORD), DESK.now());
    return officer;
  }

  private static Browser.Page signIn(Browser browser, String email, String password) {
    // One network address stands for a whole test run: its count is not what is looked at here.
    DESK.bean(Attempts.class).forget(Attempts.Door.ofAddress("127.0.0.1"));
    Browser.Page answer = browser.post("/sign-in", "email", email, "password", password);
    if (answer.status() == 302) {
      browser.open(answer.header("location")); // Where the form with the next token is.
    }
    return answer;
  }

  private static boolean isIn(Browser browser) {
    return browser.get("/").status() == 200;
  }

  private static List<String> acts(Officer officer) {
    return DESK
        .bean(AuditLog.class)
        .page(office.id(), AuditLog.Filter.ALL, Long.MAX_VALUE, 1000)
        .stream()
        .filter(link -> link.subject().equals("officer:" + officer.id()))
        .map(Link::act)
        .toList();
  }

  @Test
  void the_right_password_opens_and_is_written_down() {
    Officer officer = withPassword(Role.REVIEWER);
    Browser browser = DESK.browser();

    assertThat(signIn(browser, officer.email(), PASSWORD).status()).isEqualTo(302);
    assertThat(isIn(browser)).isTrue();
    assertThat(acts(officer)).containsExactly("signed-in");
  }

  @Test
  void a_wrong_password_and_an_unknown_name_get_the_same_answer() {
    Officer officer = withPassword(Role.REVIEWER);
    Browser.Page wrong = signIn(DESK.browser(), officer.email(), "salah salah salah");
    Browser.Page unknown =
        signIn(DESK.browser(), UUID.randomUUID() + "@contoh.invalid", "salah salah salah");

    assertThat(wrong.status()).isEqualTo(401).isEqualTo(unknown.status());
    assertThat(words(wrong)).isEqualTo(words(unknown));
    assertThat(acts(officer)).containsExactly("sign-in-failed");
  }

  private static String words(Browser.Page page) {
    return page.body().replaceAll("value=\"[^\"]*\"", "");
  }

  @Test
  void guessing_shuts_the_account_even_to_the_right_password_until_time_has_passed() {
    Officer officer = withPassword(Role.REVIEWER);
    for (int i = 0; i < 5; i++) {
      assertThat(signIn(DESK.browser(), officer.email(), "tebakan nomor " + i).status())
          .isEqualTo(401);
    }
    Browser.Page shut = signIn(DESK.browser(), officer.email(), PASSWORD);
    assertThat(shut.status()).isEqualTo(429);
    assertThat(shut.header("retry-after")).isEqualTo("30");

    DESK.pass(Attempts.FIRST_WAIT);
    assertThat(signIn(DESK.browser(), officer.email(), PASSWORD).status()).isEqualTo(302);
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
  void every_session_ends_when_the_password_changes_but_the_one_that_changed_it() {
    Officer officer = withPassword(Role.REVIEWER);
    Browser elsewhere = DESK.browser();
    Browser here = DESK.browser();
    signIn(elsewhere, officer.email(), PASSWORD);
    signIn(here, officer.email(), PASSWORD);
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
    assertThat(signIn(DESK.browser(), officer.email(), PASSWORD).status()).isEqualTo(401);
  }

  @Test
  void a_stolen_browser_cannot_change_the_password_without_the_present_one() {
    Officer officer = withPassword(Role.REVIEWER);
    Browser browser = DESK.browser();
    signIn(browser, officer.email(), PASSWORD);
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
    Officer officer = withPassword(Role.REVIEWER);
    Browser lost = DESK.browser();
    Browser here = DESK.browser();
    signIn(lost, officer.email(), PASSWORD);
    DESK.pass(Duration.ofMinutes(2));
    signIn(here, officer.email(), PASSWORD);
    UUID session = DESK.bean(Sessions.class).ofOfficer(officer.id(), DESK.now()).getLast().id();
    here.open("/me");

    assertThat(here.post("/me/sessions/" + session + "/end").status()).isEqualTo(302);
    assertThat(isIn(lost)).isFalse();
    assertThat(isIn(here)).isTrue();
    assertThat(here.post("/me/sessions/end-all").status()).isEqualTo(302);
    assertThat(isIn(here)).isFalse();
  }

  @Test
  void with_an_authenticator_a_password_alone_opens_nothing_and_a_code_opens_once() {
    Officer officer = withPassword(Role.REVIEWER);
    SetUp setUp = setUpAuthenticator(officer);
    DESK.pass(Duration.ofMinutes(2));
    String code = Codes.code(setUp.secret(), DESK.now());
    Browser browser = DESK.browser();

    assertThat(signIn(browser, officer.email(), PASSWORD).header("location"))
        .contains("/sign-in/code");
    assertThat(isIn(browser)).isFalse();
    assertThat(browser.post("/sign-in/code", "code", "000000").status()).isEqualTo(401);
    assertThat(browser.post("/sign-in/code", "code", code).status()).isEqualTo(302);
    assertThat(isIn(browser)).isTrue();

    Browser second = DESK.browser();
    signIn(second, officer.email(), PASSWORD);
    assertThat(second.post("/sign-in/code", "code", code).status()).as("replayed").isEqualTo(401);
    String recovery = setUp.codes().getFirst();
    assertThat(second.post("/sign-in/code", "code", recovery).status()).isEqualTo(302);
    Browser third = DESK.browser();
    signIn(third, officer.email(), PASSWORD);
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

  @Test
  void a_link_signs_in_once() {
    Officer officer = DESK.person(office, "Orang Tautan", Role.REVIEWER);
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
    Officer officer = DESK.person(office, "Orang Undangan", Role.REVIEWER);
    String link = "/sign-in/link/" + DESK.link(officer, SignInLinks.Purpose.INVITATION);
    Browser browser = DESK.browser();

    assertThat(browser.get(link).status()).isEqualTo(200);
    assertThat(isIn(browser)).isFalse();
    assertThat(browser.post(link).status()).isEqualTo(302);
    assertThat(isIn(browser)).isTrue();
  }

  @Test
  void a_role_that_was_taken_away_is_gone_with_the_next_click() {
    Officer officer = DESK.person(office, "Orang Peran", Role.ADMINISTRATOR);
    Browser browser = DESK.browserOf(officer);
    assertThat(browser.get("/office").status()).isEqualTo(200);

    DESK.bean(Offices.class)
        .put(
            new Officer(
                officer.id(),
                office.id(),
                officer.name(),
                officer.email(),
                Set.of(Role.SPOKESPERSON),
                officer.region(),
                false));

    assertThat(browser.get("/office").status()).isEqualTo(403);
  }

  @Test
  void a_form_that_came_from_elsewhere_is_refused() {
    Officer officer = DESK.person(office, "Orang Formulir", Role.ADMINISTRATOR);
    Browser browser = DESK.browserOf(officer);
    Map<String, String> fields = Map.of("name", "Dinas Curian", "kind", "ministry", "region", "32");

    assertThat(browser.postRaw("/office", fields).status()).isEqualTo(403);
    assertThat(DESK.bean(Offices.class).byId(office.id())).contains(office);
  }

  @Test
  void a_form_still_works_after_other_pages_were_opened_in_a_second_tab() {
    Officer officer = DESK.person(office, "Orang Dua Tab", Role.ADMINISTRATOR);
    Browser browser = DESK.browserOf(officer);
    String token = token(browser.get("/me"));
    browser.get("/queue");
    browser.get("/ronda.css");

    Map<String, String> fields = Map.of("_csrf", token, "language", "en", "next", "/");
    assertThat(browser.postRaw("/preferences", fields).status()).isEqualTo(302);
  }

  @Test
  void a_form_that_was_laid_out_before_somebody_signed_in_is_worth_nothing_afterwards() {
    Officer officer = withPassword(Role.ADMINISTRATOR);
    Browser browser = DESK.browser();
    String token = token(browser.get("/sign-in"));
    signIn(browser, officer.email(), PASSWORD);
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
    Officer officer = DESK.person(office, "Orang Kue", Role.REVIEWER);
    Browser.Page in =
        DESK.browser().get("/sign-in/link/" + DESK.link(officer, SignInLinks.Purpose.START));

    assertThat(in.header("set-cookie")).contains("HttpOnly", "SameSite=Lax");
  }

  @Test
  void nobody_is_sent_to_another_site_after_signing_in() {
    Officer officer = withPassword(Role.REVIEWER);
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

  @Test
  void a_token_opens_for_a_program_until_it_is_ended_and_no_cookie_is_needed() {
    String token =
        DESK.bean(Tokens.class).make(office.id(), "pengirim", Role.REVIEWER, DESK.now()).text();
    Browser program = DESK.browser();

    assertThat(program.get("/api/v1/jobs", "Authorization", "Bearer " + token).status())
        .isEqualTo(200);
    UUID id = DESK.bean(Tokens.class).ofOffice(office.id()).getFirst().id();
    DESK.bean(Tokens.class).end(office.id(), id, DESK.now());
    Browser.Page refused = program.get("/api/v1/jobs", "Authorization", "Bearer " + token);
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.header("content-type")).contains("application/problem+json");
  }

  @Test
  void what_was_done_here_stands_in_a_sound_chain() {
    withPassword(Role.REVIEWER);
    var verifier = new Verifier();
    DESK.bean(AuditLog.class).walk(office.id(), verifier::next);

    assertThat(verifier.broken()).isEmpty();
  }
}

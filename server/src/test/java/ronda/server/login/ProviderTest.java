package ronda.server.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.ConfigurableApplicationContext;
import ronda.casework.chain.AuditLog;
import ronda.casework.chain.Link;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Offices;
import ronda.casework.office.Region;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.start.Server;
import ronda.store.login.ProviderAccounts;
import ronda.store.postgres.EmbeddedDatabase;

/** Signing in with the office's own identity provider, and beginning a bare installation. */
class ProviderTest {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  private static final MockOAuth2Server PROVIDER = new MockOAuth2Server();
  private static ConfigurableApplicationContext server;
  private static URI base;

  @BeforeAll
  static void a_bare_desk_with_a_provider() {
    PROVIDER.start();
    server =
        Server.open(
            DATABASE.source(),
            Seal.forOnce(),
            InstantSource.system(),
            "server.port=0",
            "RONDA_OIDC_ISSUER=" + PROVIDER.issuerUrl("kantor"),
            "RONDA_OIDC_CLIENT_ID=ronda",
            "RONDA_OIDC_CLIENT_SECRET=rahasia");
    base =
        URI.create(
            "http://127.0.0.1:" + server.getEnvironment().getRequiredProperty("local.server.port"));
  }

  @AfterAll
  static void all_is_closed() {
    server.close();
    PROVIDER.shutdown();
  }

  private static Officer person(String email) {
    Offices offices = server.getBean(Offices.class);
    var office = new Office(UUID.randomUUID(), "Dinas", Office.Kind.MINISTRY, new Region("32"));
    offices.put(office);
    var officer =
        new Officer(
            UUID.randomUUID(),
            office.id(),
            "Orang",
            email,
            Set.of(Role.HEAD),
            office.region(),
            false);
    offices.put(officer);
    return officer;
  }

  /** Goes to the provider, which vouches for this address, and comes back. */
  private static Browser.Page come(Browser browser, String email, boolean verified) {
    return come(browser, email, verified, "subject-" + email);
  }

  private static Browser.Page come(
      Browser browser, String email, boolean verified, String subject) {
    PROVIDER.enqueueCallback(
        new DefaultOAuth2TokenCallback(
            "kantor",
            subject,
            "JWT",
            List.of("ronda"),
            Map.of("email", email, "email_verified", verified)));
    String question = browser.get("/oauth2/authorization/office").header("location");
    assertThat(question).contains("code_challenge=", "nonce=", "state=");
    String answer = Browser.at(base).get(question).header("location");
    return browser.get(answer);
  }

  @Test
  void a_person_who_is_known_here_by_a_verified_address_comes_in() {
    String email = UUID.randomUUID() + "@contoh.invalid";
    person(email);
    Browser browser = Browser.at(base);

    assertThat(come(browser, email, true).status()).isEqualTo(302);
    assertThat(browser.get("/").status()).isEqualTo(200);
  }

  @Test
  void an_address_that_was_given_to_another_account_opens_nothing_until_the_tie_is_released() {
    String email = UUID.randomUUID() + "@contoh.invalid";
    Officer officer = person(email);
    assertThat(come(Browser.at(base), email, true, "akun pertama " + email).header("location"))
        .doesNotContain("problem");
    Browser another = Browser.at(base);

    assertThat(come(another, email, true, "akun kedua " + email).header("location"))
        .contains("problem=provider");
    assertThat(another.get("/").status()).isEqualTo(302);
    assertThat(come(Browser.at(base), email, true, "akun pertama " + email).header("location"))
        .doesNotContain("problem");
    assertThat(
            server
                .getBean(AuditLog.class)
                .page(officer.office(), AuditLog.Filter.ALL, Long.MAX_VALUE, 10)
                .stream()
                .map(Link::act))
        .containsExactly("signed-in", "sign-in-failed", "signed-in");
    assertThat(server.getBean(ProviderAccounts.class).release(officer.id())).isTrue();
    assertThat(come(another, email, true, "akun kedua " + email).header("location"))
        .doesNotContain("problem");
  }

  @Test
  void one_account_of_the_provider_is_one_person() {
    String email = UUID.randomUUID() + "@contoh.invalid";
    String later = UUID.randomUUID() + "@contoh.invalid";
    person(email);
    person(later);
    come(Browser.at(base), email, true, "akun " + email);

    assertThat(come(Browser.at(base), later, true, "akun " + email).header("location"))
        .contains("problem=provider");
  }

  @Test
  void an_address_that_the_provider_has_not_verified_opens_nothing() {
    String email = UUID.randomUUID() + "@contoh.invalid";
    person(email);
    Browser browser = Browser.at(base);

    assertThat(come(browser, email, false).header("location")).contains("problem=provider");
    assertThat(browser.get("/").status()).isEqualTo(302);
  }

  @Test
  void nobody_becomes_known_by_the_providers_word() {
    Browser browser = Browser.at(base);

    assertThat(come(browser, "siapa@contoh.invalid", true).header("location"))
        .contains("problem=provider");
    assertThat(server.getBean(Offices.class).officerByEmail("siapa@contoh.invalid")).isEmpty();
  }
}

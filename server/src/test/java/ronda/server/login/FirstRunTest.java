package ronda.server.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.ConfigurableApplicationContext;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Offices;
import ronda.server.Browser;
import ronda.server.start.Server;
import ronda.store.login.Credentials;
import ronda.store.login.Logins;
import ronda.store.postgres.EmbeddedDatabase;

/** The first page of a bare installation. */
class FirstRunTest {
  private static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");

  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  private static final String[] FORM = {
    "office",
    "Dinas Baru",
    "kind",
    "communications-office",
    "region",
    "32.71",
    "name",
    "Sari",
    "email",
    "sari@contoh.invalid"
  };

  @Test
  void whoever_holds_the_key_from_the_terminal_begins_the_office_once() {
    try (ConfigurableApplicationContext server = Server.open(DATABASE.source(), "server.port=0")) {
      URI base =
          URI.create(
              "http://127.0.0.1:"
                  + server.getEnvironment().getRequiredProperty("local.server.port"));
      String path = server.getBean(FirstStart.class).path();
      assertThat(path).startsWith("/first-run/");
      Browser guest = Browser.at(base);
      assertThat(guest.get("/first-run/tebakan").status()).isEqualTo(410);
      assertThat(guest.post("/first-run/tebakan", FORM).status()).isIn(400, 410);

      Browser browser = Browser.at(base);
      assertThat(browser.get(path).status()).isEqualTo(200);
      assertThat(browser.post(path, "office", "Dinas Baru", "region", "di mana").status())
          .isEqualTo(400);
      assertThat(browser.post(path, FORM).status()).isEqualTo(302);
      assertThat(browser.get("/people").status()).isEqualTo(200);
      assertThat(server.getBean(Offices.class).all())
          .extracting(Office::name)
          .containsExactly("Dinas Baru");

      assertThat(Browser.at(base).get(path).status()).isEqualTo(410);
      FirstStart start = server.getBean(FirstStart.class);
      assertThat(start.path()).startsWith("/sign-in/link/");
      Officer sari =
          server.getBean(Offices.class).officerByEmail("sari@contoh.invalid").orElseThrow();
      server
          .getBean(Credentials.class)
          .setPassword(sari.id(), server.getBean(Passwords.class).hash("kuda baterai"), NOW);
      assertThat(start.path())
          .as("who has a password needs no link in a log")
          .isEqualTo("/sign-in");
      server.getBean(Logins.class).lock(sari.id(), NOW);
      assertThat(start.hasOwnWayIn()).as("who is locked out has none").isFalse();
    }
  }
}

package ronda.server.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Offices;
import ronda.casework.office.Region;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.start.Server;
import ronda.store.login.SignInLinks;
import ronda.store.postgres.EmbeddedDatabase;

/** A list of blocked domains that names hosts which are never blocked. */
class NeverBlockedTest {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  private static final Path SHIPPED = Path.of(System.getProperty("ronda.root", ".."));

  @TempDir Path root;

  @Test
  void how_many_and_the_first_of_them_are_told_to_who_keeps_the_policies() throws IOException {
    for (String part : new String[] {"models", "policies", "docs", "server"}) {
      Files.createSymbolicLink(root.resolve(part), SHIPPED.resolve(part).toAbsolutePath());
    }
    Files.createDirectories(root.resolve("lexicons/domains"));
    try (Stream<Path> lists = Files.list(SHIPPED.resolve("lexicons"))) {
      for (Path list : lists.filter(Files::isRegularFile).toList()) {
        Files.copy(list, root.resolve("lexicons").resolve(list.getFileName().toString()));
      }
    }
    Files.writeString(
        root.resolve("lexicons/domains/gambling.txt"), "contoh88.xyz\nbca.co.id\nhalo\n");

    try (ConfigurableApplicationContext server =
        Server.open(DATABASE.source(), "server.port=0", "ronda.root=" + root)) {
      assertThat(head(server).get("/policies").body())
          .contains("2 baris tidak dipakai", "<code>bca.co.id</code>");
    }
  }

  private static Browser head(ConfigurableApplicationContext server) {
    Offices offices = server.getBean(Offices.class);
    Region region = new Region("32.71");
    UUID office = UUID.randomUUID();
    offices.put(new Office(office, "Dinas domain", Office.Kind.COMMUNICATIONS_OFFICE, region));
    UUID id = UUID.randomUUID();
    offices.put(
        new Officer(
            id, office, "Hana Contoh", id + "@contoh.invalid", Set.of(Role.HEAD), region, false));
    Browser browser =
        Browser.at(
            URI.create(
                "http://127.0.0.1:"
                    + server
                        .getEnvironment()
                        .getRequiredProperty("local.server.port", Integer.class)));
    browser.get(
        "/sign-in/link/"
            + server
                .getBean(SignInLinks.class)
                .make(id, SignInLinks.Purpose.START, Instant.now())
                .text());
    return browser;
  }
}

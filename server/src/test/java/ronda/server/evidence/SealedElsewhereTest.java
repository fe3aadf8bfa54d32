package ronda.server.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Offices;
import ronda.casework.office.Role;
import ronda.proof.vault.Vault;
import ronda.server.Browser;
import ronda.server.desk.Desks;
import ronda.server.sample.Sample;
import ronda.server.start.Server;
import ronda.store.backup.Backup;
import ronda.store.login.SignInLinks;
import ronda.store.postgres.EmbeddedDatabase;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlCases;

/** A backup is read back into a new home, with the keys that belong to it and without. */
class SealedElsewhereTest {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  private static final String WARNING = "kuncinya tidak ada di server ini";

  @TempDir private Path folder;

  @Test
  void evidence_opens_after_a_restore_with_the_key_file_and_people_are_told_without_it()
      throws IOException {
    Path home = Files.createDirectory(folder.resolve("home"));
    Path bare = Files.createDirectory(folder.resolve("bare"));
    Path carried = Files.createDirectory(folder.resolve("carried"));
    Path backup = folder.resolve("kantor.ronda");
    try (var server = open(DATABASE.source(), home)) {
      server.getBean(Sample.class).enter();
      keep(server);
      assertThat(server.getBean(SealedElsewhere.class).inAll()).isZero();
      assertThat(startPage(server, Role.EVIDENCE_CUSTODIAN)).doesNotContain(WARNING);
    }
    Backup.write(DATABASE.source(), backup);
    DataSource restored = DATABASE.bare();
    Backup.restore(restored, backup);

    try (var server = open(restored, bare)) {
      assertThat(server.getBean(SealedElsewhere.class).inAll()).isPositive();
      assertThat(startPage(server, Role.EVIDENCE_CUSTODIAN)).contains(WARNING);
      assertThat(startPage(server, Role.ADMINISTRATOR)).contains(WARNING);
      assertThat(startPage(server, Role.REVIEWER)).doesNotContain(WARNING);
      assertThat(startPage(server, Role.ADMINISTRATOR))
          .contains("href=\"/evidence/sealed-elsewhere\"");
      assertThat(page(server, Role.ADMINISTRATOR, "/evidence/sealed-elsewhere"))
          .contains("Cari berkas evidence.keys yang lama", "Jalankan Ronda kembali");
    }

    Files.copy(home.resolve("evidence.keys"), carried.resolve("evidence.keys"));
    try (var server = open(restored, carried)) {
      assertThat(server.getBean(SealedElsewhere.class).inAll()).isZero();
      assertThat(startPage(server, Role.ADMINISTRATOR)).doesNotContain(WARNING);
      assertThat(opened(server)).contains("\"text\"");
    }
  }

  private static ConfigurableApplicationContext open(DataSource source, Path home) {
    // A server closes what it was given; the database outlives it here.
    return Server.open(new DelegatingDataSource(source), "server.port=0", "ronda.home=" + home);
  }

  private static Office office(ConfigurableApplicationContext server) {
    return server.getBean(Offices.class).all().getFirst();
  }

  private static Officer person(ConfigurableApplicationContext server, Role role) {
    return server.getBean(Offices.class).officersOf(office(server).id()).stream()
        .filter(one -> one.roles().equals(Set.of(role)))
        .findFirst()
        .orElseGet(() -> newPerson(server, role));
  }

  private static Officer newPerson(ConfigurableApplicationContext server, Role role) {
    UUID id = UUID.randomUUID();
    Office office = office(server);
    var officer =
        new Officer(
            id,
            office.id(),
            "Contoh " + role,
            id + "@contoh.invalid",
            Set.of(role),
            office.region(),
            false);
    server.getBean(Offices.class).put(officer);
    return officer;
  }

  /** The posts of one case. */
  private static void keep(ConfigurableApplicationContext server) {
    Officer keeper = newPerson(server, Role.EVIDENCE_CUSTODIAN);
    int kept =
        server
            .getBean(Desks.class)
            .change(
                keeper.office(),
                (desk, jdbc) -> {
                  List<String> numbers =
                      jdbc.sql("SELECT number FROM cases ORDER BY number")
                          .query((row, n) -> row.getString(1))
                          .list();
                  var cases = new SqlCases(jdbc);
                  return numbers.stream()
                      .map(number -> cases.byNumber(number).orElseThrow())
                      .mapToInt(
                          file ->
                              server
                                  .getBean(Keeping.class)
                                  .keepPosts(keeper, file, "contoh", desk, jdbc))
                      .sum();
                });
    assertThat(kept).isPositive();
  }

  private static String opened(ConfigurableApplicationContext server) {
    return server
        .getBean(InOffice.class)
        .read(
            office(server).id(),
            jdbc ->
                jdbc.sql(
                        "SELECT item_id, sealed FROM evidence_parts WHERE name = 'post.json' LIMIT 1")
                    .query(
                        (row, n) ->
                            new String(
                                server
                                    .getBean(Vault.class)
                                    .open(
                                        row.getBytes("sealed"),
                                        Keeping.purpose(
                                            row.getObject("item_id", UUID.class), "post.json")),
                                StandardCharsets.UTF_8))
                    .single());
  }

  private static String startPage(ConfigurableApplicationContext server, Role role) {
    return page(server, role, "/");
  }

  private static String page(ConfigurableApplicationContext server, Role role, String path) {
    int port = server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    Browser browser = Browser.at(URI.create("http://127.0.0.1:" + port));
    String link =
        server
            .getBean(SignInLinks.class)
            .make(person(server, role).id(), SignInLinks.Purpose.START, Instant.now())
            .text();
    browser.get("/sign-in/link/" + link);
    return browser.open(path).body();
  }
}

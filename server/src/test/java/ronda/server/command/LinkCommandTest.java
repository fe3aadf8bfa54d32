package ronda.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import ronda.casework.chain.AuditLog;
import ronda.casework.chain.Link;
import ronda.casework.office.Officer;
import ronda.store.login.Logins;
import ronda.store.login.Secret;
import ronda.store.login.SignInLinks;
import ronda.store.postgres.Database;
import ronda.store.postgres.EmbeddedPostgres;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlAuditLog;
import ronda.store.sql.SqlOffices;

/** What {@code ./ronda link} makes, for whom, and where it is entered. */
class LinkCommandTest {
  private static final int WRONG_USAGE = 64;

  @TempDir Path folder;

  private record Ended(int code, String said) {}

  @BeforeEach
  void two_offices_with_an_administrator_each() {
    office("Dinas Pertama", "adi@contoh.invalid");
    office("Dinas Kedua", "budi@contoh.invalid");
  }

  @Test
  void the_only_administrator_of_any_office_is_let_in_and_it_is_entered_there() {
    Ended ended = run(new LinkCommand(), "BUDI@contoh.invalid");

    assertThat(ended.code()).isZero();
    String secret = ended.said().lines().findFirst().orElseThrow().replaceAll(".*/", "");
    Officer budi = look(tables -> officer(tables, "budi@contoh.invalid"));
    SignInLinks.Link link =
        look(
            tables -> new SignInLinks(tables).use(new Secret(secret), Instant.now()).orElseThrow());
    assertThat(link.officer()).isEqualTo(budi.id());
    assertThat(link.purpose()).isEqualTo(SignInLinks.Purpose.START);
    assertThat(entries(budi.office()))
        .filteredOn(entry -> entry.act().equals("link-made"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.actor()).isEqualTo("command line");
              assertThat(entry.subject()).isEqualTo("officer:" + budi.id());
            });
    UUID other = look(tables -> officer(tables, "adi@contoh.invalid").office());
    assertThat(entries(other)).noneMatch(entry -> entry.act().equals("link-made"));
  }

  @Test
  void an_unknown_address_is_refused_and_those_who_look_after_people_are_named() {
    Ended ended = run(new LinkCommand(), "siapa@contoh.invalid");

    assertThat(ended.code()).isEqualTo(WRONG_USAGE);
    assertThat(ended.said())
        .contains("siapa@contoh.invalid", "adi@contoh.invalid (Dinas Pertama)")
        .contains("budi@contoh.invalid (Dinas Kedua)");
  }

  @Test
  void who_is_locked_out_stays_out() {
    Officer budi = look(tables -> officer(tables, "budi@contoh.invalid"));
    look(
        tables -> {
          new Logins(tables).lock(budi.id(), Instant.now());
          return budi;
        });

    Ended ended = run(new LinkCommand(), "budi@contoh.invalid");

    assertThat(ended.code()).isEqualTo(WRONG_USAGE);
    assertThat(ended.said()).contains("locked out").doesNotContain("/sign-in/link");
    assertThat(entries(budi.office())).noneMatch(entry -> entry.act().equals("link-made"));
  }

  private void office(String name, String mail) {
    Ended ended =
        run(
            new OfficeCommand(),
            name,
            "--region",
            "36.01",
            "--person",
            "Orang Contoh",
            "--mail",
            mail);
    assertThat(ended.code()).as(ended.said()).isZero();
  }

  private Ended run(Object command, String... words) {
    StringWriter said = new StringWriter();
    String[] all = new String[words.length + 2];
    System.arraycopy(words, 0, all, 0, words.length);
    all[words.length] = "--home";
    all[words.length + 1] = folder.toString();
    int code =
        new CommandLine(command)
            .setOut(new PrintWriter(said))
            .setParameterExceptionHandler(
                (failure, given) -> {
                  said.append(failure.getMessage());
                  return WRONG_USAGE;
                })
            .execute(all);
    return new Ended(code, said.toString());
  }

  private static Officer officer(InOffice tables, String mail) {
    return new SqlOffices(tables).officerByEmail(mail).orElseThrow();
  }

  private List<Link> entries(UUID office) {
    return look(
        tables -> new SqlAuditLog(tables).page(office, AuditLog.Filter.ALL, Long.MAX_VALUE, 10));
  }

  private <T> T look(Function<InOffice, T> work) {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.open(folder);
        Database database = HomeDatabase.of(postgres)) {
      return work.apply(new InOffice(database.source()));
    }
  }
}

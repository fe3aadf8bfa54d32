package ronda.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import ronda.casework.chain.AuditLog;
import ronda.casework.chain.Link;
import ronda.casework.office.Office;
import ronda.server.door.PublicAddress;
import ronda.store.postgres.Database;
import ronda.store.postgres.EmbeddedPostgres;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlAuditLog;
import ronda.store.sql.SqlOffices;

/** What {@code ./ronda office} refuses, in which words, and that a refusal leaves nothing. */
class OfficeCommandTest {
  private static final int WRONG_USAGE = 64;

  @TempDir Path folder;

  private record Ended(int code, String said, String out) {}

  @Test
  void what_no_office_can_be_is_refused_before_any_database_is_opened() {
    assertThat(refused("--kind", "kantor-rekaan"))
        .contains("no kind kantor-rekaan", "communications-office, police-relations, ministry");
    assertThat(refused("--region", "Bogor")).contains("36.01", "'Bogor'");
    assertThat(refused("--region", "")).contains("36.01");
    assertThat(refused("--person", " ")).contains("--person");
    assertThat(refused("--person", "x".repeat(201))).contains("--person");
    for (String mail : List.of("", "@", "asih", "asih@", "asih@a@b", "asih contoh@a")) {
      assertThat(refused("--mail", mail)).as("mail '%s'", mail).contains("--mail");
    }
    assertThat(ended(words(" ")).said()).contains("1 to 200 characters");
    assertThat(ended(words("x".repeat(201))).said()).contains("1 to 200 characters");
    assertThat(Files.exists(folder.resolve("postgres"))).isFalse();
  }

  @Test
  void a_name_and_an_address_that_are_taken_are_refused_and_leave_nothing_behind() {
    Ended first = ended(words("Diskominfo Contoh"));
    assertThat(first).extracting(Ended::code).isEqualTo(0);

    Ended sameName = ended(words("DISKOMINFO contoh", "--mail", "lain@contoh.invalid"));
    assertThat(sameName.code()).isEqualTo(WRONG_USAGE);
    assertThat(sameName.said()).contains("called DISKOMINFO contoh already");
    Ended sameMail = ended(words("Diskominfo Lain", "--mail", "ASIH@contoh.invalid"));
    assertThat(sameMail.code()).isEqualTo(WRONG_USAGE);
    assertThat(sameMail.said()).contains("one address, one person");

    try (EmbeddedPostgres postgres = EmbeddedPostgres.open(folder);
        Database database = HomeDatabase.of(postgres)) {
      InOffice tables = new InOffice(database.source());
      assertThat(new SqlOffices(tables).all())
          .extracting(Office::name)
          .containsExactly("Diskominfo Contoh");
      Office office = new SqlOffices(tables).all().getFirst();
      assertThat(new SqlOffices(tables).officersOf(office.id())).hasSize(1);
      assertThat(new SqlAuditLog(tables).page(office.id(), AuditLog.Filter.ALL, Long.MAX_VALUE, 10))
          .extracting(Link::act)
          .containsExactly("office-begun");
    }
  }

  @Test
  void the_link_is_whole_where_a_desk_runs_and_otherwise_says_what_to_put_before_it()
      throws Exception {
    assertThat(ended(words("Dinas Pertama")).out())
        .contains("Sign in: /sign-in/link/", "Put the address of your desk before it");

    try (ServerSocket desk = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      DeskAddress.keep(folder, "http://127.0.0.1:" + desk.getLocalPort());
      assertThat(ended(words("Dinas Kedua", "--mail", "kedua@contoh.invalid")).out())
          .contains("Sign in: http://127.0.0.1:" + desk.getLocalPort() + "/sign-in/link/")
          .doesNotContain("Put the address");
    }
    assertThat(DeskAddress.of(folder, PublicAddress.NONE)).as("it was killed").isEmpty();
    assertThat(DeskAddress.of(folder, PublicAddress.of("https://ronda.contoh.go.id/")))
        .contains("https://ronda.contoh.go.id");
  }

  private String refused(String option, String value) {
    Ended ended = ended(words("Diskominfo Contoh", option, value));
    assertThat(ended.code()).as("%s '%s'", option, value).isEqualTo(WRONG_USAGE);
    return ended.said();
  }

  /** The words of the command, with these instead of its own. */
  private List<String> words(String name, String... instead) {
    List<String> words = new ArrayList<>(List.of(name, "--home", folder.toString()));
    List<String> options =
        List.of(
            "--kind", "communications-office",
            "--region", "36.01",
            "--person", "Asih Contoh",
            "--mail", "asih@contoh.invalid");
    for (int i = 0; i < options.size(); i += 2) {
      String option = options.get(i);
      boolean own = Stream.of(instead).noneMatch(option::equals);
      words.add(option);
      words.add(own ? options.get(i + 1) : instead[1]);
    }
    return words;
  }

  private static Ended ended(List<String> words) {
    StringWriter said = new StringWriter();
    StringWriter out = new StringWriter();
    int code =
        new CommandLine(new OfficeCommand())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(said))
            .setParameterExceptionHandler(
                (failure, given) -> {
                  said.append(failure.getMessage());
                  return WRONG_USAGE;
                })
            .execute(words.toArray(String[]::new));
    return new Ended(code, said.toString(), out.toString());
  }
}

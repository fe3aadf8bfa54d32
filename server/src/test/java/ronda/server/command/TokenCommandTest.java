package ronda.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import ronda.casework.office.Office;
import ronda.casework.office.Region;
import ronda.store.login.Tokens;
import ronda.store.postgres.Database;
import ronda.store.postgres.EmbeddedPostgres;
import ronda.store.schema.Schema;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlOffices;

/** What {@code ./ronda token} makes. */
class TokenCommandTest {
  @TempDir Path folder;

  @Test
  void a_script_that_asks_twice_under_one_name_is_given_two_tokens_of_two_names() {
    Office office =
        new Office(
            UUID.randomUUID(),
            "Diskominfo Contoh",
            Office.Kind.COMMUNICATIONS_OFFICE,
            new Region("32.71"));
    in(tables -> new SqlOffices(tables).put(office));

    assertThat(token("perayap")).isZero();
    assertThat(token("Perayap")).isZero();

    in(
        tables ->
            assertThat(new Tokens(tables).ofOffice(office.id()))
                .extracting(one -> one.name())
                .containsExactlyInAnyOrder("perayap", "Perayap 2"));
  }

  private int token(String name) {
    return new CommandLine(new TokenCommand())
        .execute(name, "--role", "reviewer", "--home", folder.toString());
  }

  private interface Work {
    void with(InOffice tables);
  }

  private void in(Work work) {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.open(folder);
        Database database = HomeDatabase.of(postgres)) {
      Schema.migrate(database.source());
      work.with(new InOffice(database.source()));
    }
  }
}

package ronda.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** An office's own PostgreSQL may be too old. */
class VersionTest {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  @TempDir private Path home;

  @Test
  void eighteen_and_newer_will_do() {
    assertThat(new Version(180_000).whyNot("here")).isEmpty();
    assertThat(new Version(180_003).whyNot("here")).isEmpty();
    assertThat(new Version(210_001).whyNot("here")).isEmpty();
  }

  @Test
  void what_is_older_is_refused_in_one_sentence_that_names_both_versions() {
    assertThat(new Version(150_014).whyNot("db.contoh"))
        .contains("The PostgreSQL at db.contoh is version 15.14, and Ronda needs 18 or newer.");
    assertThat(new Version(179_999).whyNot("here")).isPresent();
    assertThat(new Version(90_624).whyNot("here").orElseThrow()).contains("version 9.6.24,");
  }

  @Test
  void the_server_of_this_test_will_do() throws SQLException {
    try (Connection connection = DATABASE.source().getConnection();
        Statement statement = connection.createStatement();
        ResultSet version = statement.executeQuery("SHOW server_version_num")) {
      version.next();
      assertThat(new Version(version.getInt(1)).whyNot("here")).isEmpty();
    }
  }

  /** An older server cannot be had here: one that says it is older is refused in its place. */
  @Test
  void an_older_server_is_refused_before_anything_is_asked_of_it() throws Exception {
    try (Connection connection = DATABASE.source().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA older");
      statement.execute(
          "CREATE FUNCTION older.current_setting(text) RETURNS text LANGUAGE sql"
              + " AS $$ SELECT '150014' $$");
    }
    String older = "jdbc:" + DATABASE.url() + "&options=-csearch_path%3Dolder,pg_catalog,public";

    assertThatThrownBy(() -> Database.open(home, Map.of("RONDA_DATABASE_URL", older)).close())
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("is version 15.14, and Ronda needs 18 or newer.");
  }
}

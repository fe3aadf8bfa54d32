package ronda.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The office's own PostgreSQL, when it names one. */
class DatabaseTest {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  @TempDir private Path home;

  private Database open(String url) {
    return Database.open(home, Map.of("RONDA_DATABASE_URL", url));
  }

  @Test
  void the_named_server_is_used_and_nothing_is_put_into_the_home_folder() throws SQLException {
    try (Database database = open(DATABASE.url());
        Connection connection = database.source().getConnection();
        ResultSet row = connection.createStatement().executeQuery("SELECT current_user")) {
      row.next();
      assertThat(row.getString(1)).isEqualTo("ronda");
      assertThat(database.warnings()).isEmpty();
      assertThat(database).isInstanceOf(Database.Own.class);
    }
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void a_login_that_row_security_does_not_hold_is_warned_of() throws IOException {
    try (Database database = open(DATABASE.administratorUrl())) {
      assertThat(database.warnings())
          .singleElement()
          .asString()
          .contains("\"postgres\" is a superuser or exempt from row security");
    }
  }

  @Test
  void a_wrong_password_is_refused_and_not_repeated() {
    String url = DATABASE.url().replaceFirst("//ronda:[0-9a-f]+@", "//ronda:wrong-guess@");
    assertThatThrownBy(() -> open(url))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("password authentication failed")
        .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("wrong-guess"));
  }

  @Test
  void a_server_that_is_not_there_is_said_not_to_be_there() {
    assertThatThrownBy(() -> open("postgres://ronda:x@127.0.0.1:1/ronda"))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("127.0.0.1:1");
  }
}

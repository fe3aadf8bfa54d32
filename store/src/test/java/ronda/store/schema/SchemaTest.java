package ronda.store.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.store.postgres.EmbeddedDatabase;

/** The tables come to the shape of this release, or the start is refused with a reason. */
class SchemaTest {
  private static final String FIRST_RELEASE = "classpath:ronda/store/odd/first";
  private static final String SECOND_RELEASE = "classpath:ronda/store/odd";

  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  private static Optional<String> version(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection()) {
      return Schema.version(connection);
    }
  }

  @Test
  void an_empty_database_gets_the_tables_and_a_second_run_changes_nothing() throws SQLException {
    DataSource bare = DATABASE.bare();
    assertThat(version(bare)).isEmpty();
    Schema.migrate(bare, FIRST_RELEASE);
    Schema.migrate(bare, FIRST_RELEASE);
    assertThat(version(bare)).contains("1");
  }

  @Test
  void a_database_of_a_newer_release_is_refused() {
    DataSource bare = DATABASE.bare();
    Schema.migrate(bare, SECOND_RELEASE);
    assertThatThrownBy(() -> Schema.migrate(bare, FIRST_RELEASE))
        .isInstanceOf(SchemaRefused.class)
        .hasMessageContaining("newer release of Ronda (schema version 2)");
  }

  @Test
  void what_a_migration_may_see_does_not_stay_with_the_connection() throws SQLException {
    DataSource bare = DATABASE.bare();
    Schema.migrate(bare, SECOND_RELEASE);
    for (int lent = 0; lent < 20; lent++) {
      try (Connection connection = bare.getConnection();
          Statement statement = connection.createStatement();
          ResultSet row =
              statement.executeQuery(
                  "SELECT coalesce(current_setting('ronda.everything', true), '')")) {
        row.next();
        assertThat(row.getString(1)).isEmpty();
      }
    }
  }
}

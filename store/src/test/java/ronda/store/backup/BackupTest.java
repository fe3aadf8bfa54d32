package ronda.store.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import ronda.store.postgres.EmbeddedDatabase;
import ronda.store.schema.SchemaRefused;

/** A backup comes back as it was, or not at all. */
class BackupTest {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("ronda.backup");
  }

  private static List<String> ask(DataSource source, String... sql) throws SQLException {
    List<String> answer = new ArrayList<>();
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      for (String one : sql) {
        if (statement.execute(one)) {
          try (ResultSet rows = statement.getResultSet()) {
            while (rows.next()) {
              answer.add(rows.getString(1));
            }
          }
        }
      }
    }
    return answer;
  }

  @Test
  void what_was_written_comes_back() throws SQLException {
    ask(DATABASE.source(), "INSERT INTO installation DEFAULT VALUES ON CONFLICT DO NOTHING");
    Manifest written = Backup.write(DATABASE.source(), file());
    DataSource fresh = DATABASE.bare();
    assertThat(Backup.restore(fresh, file())).isEqualTo(written);
    assertThat(ask(fresh, "SELECT i::text FROM installation i"))
        .isEqualTo(ask(DATABASE.source(), "SELECT i::text FROM installation i"))
        .hasSize(1);
  }

  @Test
  void only_its_writer_may_read_it() throws IOException {
    Backup.write(DATABASE.source(), file());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void a_database_with_anything_in_it_is_not_overwritten() {
    Backup.write(DATABASE.source(), file());
    assertThatThrownBy(() -> Backup.restore(DATABASE.source(), file()))
        .isInstanceOf(SchemaRefused.class)
        .hasMessageContaining("not empty");
  }
}

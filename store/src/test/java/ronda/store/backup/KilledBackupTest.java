package ronda.store.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import ronda.store.postgres.EmbeddedDatabase;
import ronda.store.schema.Schema;
import ronda.store.schema.SchemaRefused;

/** What a kill in the middle leaves: the old backup, and an empty database. */
class KilledBackupTest {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  private static final int MANY_ROWS = 150_000;

  @SuppressWarnings("NullAway.Init") // fill() runs first
  private static OddDatabase odd;

  @TempDir private Path folder;

  @BeforeAll
  static void fill() throws SQLException {
    odd = OddDatabase.filled(DATABASE.bare());
    odd.grow(MANY_ROWS);
  }

  @Test
  void killed_while_writing_it_leaves_the_old_backup_and_no_half_of_a_new_one() throws Exception {
    Path file = folder.resolve("ronda.backup");
    Path part = folder.resolve("ronda.backup.part");
    OddDatabase small = OddDatabase.filled(DATABASE.bare());
    Manifest old = Backup.write(small.source(), file);

    Process writer = Accomplice.start(odd.source(), "write", file);
    waitFor(writer, () -> Files.exists(part) && Files.size(part) > 1_000_000);
    writer.destroyForcibly().waitFor();

    assertThat(part).exists();
    assertThat(Backup.check(file)).isEqualTo(old);
    assertThatThrownBy(() -> Backup.check(part)).isInstanceOf(BackupRefused.class);
    assertThat(Backup.write(small.source(), file).rows()).isEqualTo(old.rows());
    assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining(part::equals);
  }

  @Test
  void killed_while_restoring_it_leaves_no_row_and_another_restore_succeeds() throws Exception {
    Path file = folder.resolve("ronda.backup");
    Backup.write(odd.source(), file);
    DataSource bare = DATABASE.bare();
    OddDatabase fresh = new OddDatabase(bare);

    Process reader = Accomplice.start(bare, "restore", file);
    waitFor(
        reader,
        () ->
            !fresh
                .ask(
                    "SELECT 1 FROM pg_stat_progress_copy WHERE bytes_processed > 1000000 AND"
                        + " datname = current_database()")
                .isEmpty());
    reader.destroyForcibly().waitFor();
    waitFor(
        null,
        () ->
            fresh
                .ask("SELECT 1 FROM pg_stat_progress_copy WHERE datname = current_database()")
                .isEmpty());

    assertThat(fresh.ask("SELECT count(*) FROM odd")).containsExactly("0");
    assertThat(fresh.ask("SELECT word FROM seeded")).containsExactly("from the migration");
    assertThatThrownBy(() -> Schema.migrate(bare, OddDatabase.FIRST_RELEASE))
        .isInstanceOf(SchemaRefused.class)
        .hasMessageContaining("begun and not finished");

    Backup.restore(bare, file, OddDatabase.FIRST_RELEASE);
    assertThat(fresh.ask("SELECT md5(string_agg(word, '' ORDER BY id)) FROM odd"))
        .isEqualTo(odd.ask("SELECT md5(string_agg(word, '' ORDER BY id)) FROM odd"));
    Schema.migrate(bare, OddDatabase.FIRST_RELEASE);
  }

  @Test
  void two_backups_to_one_file_do_not_mix() throws Exception {
    Path file = folder.resolve("ronda.backup");
    Path part = folder.resolve("ronda.backup.part");
    Process writer = Accomplice.start(odd.source(), "write", file);
    waitFor(writer, () -> Files.exists(part) && Files.size(part) > 1_000_000);
    assertThatThrownBy(() -> Backup.write(DATABASE.source(), file))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining("another backup is being written");
    assertThat(writer.waitFor()).isZero();
    assertThat(Backup.check(file).rows()).isGreaterThan(MANY_ROWS);
  }

  private static void waitFor(@Nullable Process child, Callable<Boolean> condition)
      throws Exception {
    Instant end = Instant.now().plus(Duration.ofSeconds(60));
    while (!condition.call()) {
      if (Instant.now().isAfter(end) || (child != null && !child.isAlive())) {
        throw new IOException("the moment to kill it did not come");
      }
      Thread.sleep(5);
    }
  }
}

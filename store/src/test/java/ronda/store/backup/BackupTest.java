package ronda.store.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import ronda.store.postgres.EmbeddedDatabase;
import ronda.store.schema.Schema;
import ronda.store.schema.SchemaRefused;

/** A backup comes back as it was, or not at all. */
class BackupTest {
  private static final int ROUNDS = 300;

  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  @SuppressWarnings("NullAway.Init") // fill() runs first
  private static OddDatabase odd;

  @TempDir private Path folder;

  @BeforeAll
  static void fill() throws SQLException {
    odd = OddDatabase.filled(DATABASE.bare());
  }

  private Path file() {
    return folder.resolve("ronda.backup");
  }

  private static OddDatabase restored(Path file) {
    DataSource fresh = DATABASE.bare();
    Backup.restore(fresh, file, OddDatabase.FIRST_RELEASE);
    return new OddDatabase(fresh);
  }

  @Test
  void every_odd_value_comes_back_as_it_was() throws SQLException {
    Manifest written = Backup.write(odd.source(), file());
    assertThat(restored(file()).content()).isEqualTo(odd.content());
    assertThat(Backup.check(file())).isEqualTo(written);
    assertThat(written.rows()).isGreaterThan(15);
  }

  @Test
  void what_a_killed_restore_left_does_not_replace_a_good_backup() throws IOException {
    Backup.write(odd.source(), file());
    byte[] good = Files.readAllBytes(file());
    DataSource half = DATABASE.bare();
    Schema.prepareForRestore(half, "1", OddDatabase.FIRST_RELEASE);

    assertThatThrownBy(() -> Backup.write(half, file()))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining("begun and not finished");

    assertThat(Files.readAllBytes(file())).isEqualTo(good);
  }

  @Test
  void rows_that_only_one_office_may_see_are_in_it() throws SQLException {
    Backup.write(odd.source(), file());
    assertThat(restored(file()).ask("SELECT word FROM secret ORDER BY 1"))
        .containsExactly("of another", "of one office");
  }

  @Test
  void numbering_goes_on_where_it_stood() throws SQLException {
    Backup.write(odd.source(), file());
    OddDatabase restored = restored(file());
    assertThat(restored.ask("SELECT nextval('numbers')")).containsExactly("9");
    assertThat(restored.ask("INSERT INTO odd (word) VALUES ('next') RETURNING id"))
        .containsExactly("4");
  }

  @Test
  void rondas_own_tables_come_back() throws SQLException {
    OddDatabase ronda = new OddDatabase(DATABASE.source());
    ronda.run("INSERT INTO installation DEFAULT VALUES");
    Backup.write(ronda.source(), file());
    DataSource fresh = DATABASE.bare();
    Backup.restore(fresh, file());
    assertThat(new OddDatabase(fresh).content()).isEqualTo(ronda.content());
  }

  @Test
  void an_older_backup_is_brought_to_the_present_schema() throws SQLException {
    Backup.write(odd.source(), file());
    DataSource fresh = DATABASE.bare();
    Backup.restore(fresh, file(), OddDatabase.SECOND_RELEASE);
    OddDatabase restored = new OddDatabase(fresh);
    assertThat(restored.ask("SELECT DISTINCT note FROM tree")).containsExactly("none");
    assertThat(restored.ask("SELECT word FROM secret ORDER BY 1"))
        .containsExactly("of another, migrated", "of one office, migrated");
  }

  @Test
  void a_backup_of_a_newer_schema_is_refused() {
    DataSource newer = DATABASE.bare();
    Schema.migrate(newer, OddDatabase.SECOND_RELEASE);
    Backup.write(newer, file());
    assertThatThrownBy(() -> restored(file()))
        .isInstanceOf(SchemaRefused.class)
        .hasMessageContaining("schema version 2, which this release does not know");
  }

  @Test
  void a_backup_of_a_newer_format_is_refused() throws IOException {
    byte[] json = new Manifest(2, "9.9.9", "1", Instant.EPOCH, List.of(), List.of()).json();
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file()))) {
      put(zip, "manifest.json", json);
      put(zip, "manifest.sha256", Sums.of(json).getBytes(StandardCharsets.US_ASCII));
    }
    assertThatThrownBy(() -> Backup.check(file()))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining("newer release of Ronda");
  }

  /** Half a megabyte that unpacks to half a gigabyte, as the list of contents and as a table. */
  @Test
  void what_unpacks_to_much_is_read_without_laying_it_out_and_refused() throws IOException {
    var table = new Manifest.Table("odd", List.of("id"), 1, "0".repeat(64));
    byte[] json = new Manifest(1, "0.1.0", "1", Instant.EPOCH, List.of(table), List.of()).json();
    for (String bomb : List.of("manifest.json", "tables/odd.copy")) {
      try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file()))) {
        put(zip, "manifest.sha256", Sums.of(json).getBytes(StandardCharsets.US_ASCII));
        if (!bomb.equals("manifest.json")) {
          put(zip, "manifest.json", json);
        }
        zip.putNextEntry(new ZipEntry(bomb));
        byte[] piece = new byte[1 << 20];
        for (int megabytes = 0; megabytes < 512; megabytes++) {
          zip.write(piece);
        }
      }
      assertThat(Files.size(file())).isLessThan(1 << 20);
      long before = allocated();

      assertThatThrownBy(() -> Backup.check(file()))
          .isInstanceOf(BackupRefused.class)
          .hasMessageContaining(bomb.equals("manifest.json") ? "list of contents" : "table odd")
          .hasMessageContaining("Nothing was changed");
      assertThat(allocated() - before).as(bomb).isLessThan(128L << 20);
    }
  }

  /** What this thread has ever taken from the heap, in bytes: it does not depend on the machine. */
  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
  }

  @Test
  void only_its_writer_may_read_it() throws IOException {
    Backup.write(odd.source(), file());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void a_database_with_anything_in_it_is_not_overwritten() throws SQLException {
    Backup.write(odd.source(), file());
    Map<String, List<String>> before = odd.content();
    assertThatThrownBy(() -> Backup.restore(odd.source(), file(), OddDatabase.FIRST_RELEASE))
        .isInstanceOf(SchemaRefused.class)
        .hasMessageContaining("not empty");
    assertThat(odd.content()).isEqualTo(before);
  }

  @Test
  void a_table_whose_rules_would_hide_rows_from_it_is_named() throws SQLException {
    OddDatabase strict = OddDatabase.filled(DATABASE.bare());
    strict.run(
        "CREATE TABLE hidden (word text)",
        "ALTER TABLE hidden ENABLE ROW LEVEL SECURITY",
        "ALTER TABLE hidden FORCE ROW LEVEL SECURITY",
        "CREATE POLICY nobody ON hidden USING (word = current_setting('ronda.office', true))");
    assertThatThrownBy(() -> Backup.write(strict.source(), file()))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining("row rules of hidden");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void work_that_is_not_finished_is_not_in_it() throws SQLException {
    try (var open = odd.source().getConnection();
        var statement = open.createStatement()) {
      open.setAutoCommit(false);
      statement.execute("INSERT INTO seeded VALUES ('not yet')");
      Backup.write(odd.source(), file());
      open.rollback();
    }
    assertThat(restored(file()).ask("SELECT word FROM seeded")).containsExactly("by an officer");
  }

  @Test
  void a_flipped_byte_is_found_and_the_table_named() throws SQLException, IOException {
    OddDatabase big = OddDatabase.filled(DATABASE.bare());
    big.grow(1000);
    Backup.write(big.source(), file());
    byte[] bytes = Files.readAllBytes(file());
    // Nearly all of the file is that one table.
    bytes[bytes.length / 2] ^= 1;
    Files.write(file(), bytes);
    DataSource fresh = DATABASE.bare();
    assertThatThrownBy(() -> Backup.restore(fresh, file(), OddDatabase.FIRST_RELEASE))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining("the table odd in it is damaged")
        .hasMessageContaining("Nothing was changed");
    assertThat(new OddDatabase(fresh).ask("SELECT 1 FROM pg_tables WHERE schemaname = 'public'"))
        .isEmpty();
  }

  @Test
  void whichever_byte_is_flipped_no_wrong_row_is_believed() throws IOException, SQLException {
    Manifest written = Backup.write(odd.source(), file());
    byte[] whole = Files.readAllBytes(file());
    Random random = new Random(42);
    List<byte[]> accepted = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      byte[] damaged = whole.clone();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file(), damaged);
      try {
        // A bit in a date stamp of the archive, say, changes nothing that matters.
        assertThat(Backup.check(file())).isEqualTo(written);
        accepted.add(damaged);
      } catch (BackupRefused found) {
        assertThat(found).hasMessageContaining("cannot be used");
      }
    }
    // In so small a backup four bytes of ten are the archive's own dates, flags and margins.
    assertThat(accepted).hasSizeLessThan(ROUNDS / 2);
    int last = accepted.size() - 1;
    for (int i : new int[] {0, last / 2, last}) {
      Files.write(file(), accepted.get(i));
      assertThat(restored(file()).content()).isEqualTo(odd.content());
    }
  }

  @Test
  void a_file_that_was_cut_off_is_refused() throws IOException {
    Backup.write(odd.source(), file());
    byte[] whole = Files.readAllBytes(file());
    for (int length : new int[] {0, 1, whole.length / 2, whole.length - 1}) {
      Files.write(file(), Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> Backup.check(file()))
          .isInstanceOf(BackupRefused.class)
          .hasMessageContaining("its end is missing");
    }
  }

  @Test
  void a_file_that_is_not_there_is_said_to_be_missing() {
    assertThatThrownBy(() -> Backup.check(file())).hasMessageContaining("There is no file");
  }
}

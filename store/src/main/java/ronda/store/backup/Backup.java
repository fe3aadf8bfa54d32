package ronda.store.backup;

import java.nio.file.Path;
import javax.sql.DataSource;
import ronda.store.schema.Schema;

/** Ronda's whole database in one file. */
public final class Backup {
  private Backup() {}

  /** What was read back, and what was stilled in it. */
  public record Restored(Manifest manifest, Stilled stilled) {}

  /**
   * Writes the database as it is at this moment. Work goes on meanwhile. A file of that name is
   * replaced at once when the new one is whole and on the disk; killed before that, the old one
   * stays. Only the user who writes it may read it, for it holds everything.
   *
   * @throws BackupRefused when it cannot be written, or would not be whole
   */
  public static Manifest write(DataSource source, Path file) {
    return BackupWriter.write(source, file);
  }

  /**
   * Reads a backup from end to end and compares every sum.
   *
   * @throws BackupRefused when it is damaged, cut off, newer than this release or no backup
   */
  public static Manifest check(Path file) {
    try (BackupReader reader = BackupReader.open(file)) {
      return reader.check();
    }
  }

  /**
   * Checks a backup, and fills an empty database with it, whole or not at all. Killed meanwhile, it
   * leaves a database that only another restore accepts. What would have gone on by itself is
   * stilled, in the same transaction.
   *
   * @throws BackupRefused when the backup is not sound
   * @throws ronda.store.schema.SchemaRefused when the database is not empty, or the backup's tables
   *     are newer than this release
   */
  public static Restored restore(DataSource source, Path file) {
    return restore(source, file, Schema.MIGRATIONS);
  }

  static Restored restore(DataSource source, Path file, String migrations) {
    try (BackupReader reader = BackupReader.open(file)) {
      Manifest manifest = reader.check();
      return new Restored(manifest, Restoring.run(source, reader, manifest, migrations));
    }
  }
}

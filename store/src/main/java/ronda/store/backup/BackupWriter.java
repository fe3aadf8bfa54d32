package ronda.store.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import ronda.store.schema.Schema;

/** Writes a backup: first beside its place under another name, then, when it is whole, into it. */
final class BackupWriter {
  private BackupWriter() {}

  static Manifest write(DataSource source, Path file) {
    Path target = file.toAbsolutePath();
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try (Connection connection = source.getConnection();
        FileChannel channel =
            FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      keepOthersOut(channel, part);
      Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
      channel.truncate(0);
      Manifest manifest = snapshot(connection, channel);
      channel.force(true);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      syncFolderOf(target);
      return manifest;
    } catch (IOException | SQLException | BackupRefused failed) {
      drop(part, failed);
      throw new BackupRefused(
          "The backup %s was not written: %s".formatted(file, failed.getMessage()), failed);
    }
  }

  private static void keepOthersOut(FileChannel channel, Path part) throws IOException {
    try {
      @Nullable FileLock lock = channel.tryLock();
      if (lock != null) {
        return;
      }
    } catch (OverlappingFileLockException ours) {
      // Another thread of this process; the answer is the same.
    }
    throw new Busy("another backup is being written to " + part);
  }

  /** The file belongs to another backup that is still being written: it must not be deleted. */
  private static final class Busy extends IOException {
    Busy(String reason) {
      super(reason);
    }
  }

  private static void drop(Path part, Exception because) {
    if (because instanceof Busy) {
      return;
    }
    try {
      Files.deleteIfExists(part);
    } catch (IOException left) {
      because.addSuppressed(left);
    }
  }

  private static Manifest snapshot(Connection connection, FileChannel channel)
      throws SQLException, IOException {
    if (Schema.isBeingRestored(connection)) {
      throw new BackupRefused(
          "a restore into this database was begun and not finished: it may hold nothing yet");
    }
    Catalogue catalogue = new Catalogue(connection);
    List<Catalogue.Table> expected = catalogue.tables();
    connection.setAutoCommit(false);
    try {
      Session.execute(connection, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
      lock(connection, expected);
      Session.prepare(connection);
      if (!catalogue.tables().equals(expected)) {
        throw new BackupRefused("the tables are being changed just now; try again");
      }
      List<String> hiding = catalogue.hiding();
      if (!hiding.isEmpty()) {
        throw new BackupRefused(
            "the row rules of %s would hide rows from it (they must honour ronda.everything)"
                .formatted(String.join(", ", hiding)));
      }
      return write(connection, catalogue, expected, channel);
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  // Before the first look, which fixes the moment: a table that changed its shape between the two
  // would be shown in neither.
  private static void lock(Connection connection, List<Catalogue.Table> tables)
      throws SQLException {
    for (Catalogue.Table table : tables) {
      Session.execute(
          connection, "LOCK TABLE " + Catalogue.quoted(table.name()) + " IN ACCESS SHARE MODE");
    }
  }

  private static Manifest write(
      Connection connection, Catalogue catalogue, List<Catalogue.Table> tables, FileChannel channel)
      throws SQLException, IOException {
    String schema =
        Schema.version(connection)
            .orElseThrow(() -> new BackupRefused("the database holds no tables of Ronda"));
    CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
    // Not closed: closing would close the channel before it is forced to the disk.
    ZipOutputStream zip =
        new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16));
    zip.setLevel(Deflater.BEST_SPEED);
    List<Manifest.Table> written = new ArrayList<>();
    for (Catalogue.Table table : tables) {
      written.add(copy(copies, table, zip));
    }
    // After the rows: sequences do not stand still with the moment, and may only be ahead of them.
    List<Manifest.Sequence> sequences = new ArrayList<>();
    for (String sequence : catalogue.sequences()) {
      sequences.add(catalogue.position(sequence));
    }
    Manifest manifest =
        new Manifest(
            Manifest.FORMAT, release(), schema, Clock.systemUTC().instant(), written, sequences);
    byte[] json = manifest.json();
    put(zip, BackupReader.MANIFEST, json);
    put(zip, BackupReader.MANIFEST_SUM, Sums.of(json).getBytes(Sums.CHARSET));
    zip.finish();
    zip.flush();
    return manifest;
  }

  private static Manifest.Table copy(CopyManager copies, Catalogue.Table table, ZipOutputStream zip)
      throws SQLException, IOException {
    zip.putNextEntry(new ZipEntry(BackupReader.entry(table.name())));
    MessageDigest digest = Sums.digest();
    OutputStream summed = new DigestOutputStream(zip, digest);
    long rows =
        copies.copyOut(
            "COPY " + Catalogue.copied(table.name(), table.columns()) + " TO STDOUT", summed);
    zip.closeEntry();
    return new Manifest.Table(table.name(), table.columns(), rows, Sums.text(digest));
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }

  private static String release() throws IOException {
    Properties properties = new Properties();
    try (@Nullable InputStream in = BackupWriter.class.getResourceAsStream("release.properties")) {
      if (in == null) {
        throw new IllegalStateException("release.properties is missing from Ronda's own jar");
      }
      properties.load(in);
    }
    return properties.getProperty("version");
  }

  private static void syncFolderOf(Path file) throws IOException {
    try (FileChannel folder = FileChannel.open(file.resolveSibling(""), StandardOpenOption.READ)) {
      folder.force(true);
    }
  }
}

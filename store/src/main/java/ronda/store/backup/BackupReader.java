package ronda.store.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Reads a backup, and believes nothing in it whose sum is not right. */
final class BackupReader implements AutoCloseable {
  static final String MANIFEST = "manifest.json";
  static final String MANIFEST_SUM = "manifest.sha256";

  /** Thousands of tables fit; what is longer is no list of ours. */
  private static final int MOST_MANIFEST_BYTES = 16 << 20;

  private final Path file;
  private final ZipFile zip;

  private BackupReader(Path file, ZipFile zip) {
    this.file = file;
    this.zip = zip;
  }

  static String entry(String table) {
    return "tables/" + table + ".copy";
  }

  static BackupReader open(Path file) {
    if (!Files.isReadable(file)) {
      throw new BackupRefused("There is no file %s that can be read.".formatted(file));
    }
    try {
      return new BackupReader(file, new ZipFile(file.toFile()));
    } catch (IOException strange) {
      throw refused(file, "it is no backup of Ronda, or its end is missing", strange);
    }
  }

  /** Reads all of it and compares every sum. */
  Manifest check() {
    Manifest manifest = manifest();
    for (Manifest.Table table : manifest.tables()) {
      try (DigestInputStream rows = rows(table)) {
        rows.transferTo(OutputStream.nullOutputStream());
        compare(table, rows);
      } catch (IOException damaged) {
        throw damaged(table, damaged);
      }
    }
    return manifest;
  }

  private Manifest manifest() {
    try {
      byte[] json = bytes(MANIFEST);
      if (!Sums.of(json).equals(new String(bytes(MANIFEST_SUM), Sums.CHARSET))) {
        throw new BackupRefused("its list of contents is damaged");
      }
      return Manifest.of(json);
    } catch (IOException damaged) {
      throw refused(file, "its list of contents is missing or damaged", damaged);
    } catch (BackupRefused why) {
      throw refused(file, String.valueOf(why.getMessage()), why);
    }
  }

  private byte[] bytes(String name) throws IOException {
    try (InputStream in = stream(name)) {
      return in.readNBytes(MOST_MANIFEST_BYTES);
    }
  }

  private InputStream stream(String name) throws IOException {
    @Nullable ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new ZipException(name + " is not in it");
    }
    return zip.getInputStream(entry);
  }

  /** A table's rows; when all are read, {@link #compare} says whether they were sound. */
  DigestInputStream rows(Manifest.Table table) throws IOException {
    return new DigestInputStream(stream(entry(table.name())), Sums.digest());
  }

  void compare(Manifest.Table table, DigestInputStream rows) throws IOException {
    MessageDigest digest = rows.getMessageDigest();
    if (!Sums.text(digest).equals(table.sha256())) {
      throw new ZipException("the sum is not right");
    }
  }

  BackupRefused damaged(Manifest.Table table, IOException damaged) {
    return refused(
        file,
        "the table %s in it is damaged (%s)".formatted(table.name(), damaged.getMessage()),
        damaged);
  }

  private static BackupRefused refused(Path file, String why, Exception cause) {
    return new BackupRefused(
        "The backup %s cannot be used: %s. Nothing was changed.".formatted(file, why), cause);
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException failed) {
      throw new BackupRefused("The backup " + file + " could not be closed", failed);
    }
  }
}

package ronda.sources.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import ronda.sources.sheets.SheetRefused.Why;

/**
 * Unpacks a spreadsheet once and throws all away, to learn that it can be unpacked. What the file
 * says of its own sizes is not believed. The same look finds what no spreadsheet program writes:
 * document types, with whose entities little text can stand for much, and cells further to the
 * right than a sheet has columns.
 */
final class Unpacking {
  private static final int MOST_ENTRIES = 2_000;
  private static final long MOST_BYTES = 512L << 20;

  /** Strings shared by cells are kept in memory while the rows are read. */
  private static final long MOST_SHARED = 64L << 20;

  /** Deflate reaches 1,000 to 1; people's tables stay below 50. */
  private static final long MOST_RATIO = 200;

  private static final long SMALL = 1 << 20;
  private static final int BUFFER = 64 << 10;

  private Unpacking() {}

  static void check(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.size() > MOST_ENTRIES) {
        throw new SheetRefused(Why.BOMB, zip.size() + " entries");
      }
      Set<String> names = new HashSet<>();
      long total = 0;
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (!names.add(entry.getName())) {
          throw new SheetRefused(Why.BOMB, "an entry stands twice: " + entry.getName());
        }
        try (InputStream bytes = zip.getInputStream(entry)) {
          total += check(entry, bytes, MOST_BYTES - total);
        }
      }
    } catch (ZipException | IllegalArgumentException damaged) {
      throw new SheetRefused(Why.NOT_A_SHEET, String.valueOf(damaged.getMessage()));
    }
  }

  private static long check(ZipEntry entry, InputStream bytes, long left) throws IOException {
    boolean shared = entry.getName().endsWith("sharedStrings.xml");
    long most = shared ? Math.min(left, MOST_SHARED) : left;
    long packed = Math.max(1, entry.getCompressedSize());
    OddXml odd = new OddXml(entry.getName());
    byte[] buffer = new byte[BUFFER];
    long unpacked = 0;
    for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
      unpacked += read;
      if (unpacked > most || unpacked > SMALL && unpacked / packed > MOST_RATIO) {
        throw new SheetRefused(Why.BOMB, entry.getName() + " unpacks to too much");
      }
      odd.look(buffer, read);
    }
    return unpacked;
  }
}

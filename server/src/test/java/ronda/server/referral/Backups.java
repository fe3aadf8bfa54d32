package ronda.server.referral;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import ronda.store.backup.Backup;

/** What a backup of a test's database would carry away. */
final class Backups {
  private Backups() {}

  /** Which of these words stand in it, and in which table; {@code folder} takes the file. */
  static Set<String> leftOf(List<String> words, DataSource source, Path folder) throws IOException {
    Path file = folder.resolve(UUID.randomUUID() + ".backup");
    Backup.write(source, file);
    Set<String> left = new TreeSet<>();
    try (var zip = new ZipFile(file.toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        try (var content = zip.getInputStream(entry)) {
          String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
          words.stream().filter(text::contains).forEach(word -> left.add(entry + ": " + word));
        }
      }
    }
    return left;
  }
}

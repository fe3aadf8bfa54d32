package ronda.server.upload;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import ronda.server.desk.Intake;
import ronda.sources.files.Encoding;
import ronda.sources.files.Format;
import ronda.sources.files.Glance;
import ronda.sources.files.Unpacked;

/**
 * A file somebody sent, which waits in the home's folder (berkas menunggu).
 *
 * @param name as the sender called it
 * @param sheet the name of the spreadsheet's sheet; empty for other files
 */
public record Upload(
    UUID id,
    UUID officer,
    Instant at,
    String name,
    Path file,
    Format format,
    Encoding encoding,
    String sheet,
    Glance glance) {
  private static final int GZIP = 0x1f8b;

  /** The file's letters as UTF-8, unpacked where it is packed. */
  InputStream open() throws IOException {
    return encoding.toUtf8(unpacked(file));
  }

  static InputStream unpacked(Path file) throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
    bytes.mark(2);
    int first = bytes.read() << 8 | bytes.read();
    bytes.reset();
    return first == GZIP ? Unpacked.gzip(bytes, Intake.MOST_UNPACKED) : bytes;
  }

  /** Our field of each column that bears our own name already. */
  private boolean hasOwn(String field) {
    return glance.columns().stream()
        .anyMatch(
            column ->
                format == Format.CSV
                    ? column.toLowerCase(Locale.ROOT).equals(field.toLowerCase(Locale.ROOT))
                    : column.equals(field));
  }

  /** Whether somebody has to say what the columns hold: not where they bear our names. */
  boolean needsNaming() {
    Map<String, String> guess = ColumnGuess.of(glance);
    return !glance.columns().isEmpty()
        && (!hasOwn("text") || guess.keySet().stream().anyMatch(field -> !hasOwn(field)));
  }
}

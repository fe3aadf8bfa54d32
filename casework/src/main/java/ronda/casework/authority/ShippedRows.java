package ronda.casework.authority;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The rows that come with Ronda: what an office begins with. Their sources stand beside them. */
public final class ShippedRows {
  private static final List<String> FILES = List.of("acts.txt", "laws.txt");

  private ShippedRows() {}

  /** All of them. */
  public static List<Row> all() {
    List<Row> rows = new ArrayList<>();
    FILES.forEach(file -> rows.addAll(RowWords.rows(text(file))));
    return List.copyOf(rows);
  }

  private static String text(String file) {
    try (InputStream in = ShippedRows.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing from the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read " + file, broken);
    }
  }
}

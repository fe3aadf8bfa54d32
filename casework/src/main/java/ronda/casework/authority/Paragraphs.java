package ronda.casework.authority;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads rows that are written as paragraphs: a line {@code name: words} for each field, an empty
 * line between rows, {@code #} before a remark, and an indented line to go on.
 */
final class Paragraphs {
  /** How many characters a file of rows may have. */
  static final int LONGEST_FILE = 1_000_000;

  private final List<Map<String, String>> all = new ArrayList<>();
  private Map<String, String> open = new LinkedHashMap<>();
  private String last = "";

  private Paragraphs() {}

  /** The paragraphs of a text; {@link IllegalArgumentException} says which line cannot be read. */
  static List<Map<String, String>> of(String text) {
    if (text.length() > LONGEST_FILE) {
      throw new IllegalArgumentException("more than " + LONGEST_FILE + " characters");
    }
    Paragraphs read = new Paragraphs();
    int number = 0;
    for (String line : text.lines().toList()) {
      read.line(line, ++number);
    }
    read.close();
    return List.copyOf(read.all);
  }

  private void line(String line, int number) {
    if (line.isBlank()) {
      close();
    } else if (line.startsWith(" ") && !last.isEmpty()) {
      open.merge(last, line.strip(), (before, more) -> before + " " + more);
    } else if (!line.startsWith("#")) {
      int colon = line.indexOf(':');
      String name = colon < 0 ? "" : line.substring(0, colon);
      if (name.isBlank() || !name.equals(name.strip()) || open.containsKey(name)) {
        throw new IllegalArgumentException(
            "line %d is not 'name: words' with a new name: %s".formatted(number, line));
      }
      open.put(name, line.substring(colon + 1).strip());
      last = name;
    }
  }

  private void close() {
    if (!open.isEmpty()) {
      all.add(open);
    }
    open = new LinkedHashMap<>();
    last = "";
  }
}

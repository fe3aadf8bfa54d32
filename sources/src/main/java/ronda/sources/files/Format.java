package ronda.sources.files;

import java.util.Locale;
import java.util.Optional;

/** How posts are written in a file. */
public enum Format {
  JSONL,
  CSV,
  TEXT;

  /** The name on the command line, such as {@code jsonl}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format with this name, if there is one. */
  public static Optional<Format> ofCode(String code) {
    for (Format format : values()) {
      if (format.code().equals(code)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /** What a file's name says; JSON Lines where it says nothing. */
  public static Format ofName(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    if (name.endsWith(".gz")) {
      name = name.substring(0, name.length() - 3);
    }
    if (name.endsWith(".csv") || name.endsWith(".tsv")) {
      return CSV;
    }
    return name.endsWith(".txt") ? TEXT : JSONL;
  }
}

package ronda.tool.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Flaws that somebody has looked at and found not to matter here, for a while.
 *
 * @param lines as they stand in the file
 */
public record Accepted(List<Line> lines) {
  /** For so long a look counts; then somebody looks again. */
  static final Period HOLDS = Period.ofDays(90);

  public Accepted {
    lines = List.copyOf(lines);
  }

  /**
   * One flaw, by one person, for one reason: {@code ID LIBRARY DATE PERSON REASON…}.
   *
   * @param library its name, such as {@code org.contoh/contoh}
   */
  public record Line(String flaw, String library, LocalDate reviewed, String by, String reason) {
    boolean covers(Flaw other) {
      return library.equals(other.library().name())
          && (flaw.equals(other.id()) || other.aliases().contains(flaw));
    }
  }

  /** The line that lets this flaw pass on this day. */
  public Optional<Line> of(Flaw flaw, LocalDate today) {
    return lines.stream()
        .filter(line -> line.covers(flaw))
        .filter(line -> !line.reviewed().isAfter(today))
        .filter(line -> line.reviewed().plus(HOLDS).isAfter(today))
        .findFirst();
  }

  /**
   * Reads such a file; empty lines and those that begin with {@code #} are for people. A file that
   * is not there accepts nothing.
   *
   * @throws IOException where a line lacks one of the five, or its date is none; it says which
   */
  public static Accepted read(Path file) throws IOException {
    List<Line> lines = new ArrayList<>();
    int number = 0;
    for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        lines.add(line(line.strip().split("\\s+", 5), file + ", line " + number));
      }
    }
    return new Accepted(lines);
  }

  private static Line line(String[] words, String where) throws IOException {
    if (words.length < 5) {
      throw new IOException(where + ": flaw, library, date, person and reason are needed");
    }
    try {
      return new Line(words[0], words[1], LocalDate.parse(words[2]), words[3], words[4]);
    } catch (DateTimeParseException wrong) {
      throw new IOException(where + ": " + words[2] + " is no date such as 2026-11-22", wrong);
    }
  }
}

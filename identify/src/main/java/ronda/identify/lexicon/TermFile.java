package ronda.identify.lexicon;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ronda.identify.post.Category;

/**
 * Reads one lexicon file: UTF-8 (a byte-order mark is skipped), tab-separated, a first line with
 * the column names, {@code #} for comments, {@code @} for {@link WordLists named lists}. A file
 * with one bad line is refused whole, with every complaint: half a lexicon would look like a
 * working one.
 */
final class TermFile {
  private static final List<String> COLUMNS =
      List.of(
          "term", "category", "stance", "weight", "boundary", "needs", "unless", "source", "date");
  private static final int MOST_BYTES = 32 << 20;
  private static final int MOST_COMPLAINTS = 50;

  private final String name;
  private final List<String> complaints = new ArrayList<>();
  private final List<Term> terms = new ArrayList<>();
  private final Map<String, Integer> lineOf = new HashMap<>();

  // Many terms of a file ask for the same company and are of the same day: read once, kept once.
  private final Map<String, Company> companies = new HashMap<>();
  private final Map<String, LocalDate> dates = new HashMap<>();
  private final Map<String, Double> weights = new HashMap<>();

  private final WordLists lists = new WordLists();
  private boolean headerSeen;

  private TermFile(String name) {
    this.name = name;
  }

  /**
   * The terms of {@code file}.
   *
   * @throws BrokenLexicon where anything is wrong with its contents
   * @throws IOException where it cannot be read
   */
  static List<Term> read(Path file) throws IOException {
    Path name = file.getFileName();
    String called = name == null ? file.toString() : name.toString();
    if (Files.size(file) > MOST_BYTES) {
      throw new BrokenLexicon(List.of(called + ": larger than " + (MOST_BYTES >> 20) + " MB"));
    }
    try {
      return parse(called, Files.readString(file, StandardCharsets.UTF_8));
    } catch (CharacterCodingException notUtf8) {
      throw new BrokenLexicon(List.of(called + ": not UTF-8"));
    }
  }

  /** The terms of a file's whole text, for messages called {@code name}. */
  static List<Term> parse(String name, String text) {
    return new TermFile(name).read(text);
  }

  private List<Term> read(String text) {
    int number = 0;
    String unmarked =
        text.startsWith("\uFEFF") ? text.substring(1) : text; // as spreadsheets save it
    for (String line : unmarked.lines().toList()) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        line(number, line.split("\t", -1));
      }
    }
    if (!headerSeen && complaints.isEmpty()) {
      complaints.add(name + ": no line with the column names " + String.join(", ", COLUMNS));
    }
    if (complaints.isEmpty()) {
      // Only now: a line that is refused may be the one that uses the list.
      lists
          .unused()
          .forEach((list, line) -> complaints.add(at(line) + "no term uses the list @" + list));
    }
    if (!complaints.isEmpty()) {
      throw new BrokenLexicon(complaints);
    }
    return List.copyOf(terms);
  }

  private void line(int number, String[] cells) {
    if (complaints.size() >= MOST_COMPLAINTS) {
      return;
    }
    try {
      if (!headerSeen) {
        headerSeen = true;
        header(cells);
      } else if (cells[0].startsWith("@")) {
        lists.define(number, cells);
      } else {
        add(number, term(cells));
      }
    } catch (IllegalArgumentException wrong) {
      complaints.add(at(number) + wrong.getMessage());
    }
  }

  private String at(int number) {
    return name + ":" + number + ": ";
  }

  private static void header(String[] cells) {
    if (!List.of(cells).equals(COLUMNS)) {
      throw new IllegalArgumentException(
          "the columns must be " + String.join(", ", COLUMNS) + ", separated by tabs");
    }
  }

  private Term term(String[] cells) {
    if (cells.length != COLUMNS.size()) {
      throw new IllegalArgumentException(
          "has " + cells.length + " columns instead of " + COLUMNS.size());
    }
    Optional<Category> category =
        cells[1].equals("any") ? Optional.empty() : Optional.of(Names.category(cells[1]));
    return new Term(
        cells[0],
        category,
        Names.stance(cells[2]),
        weight(cells[3]),
        Names.boundary(cells[4]),
        company(cells[5]),
        company(cells[6]),
        cells[7],
        date(cells[8]));
  }

  private void add(int number, Term term) {
    String category = term.category().map(Category::code).orElse("any");
    String key = term.term() + "\t" + category + "\t" + term.stance().code();
    Integer before = lineOf.putIfAbsent(key, number);
    if (before != null) {
      throw new IllegalArgumentException(
          "\"" + term.term() + "\" is listed already in line " + before);
    }
    terms.add(term);
  }

  private static double number(String cell) {
    try {
      return Double.parseDouble(cell);
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException("the weight must be a number, was \"" + cell + "\"");
    }
  }

  private double weight(String cell) {
    Double known = weights.get(cell);
    if (known == null) {
      known = number(cell);
      weights.put(cell, known);
    }
    return known;
  }

  private Company company(String cell) {
    Company known = companies.get(cell);
    if (known == null) {
      known = Company.parse(cell, lists);
      companies.put(cell, known);
    }
    return known;
  }

  private LocalDate date(String cell) {
    LocalDate known = dates.get(cell);
    if (known == null) {
      known = parsed(cell);
      dates.put(cell, known);
    }
    return known;
  }

  private static LocalDate parsed(String cell) {
    try {
      return LocalDate.parse(cell);
    } catch (DateTimeParseException notADate) {
      throw new IllegalArgumentException("the date must be like 2026-11-22, was \"" + cell + "\"");
    }
  }
}

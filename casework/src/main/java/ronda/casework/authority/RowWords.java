package ronda.casework.authority;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import ronda.identify.post.Category;

/** A row as words, and back: how it stands in a file, in the store and in a form. */
public final class RowWords {
  private static final Set<String> OF_ACTS =
      Set.of(
          "id",
          "act",
          "by",
          "category",
          "says",
          "to",
          "from",
          "until",
          "basis",
          "source",
          "check",
          "note");
  private static final Set<String> OF_BASES =
      Set.of(
          "id",
          "category",
          "from",
          "until",
          "basis",
          "threat",
          "complaint",
          "defamation",
          "source",
          "check",
          "note");

  private final Map<String, String> words;

  private RowWords(Map<String, String> words) {
    this.words = words;
  }

  /**
   * The row of these words: one about an act if they name one, else one about a law. A field that
   * is missing is empty.
   *
   * @throws IllegalArgumentException saying which field is not understood
   */
  public static Row row(Map<String, String> words) {
    boolean ofAct = words.containsKey("act");
    Set<String> odd = new TreeSet<>(words.keySet());
    odd.removeAll(ofAct ? OF_ACTS : OF_BASES);
    if (!odd.isEmpty()) {
      throw new IllegalArgumentException(words.get("id") + " has unknown fields " + odd);
    }
    RowWords read = new RowWords(words);
    return ofAct ? read.act() : read.basis();
  }

  /** The rows of a text in paragraphs, in its order. */
  public static List<Row> rows(String text) {
    return Paragraphs.of(text).stream().map(RowWords::row).toList();
  }

  private ActRow act() {
    return new ActRow(
        field("id"),
        one("act", Act::ofCode),
        set("by", Actor.class, Actor::ofCode),
        set("category", Category.class, Category::ofCode),
        one("says", Ruling::ofCode),
        set("to", Recipient.class, Recipient::ofCode),
        day("from").orElseThrow(() -> new IllegalArgumentException(field("id") + " begins never")),
        day("until"),
        field("basis"),
        field("source"),
        one("check", Check::ofCode),
        field("note"));
  }

  private BasisRow basis() {
    return new BasisRow(
        field("id"),
        set("category", Category.class, Category::ofCode),
        day("from").orElseThrow(() -> new IllegalArgumentException(field("id") + " begins never")),
        day("until"),
        field("basis"),
        field("threat"),
        yes("complaint"),
        yes("defamation"),
        field("source"),
        one("check", Check::ofCode),
        field("note"));
  }

  private String field(String name) {
    return words.getOrDefault(name, "").strip();
  }

  private boolean yes(String name) {
    return switch (field(name)) {
      case "yes" -> true;
      case "no", "" -> false;
      default -> throw not(name, field(name));
    };
  }

  private <T> T one(String name, Function<String, Optional<T>> ofCode) {
    return ofCode.apply(field(name)).orElseThrow(() -> not(name, field(name)));
  }

  private <T extends Enum<T>> Set<T> set(
      String name, Class<T> type, Function<String, Optional<T>> ofCode) {
    Set<T> all = EnumSet.noneOf(type);
    Arrays.stream(field(name).split(",", -1))
        .map(String::strip)
        .filter(code -> !code.isEmpty())
        .forEach(code -> all.add(ofCode.apply(code).orElseThrow(() -> not(name, code))));
    return all;
  }

  private Optional<LocalDate> day(String name) {
    String text = field(name);
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException odd) {
      throw new IllegalArgumentException(not(name, text).getMessage(), odd);
    }
  }

  private IllegalArgumentException not(String name, String value) {
    return new IllegalArgumentException("%s: '%s' is no %s".formatted(field("id"), value, name));
  }

  /** The words of a row, from which {@link #row} makes the same row again. */
  public static Map<String, String> of(Row row) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("id", row.id());
    switch (row) {
      case ActRow act -> {
        words.put("act", act.act().code());
        words.put("by", codes(act.by(), Actor::code));
        words.put("says", act.says().code());
        words.put("to", codes(act.to(), Recipient::code));
      }
      case BasisRow basis -> {
        words.put("threat", basis.threat());
        words.put("complaint", basis.complaint() ? "yes" : "no");
        words.put("defamation", basis.defamation() ? "yes" : "no");
      }
    }
    words.put("category", codes(row.categories(), Category::code));
    words.put("from", row.from().toString());
    words.put("until", row.until().map(LocalDate::toString).orElse(""));
    words.put("basis", row.basis());
    words.put("source", row.source());
    words.put("check", row.check().code());
    words.put("note", row.note());
    return words;
  }

  /** A row as a paragraph. */
  public static String text(Row row) {
    return of(row).entrySet().stream()
        .filter(field -> !field.getValue().isEmpty())
        .map(field -> field.getKey() + ": " + field.getValue() + "\n")
        .collect(Collectors.joining());
  }

  private static <T extends Enum<T>> String codes(Set<T> all, Function<T, String> code) {
    return all.stream()
        .sorted(Comparator.naturalOrder())
        .map(code)
        .collect(Collectors.joining(", "));
  }
}

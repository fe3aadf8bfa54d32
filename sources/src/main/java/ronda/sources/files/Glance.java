package ronda.sources.files;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The columns and first rows of a file, before anybody has said what they hold (pratinjau).
 *
 * @param columns the file's own names, each once, at most {@value #MOST_COLUMNS}
 * @param rows as many cells as columns, each cut to {@value #CELL} characters
 */
public record Glance(List<String> columns, List<List<String>> rows) {
  /** How many bytes at the beginning of a file a glance needs. */
  public static final int BYTES = 1 << 20;

  private static final int MOST_COLUMNS = 200;
  private static final int LONGEST_NAME = 200;
  private static final int CELL = 160;
  private static final JsonFactory JSON = new JsonFactory();

  public Glance {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * What the beginning of a file shows.
   *
   * @param head the first {@link #BYTES}, in UTF-8
   * @param format CSV or JSON Lines; text has no columns
   * @param most how many rows
   */
  public static Glance at(byte[] head, Format format, int most) {
    byte[] clean = head;
    int mark = Signature.byteOrderMark(head);
    if (mark > 0) {
      clean = java.util.Arrays.copyOfRange(head, mark, head.length);
    }
    return switch (format) {
      case CSV -> csv(clean, most);
      case JSONL -> json(clean, most);
      case TEXT -> new Glance(List.of(), List.of());
    };
  }

  private static Glance csv(byte[] head, int most) {
    int after = LineEnds.afterAny(head, 0, head.length, true);
    int end = after == 0 ? head.length : after;
    String header = utf8(head, 0, end).stripTrailing();
    char separator = CsvHeader.separatorOf(header);
    List<String> names = cells(header, separator);
    Set<String> columns = named(names);
    List<List<String>> rows = new ArrayList<>();
    byte[] rest = java.util.Arrays.copyOfRange(head, end, head.length);
    CsvRecords records = new CsvRecords(rest, rest.length, separator, rest.length < BYTES / 2);
    while (rows.size() < most && records.next()) {
      if (records.toBeforeLineEnd() > records.from()) {
        List<String> cells =
            cells(utf8(rest, records.from(), records.toBeforeLineEnd()), separator);
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(names.size(), cells.size()); i++) {
          row.putIfAbsent(names.get(i).strip(), cells.get(i));
        }
        rows.add(row(columns, row));
      }
    }
    return new Glance(List.copyOf(columns), rows);
  }

  private static List<String> cells(String record, char separator) {
    try {
      return CsvDoor.fields(record, separator);
    } catch (Unreadable broken) {
      return List.of();
    }
  }

  private static Glance json(byte[] head, int most) {
    Set<String> columns = new LinkedHashSet<>();
    List<Map<String, String>> rows = new ArrayList<>();
    int from = 0;
    while (from < head.length && rows.size() < most) {
      int end = lineEnd(head, from);
      Map<String, String> row = object(head, from, end);
      if (!row.isEmpty()) {
        columns.addAll(row.keySet());
        rows.add(row);
      }
      from = end + 1;
    }
    Set<String> shown = named(List.copyOf(columns));
    return new Glance(List.copyOf(shown), rows.stream().map(row -> row(shown, row)).toList());
  }

  /** The fields of one object that hold a word, a number or a list of words. */
  private static Map<String, String> object(byte[] bytes, int from, int to) {
    Map<String, String> fields = new LinkedHashMap<>();
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), bytes, from, to - from)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return Map.of();
      }
      for (String name = json.nextName(); name != null; name = json.nextName()) {
        JsonToken token = json.nextToken();
        if (token.isStructStart()) {
          json.skipChildren();
        } else if (token != JsonToken.VALUE_NULL) {
          fields.putIfAbsent(name, json.getString());
        }
      }
    } catch (JacksonException broken) {
      return Map.of();
    }
    return fields;
  }

  private static Set<String> named(List<String> names) {
    Set<String> columns = new LinkedHashSet<>();
    for (String name : names) {
      String bare = name.strip();
      if (!bare.isEmpty() && bare.length() <= LONGEST_NAME && columns.size() < MOST_COLUMNS) {
        columns.add(bare);
      }
    }
    return columns;
  }

  private static List<String> row(Set<String> columns, Map<String, String> cells) {
    return columns.stream().map(column -> cut(cells.getOrDefault(column, ""))).toList();
  }

  private static String cut(String cell) {
    if (cell.length() <= CELL) {
      return cell;
    }
    int end = Character.isHighSurrogate(cell.charAt(CELL - 2)) ? CELL - 2 : CELL - 1;
    return cell.substring(0, end) + "…";
  }

  private static int lineEnd(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    return at;
  }

  private static String utf8(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }
}

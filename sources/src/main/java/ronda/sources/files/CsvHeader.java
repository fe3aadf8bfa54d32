package ronda.sources.files;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import ronda.sources.files.Why.Kind;

/**
 * What each column of a CSV file holds.
 *
 * @param separator what stands between the fields: {@code ,} or, as spreadsheets in Indonesian
 *     write it, {@code ;}, or a tab
 */
record CsvHeader(char separator, List<Column> columns) {
  private static final char[] SEPARATORS = {',', ';', '\t'};

  CsvHeader {
    columns = List.copyOf(columns);
  }

  /** What a column may hold. */
  enum Column {
    ID,
    TEXT,
    AUTHOR,
    PLATFORM,
    URL,
    POSTED_AT,
    REGION,
    LINKS,
    IMAGES,
    LABELS,
    SOURCE,
    STANCE,
    OTHER
  }

  /** The separator that the header row shows: the one that parts the most fields. */
  static char separatorOf(String row) {
    char best = SEPARATORS[0];
    for (char candidate : SEPARATORS) {
      if (count(row, candidate) > count(row, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static long count(String row, char wanted) {
    return row.chars().filter(c -> c == wanted).count();
  }

  /** Reads the header row. Names are matched whatever their case. */
  static CsvHeader of(String row, char separator, Input.Reading reading) throws Unreadable {
    List<String> names = CsvDoor.fields(row, separator);
    List<Column> columns = new ArrayList<>();
    Set<Column> seen = EnumSet.noneOf(Column.class);
    for (String name : names) {
      Column column = column(reading.naming().ours(name.strip()), reading.labelsField());
      if (column != Column.OTHER && !seen.add(column)) {
        throw new Unreadable(Why.of(Kind.COLUMN_TWICE, name.strip()));
      }
      columns.add(column);
    }
    if (!seen.contains(Column.TEXT)) {
      throw new Unreadable(Why.of(Kind.NO_TEXT_COLUMN, String.join(", ", names)));
    }
    return new CsvHeader(separator, columns);
  }

  private static Column column(String name, String labelsField) {
    if (!labelsField.isEmpty()) {
      if (name.equalsIgnoreCase(labelsField)) {
        return Column.LABELS;
      }
      switch (name.toLowerCase(Locale.ROOT)) {
        case "source" -> {
          return Column.SOURCE;
        }
        case "stance" -> {
          return Column.STANCE;
        }
        default -> {}
      }
    }
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "id" -> Column.ID;
      case "text" -> Column.TEXT;
      case "author" -> Column.AUTHOR;
      case "platform" -> Column.PLATFORM;
      case "url" -> Column.URL;
      case "postedat" -> Column.POSTED_AT;
      case "region" -> Column.REGION;
      case "links" -> Column.LINKS;
      case "images" -> Column.IMAGES;
      default -> Column.OTHER;
    };
  }
}

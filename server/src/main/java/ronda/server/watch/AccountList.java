package ronda.server.watch;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ronda.casework.watch.WatchStep;
import ronda.casework.watch.WatchedAccount;
import ronda.letters.form.Csv;

/**
 * A list of accounts as CSV (RFC 4180), one account a line: what offices hand each other for apps
 * that no program may read along in. A field holds no line end, so that one bad quote spoils one
 * line and no more.
 */
final class AccountList {
  /** How large a list may be, in bytes and in lines. */
  static final int MOST_BYTES = 1_000_000;

  static final int MOST_LINES = 5_000;

  private static final int LONGEST_LINE = 8_000;

  private enum Column {
    PLATFORM,
    HANDLE,
    DISPLAY_NAME,
    REGION,
    CATEGORY,
    WAY,
    SEEN,
    NOTE
  }

  private static final Map<String, Column> NAMES =
      Map.ofEntries(
          Map.entry("platform", Column.PLATFORM),
          Map.entry("aplikasi", Column.PLATFORM),
          Map.entry("handle", Column.HANDLE),
          Map.entry("akun", Column.HANDLE),
          Map.entry("account", Column.HANDLE),
          Map.entry("displayname", Column.DISPLAY_NAME),
          Map.entry("nama", Column.DISPLAY_NAME),
          Map.entry("region", Column.REGION),
          Map.entry("wilayah", Column.REGION),
          Map.entry("category", Column.CATEGORY),
          Map.entry("kategori", Column.CATEGORY),
          Map.entry("way", Column.WAY),
          Map.entry("asal", Column.WAY),
          Map.entry("lastseen", Column.SEEN),
          Map.entry("terlihat", Column.SEEN),
          Map.entry("note", Column.NOTE),
          Map.entry("catatan", Column.NOTE));

  /** A lone CR ends a line too, as in files of posts: some spreadsheets still write it. */
  private static final Pattern LINE_END = Pattern.compile("\r\n|[\r\n]");

  private AccountList() {}

  /** A line of a list. */
  sealed interface Line {
    long number();

    String input();

    record Read(long number, String input, AccountForm form) implements Line {}

    /** The reason is the key of the words that say it. */
    record Refused(long number, String input, String reason) implements Line {}
  }

  /** That a list as a whole cannot be read; the message is the key of the words that say why. */
  static final class Unreadable extends Exception {
    Unreadable(String message) {
      super(message);
    }
  }

  /** The lines of a list, in order. */
  static List<Line> read(byte[] bytes) throws Unreadable {
    if (bytes.length > MOST_BYTES) {
      throw new Unreadable("watch.list.TOO_LARGE");
    }
    String[] lines = LINE_END.split(text(bytes), -1);
    if (lines.length > MOST_LINES + 2) {
      throw new Unreadable("watch.list.TOO_LARGE");
    }
    char separator = lines[0].indexOf(';') >= 0 && lines[0].indexOf(',') < 0 ? ';' : ',';
    List<Column> columns = header(lines[0], separator);
    List<Line> read = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      if (!lines[i].isBlank()) {
        read.add(line(i + 1, lines[i], separator, columns));
      }
    }
    return read;
  }

  private static String text(byte[] bytes) throws Unreadable {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.indexOf('\0') >= 0) {
        throw new Unreadable("watch.list.NOT_TEXT");
      }
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException notUtf8) {
      throw new Unreadable("watch.list.NOT_TEXT");
    }
  }

  /** The columns in their order; what Ronda does not know is read over. */
  private static List<Column> header(String line, char separator) throws Unreadable {
    List<Column> columns = new ArrayList<>();
    for (String name : fields(line, separator, "watch.list.HEADER")) {
      String plain = name.strip().toLowerCase(Locale.ROOT).replace("_", "").replace(" ", "");
      Column column = NAMES.get(plain);
      if (column != null && columns.contains(column)) {
        throw new Unreadable("watch.list.HEADER");
      }
      columns.add(column);
    }
    if (!columns.contains(Column.HANDLE) || !columns.contains(Column.CATEGORY)) {
      throw new Unreadable("watch.list.HEADER");
    }
    return columns;
  }

  private static Line line(long number, String input, char separator, List<Column> columns) {
    if (input.length() > LONGEST_LINE) {
      return new Line.Refused(number, input.substring(0, 200) + "…", "watch.wrong.TOO_LONG");
    }
    try {
      List<String> fields = fields(input, separator, "watch.list.QUOTE");
      if (fields.size() != columns.size()) {
        return new Line.Refused(number, input, "watch.list.FIELDS");
      }
      Map<Column, String> values = new LinkedHashMap<>();
      for (int i = 0; i < fields.size(); i++) {
        if (columns.get(i) != null) {
          values.put(columns.get(i), Csv.unguarded(fields.get(i)));
        }
      }
      return new Line.Read(number, input, form(values));
    } catch (Unreadable unreadable) {
      return new Line.Refused(number, input, String.valueOf(unreadable.getMessage()));
    }
  }

  private static AccountForm form(Map<Column, String> values) {
    return new AccountForm(
        value(Column.PLATFORM, values),
        value(Column.HANDLE, values),
        Words.clean(value(Column.DISPLAY_NAME, values)),
        value(Column.REGION, values),
        value(Column.CATEGORY, values).toLowerCase(Locale.ROOT),
        value(Column.WAY, values).toLowerCase(Locale.ROOT),
        value(Column.SEEN, values),
        Words.clean(value(Column.NOTE, values)));
  }

  private static String value(Column column, Map<Column, String> values) {
    return values.getOrDefault(column, "").strip();
  }

  private static List<String> fields(String line, char separator, String otherwise)
      throws Unreadable {
    try {
      return CsvReader.builder().fieldSeparator(separator).ofSingleCsvRecord(line).getFields();
    } catch (CsvParseException notCsv) {
      throw new Unreadable(otherwise);
    }
  }

  /** The first line of a list that Ronda writes. */
  static String header() {
    return "platform,handle,displayName,region,category,way,firstSeen,lastSeen,state,cases,note\r\n";
  }

  /** An account as a line. {@link #read} takes it back. */
  static String line(WatchedAccount account) {
    WatchStep.Description known = account.description();
    return Csv.row(
        Stream.of(
                account.name().platform().name(),
                account.name().handle(),
                known.displayName(),
                known.region().code(),
                known.category().code(),
                account.way().code(),
                account.firstSeen().toString(),
                account.lastSeen().toString(),
                account.state().code(),
                String.join(" ", account.cases()),
                ((WatchStep.Entered) account.history().getFirst().step()).note())
            .map(field -> field.replace('\n', ' ').replace('\r', ' '))
            .toArray(String[]::new));
  }
}

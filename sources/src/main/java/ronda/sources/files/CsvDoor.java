package ronda.sources.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import ronda.sources.files.Why.Kind;

/**
 * CSV with a header row (RFC 4180). Lists stand in one field, with {@code |} between their members.
 *
 * @param reading how its rows are read
 */
record CsvDoor(Input.Reading reading, CsvHeader header) implements Door {
  @Override
  public void read(Chunk.Whole chunk, Rows rows) {
    CsvRecords records = new CsvRecords(chunk.bytes(), chunk.length(), header.separator(), true);
    long line = chunk.firstLine();
    for (; records.next(); line += records.lines()) {
      int to = records.toBeforeLineEnd();
      if (to == records.from()) {
        continue;
      }
      try {
        rows.read(row(chunk.bytes(), records, line));
      } catch (Unreadable unreadable) {
        rows.refused(Refusal.of(line, unreadable.why(), chunk.bytes(), records.from(), to));
      }
    }
  }

  private Row row(byte[] bytes, CsvRecords records, long line) throws Unreadable {
    int from = records.from();
    int to = records.toBeforeLineEnd();
    Text.check(bytes, from, to);
    if (records.isBroken()) {
      throw new Unreadable(Why.of(Kind.BROKEN_QUOTE));
    }
    List<String> values =
        fields(new String(bytes, from, to - from, StandardCharsets.UTF_8), header.separator());
    int expected = header.columns().size();
    if (values.size() != expected) {
      throw new Unreadable(
          Why.of(values.size() == 1 ? Kind.OTHER_WIDTH_ONE : Kind.OTHER_WIDTH)
              .and(values.size(), expected));
    }
    Fields fields = new Fields(reading.naming());
    for (int i = 0; i < expected; i++) {
      set(fields, header.columns().get(i), values.get(i));
    }
    return fields.row(line, reading.idPrefix());
  }

  /** The fields of one record, read by the library. */
  static List<String> fields(String record, char separator) throws Unreadable {
    CsvReaderBuilder reader =
        CsvReader.builder().fieldSeparator(separator).maxBufferSize(2 * Limits.LINE_BYTES);
    try {
      CsvRecord read = reader.ofSingleCsvRecord(record);
      return read.getFields();
    } catch (CsvParseException notCsv) {
      Throwable cause = notCsv.getCause();
      throw new Unreadable(
          Why.of(
              Kind.NOT_CSV,
              String.valueOf(cause == null ? notCsv.getMessage() : cause.getMessage())));
    }
  }

  private static void set(Fields fields, CsvHeader.Column column, String value) throws Unreadable {
    boolean speaksEmpty = column == CsvHeader.Column.TEXT || column == CsvHeader.Column.LABELS;
    if (value.isEmpty() && !speaksEmpty) {
      return;
    }
    switch (column) {
      case ID -> fields.id = value;
      case TEXT -> fields.text = value;
      case AUTHOR -> fields.author = value;
      case PLATFORM -> fields.platform = value;
      case URL -> fields.url = value;
      case POSTED_AT -> fields.postedAt = value;
      case REGION -> fields.region = value;
      case SOURCE -> fields.source = value;
      case STANCE -> fields.stance = value;
      case LINKS -> fields.links = list("links", value);
      case IMAGES -> fields.images = list("images", value);
      case LABELS -> fields.labels = list("labels", value);
      case OTHER -> {}
    }
  }

  private static List<String> list(String name, String value) throws Unreadable {
    List<String> members =
        Arrays.stream(value.split("\\|", Limits.LISTED + 2))
            .map(String::strip)
            .filter(member -> !member.isEmpty())
            .toList();
    if (members.size() > Limits.LISTED) {
      throw new Unreadable(Why.of(Kind.TOO_MANY, name).and(Limits.LISTED));
    }
    return members;
  }
}

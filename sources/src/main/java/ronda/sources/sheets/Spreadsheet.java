package ronda.sources.sheets;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import ronda.sources.files.JsonBytes;
import ronda.sources.sheets.SheetRefused.Why;

/**
 * The first visible sheet of an XLSX file (lembar kerja), its first filled row for a header. A
 * formula is never computed: what its cell showed when the file was saved is what is read.
 */
public final class Spreadsheet {
  /** How many rows are read. */
  public static final int MOST_ROWS = 200_000;

  private static final int MOST_COLUMNS = 200;

  private Spreadsheet() {}

  /**
   * Writes each row as one JSON object whose names are the header's, so that the line's number is
   * the row's. The header and empty rows become empty lines.
   *
   * @return the sheet's name
   * @throws SheetRefused where the file is no spreadsheet, too large, or made to harm
   */
  public static String toJsonLines(Path xlsx, Path into) throws IOException {
    Unpacking.check(xlsx);
    try (ReadableWorkbook book =
            new ReadableWorkbook(xlsx.toFile(), new ReadingOptions(true, true));
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(into))) {
      Sheet sheet = firstVisible(book);
      try (Stream<Row> rows = sheet.openStream()) {
        new Writing(out).write(rows.iterator());
      }
      return sheet.getName();
    } catch (ExcelReaderException | UncheckedIOException damaged) {
      throw new SheetRefused(Why.NOT_A_SHEET, String.valueOf(damaged.getMessage()));
    } catch (IllegalArgumentException
        | IllegalStateException
        | IndexOutOfBoundsException
        | NullPointerException
        | java.util.NoSuchElementException odd) {
      // The reader trusts the file: what is missing or out of place shows only so.
      throw new SheetRefused(Why.NOT_A_SHEET, odd.toString());
    }
  }

  private static Sheet firstVisible(ReadableWorkbook book) {
    return book.getSheets()
        .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
        .findFirst()
        .orElseGet(book::getFirstSheet);
  }

  /** One sheet while it is being written. */
  private static final class Writing {
    private final OutputStream out;
    private List<String> header = List.of();
    private int written;

    Writing(OutputStream out) {
      this.out = out;
    }

    void write(Iterator<Row> rows) throws IOException {
      while (rows.hasNext()) {
        Row row = rows.next();
        if (row.getRowNum() <= written) {
          throw new SheetRefused(Why.NOT_A_SHEET, "rows out of order");
        }
        if (row.getRowNum() > MOST_ROWS) {
          throw new SheetRefused(Why.TOO_LARGE, "more than " + MOST_ROWS + " rows");
        }
        List<String> cells = cells(row);
        if (cells.stream().allMatch(String::isBlank)) {
          continue;
        }
        skipTo(row.getRowNum());
        if (header.isEmpty()) {
          header = named(cells);
        } else {
          object(cells);
        }
      }
      if (header.isEmpty()) {
        throw new SheetRefused(Why.EMPTY, "no row holds anything");
      }
    }

    /** Ends the lines before this row. */
    private void skipTo(int row) throws IOException {
      while (written < row - 1) {
        out.write('\n');
        written++;
      }
    }

    private void object(List<String> cells) throws IOException {
      JsonBytes json = new JsonBytes(256).raw('{');
      boolean begun = false;
      for (int i = 0; i < Math.min(cells.size(), header.size()); i++) {
        if (!cells.get(i).isEmpty()) {
          json.raw(begun ? "," : "").string(header.get(i)).raw(':').string(cells.get(i));
          begun = true;
        }
      }
      json.raw("}\n").writeTo(out);
      written++;
    }
  }

  private static List<String> cells(Row row) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < Math.min(row.getCellCount(), MOST_COLUMNS); i++) {
      Optional<Cell> cell = Optional.ofNullable(row.getCell(i));
      cells.add(cell.map(CellText::of).orElse(""));
    }
    return cells;
  }

  /** The header's names; a column without one, or with another's, bears its letters. */
  private static List<String> named(List<String> cells) {
    Set<String> names = new LinkedHashSet<>();
    for (int i = 0; i < cells.size(); i++) {
      String name = cells.get(i).strip();
      if (name.isEmpty() || !names.add(name)) {
        names.add((name + " (" + letters(i) + ")").strip());
      }
    }
    return List.copyOf(names);
  }

  private static String letters(int column) {
    String last = String.valueOf((char) ('A' + column % 26));
    return column < 26 ? last : letters(column / 26 - 1) + last;
  }
}

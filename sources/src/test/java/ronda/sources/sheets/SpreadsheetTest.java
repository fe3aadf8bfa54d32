package ronda.sources.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ronda.testkit.sheet.MadeUpSheet.words;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ronda.sources.sheets.SheetRefused.Why;
import ronda.testkit.sheet.MadeUpSheet;

class SpreadsheetTest {
  private static final String HEADER =
      "<row r=\"1\">" + words("A1", "Isi") + words("B1", "Tanggal") + "</row>";

  @TempDir private Path folder;

  @Test
  void a_row_becomes_the_line_of_its_number() throws IOException {
    String rows = HEADER + "<row r=\"4\">" + words("A4", "halo") + "</row>";

    assertThat(lines(rows)).containsExactly("", "", "", "{\"Isi\":\"halo\"}");
  }

  @Test
  void a_date_is_written_as_a_date_and_a_number_as_a_number() throws IOException {
    String rows =
        HEADER
            + "<row r=\"2\"><c r=\"A2\"><v>62811000</v></c>"
            + "<c r=\"B2\" s=\"1\"><v>46000.5</v></c></row>";

    assertThat(lines(rows).getLast())
        .isEqualTo("{\"Isi\":\"62811000\",\"Tanggal\":\"2025-12-09T12:00:00\"}");
  }

  @Test
  void a_formula_is_read_as_it_was_shown_and_never_computed() throws IOException {
    String rows = HEADER + "<row r=\"2\"><c r=\"A2\" t=\"str\"><f>1+1</f><v>tiga</v></c></row>";

    assertThat(lines(rows).getLast()).isEqualTo("{\"Isi\":\"tiga\"}");
  }

  @Test
  void a_column_without_a_name_bears_its_letter() throws IOException {
    String rows =
        "<row r=\"1\">"
            + words("A1", "Isi")
            + words("C1", "Isi")
            + "</row>"
            + "<row r=\"2\">"
            + words("A2", "a")
            + words("B2", "b")
            + words("C2", "c")
            + "</row>";

    assertThat(lines(rows).getLast()).isEqualTo("{\"Isi\":\"a\",\"(B)\":\"b\",\"Isi (C)\":\"c\"}");
  }

  @Test
  void a_short_number_that_is_a_thousand_million_digits_long_stays_short() throws IOException {
    String rows = HEADER + "<row r=\"2\"><c r=\"A2\"><v>1e999999999</v></c></row>";

    assertThat(lines(rows).getLast()).isEqualTo("{\"Isi\":\"1e999999999\"}");
  }

  @Test
  void rows_that_unpack_to_a_thousand_times_their_size_are_refused() {
    String bomb = HEADER + "<row r=\"2\">" + words("A2", "a".repeat(8 << 20)) + "</row>";

    assertRefused(bomb, "", Why.BOMB);
  }

  @Test
  void what_the_archive_says_of_its_sizes_is_not_believed() throws IOException {
    String rows = HEADER + "<row r=\"2\">" + words("A2", "a".repeat(8 << 20)) + "</row>";
    Path file = MadeUpSheet.of(folder.resolve("a.xlsx"), rows);
    byte[] zip = Files.readAllBytes(file);
    String bytes = new String(zip, StandardCharsets.ISO_8859_1);
    // The sheet's line in the archive's list: 24 bytes after its beginning stands the size.
    int name = bytes.lastIndexOf("xl/worksheets/sheet1.xml");
    int said = name - 46 + 24;
    assertThat(bytes.startsWith("PK\u0001\u0002", name - 46)).isTrue();
    Arrays.fill(zip, said, said + 4, (byte) 0);
    zip[said] = 100; // A hundred bytes, it says.
    Files.write(file, zip);

    assertThatThrownBy(() -> Spreadsheet.toJsonLines(file, folder.resolve("a.jsonl")))
        .isInstanceOfSatisfying(
            SheetRefused.class, refused -> assertThat(refused.why()).isEqualTo(Why.BOMB));
  }

  @Test
  void a_document_type_is_refused_because_its_entities_can_grow() {
    assertRefused(HEADER, "<!DOCTYPE a [<!ENTITY b \"bb\">]>", Why.BOMB);
  }

  @Test
  void a_cell_beyond_the_last_column_is_refused_before_room_is_made_for_it() {
    assertRefused("<row r=\"1\">" + words("ZZZZZZ1", "Isi") + "</row>", "", Why.BOMB);
  }

  @Test
  void more_than_two_hundred_thousand_rows_are_refused() {
    String rows = HEADER + "<row r=\"200001\">" + words("A200001", "halo") + "</row>";

    assertRefused(rows, "", Why.TOO_LARGE);
  }

  @Test
  void a_sheet_without_a_row_is_refused() {
    assertRefused("", "", Why.EMPTY);
  }

  @Test
  void what_is_no_archive_is_refused() throws IOException {
    Path file = Files.writeString(folder.resolve("a.xlsx"), "PK\u0003\u0004 halo");

    assertThatThrownBy(() -> Spreadsheet.toJsonLines(file, folder.resolve("a.jsonl")))
        .isInstanceOfSatisfying(
            SheetRefused.class, refused -> assertThat(refused.why()).isEqualTo(Why.NOT_A_SHEET));
  }

  private List<String> lines(String rows) throws IOException {
    Path file = MadeUpSheet.of(folder.resolve("a.xlsx"), rows);
    Path lines = folder.resolve("a.jsonl");
    assertThat(Spreadsheet.toJsonLines(file, lines)).isEqualTo("Laporan");
    return Files.readAllLines(lines);
  }

  private void assertRefused(String rows, String prolog, Why why) {
    assertThatThrownBy(
            () ->
                Spreadsheet.toJsonLines(
                    MadeUpSheet.of(folder.resolve("a.xlsx"), rows, prolog),
                    folder.resolve("a.jsonl")))
        .isInstanceOfSatisfying(
            SheetRefused.class, refused -> assertThat(refused.why()).isEqualTo(why));
  }
}

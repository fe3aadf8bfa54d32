package ronda.letters.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ronda.casework.authority.Recipient;
import ronda.identify.post.Category;

/** Many letters as CSV: read back as they were, and never a formula. */
class LetterFileTest {
  private static final Form FORM = Form.of(Recipient.MINISTRY, Category.GAMBLING);

  private static LetterFile.Row row(String reason) {
    return new LetterFile.Row(
        "B-1/KOMINFO/XI/2026", "2026-11-22", "2026-000001", Map.of("reason", reason));
  }

  /** The cells of a file, as RFC 4180 says. */
  private static List<List<String>> read(String csv) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
        cell.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == ',') {
        row.add(cell.toString());
        cell.setLength(0);
      } else if (!quoted && c == '\n') {
        row.add(cell.toString());
        cell.setLength(0);
        rows.add(List.copyOf(row));
        row.clear();
      } else if (quoted || c != '\r') {
        cell.append(c);
      }
    }
    return rows;
  }

  private static String reasonOf(String reason) {
    List<List<String>> rows = read(LetterFile.csv(FORM, List.of(row(reason))));
    assertThat(rows).hasSize(2);
    int column = rows.getFirst().indexOf("reason");
    return rows.get(1).get(column);
  }

  @Test
  void the_head_names_the_letter_and_the_fields_of_the_form() {
    assertThat(read(LetterFile.csv(FORM, List.of())))
        .containsExactly(
            List.of(
                "nomor_surat",
                "tanggal",
                "kasus",
                "addresses",
                "aduankonten",
                "platform",
                "reason",
                "seen",
                "screenshots"));
  }

  @Test
  void quotes_commas_and_line_feeds_stay_within_their_cell() {
    String odd = "baris \"satu\", lalu\r\nbaris dua;\nakhir \"";
    assertThat(reasonOf(odd)).isEqualTo(odd);
    assertThat(read(LetterFile.csv(FORM, List.of(row(odd), row("biasa"), row(odd)))))
        .hasSize(4)
        .allMatch(row -> row.size() == 9);
  }

  @Test
  void nothing_begins_like_a_formula_whatever_stands_before_it() {
    for (String formula :
        List.of(
            "=HYPERLINK(\"http://contoh.invalid\",\"klik\")",
            "+62812",
            "-1+cmd|' /C calc'!A0",
            "@SUM(A1)",
            "\t=1+1",
            "\r=1+1",
            "\tbiasa",
            "\rbiasa",
            "\n=1+1",
            "  =1+1",
            "\u00a0=1+1",
            "\u200b=1+1",
            "\uff1d1+1",
            "\uff20SUM(A1)")) {
      assertThat(reasonOf(formula)).isEqualTo("'" + formula);
    }
  }

  @Test
  void what_was_guarded_can_be_read_back_and_nothing_else_is_taken_away() {
    assertThat(Csv.unguarded("'=1+1")).isEqualTo("=1+1");
    assertThat(Csv.unguarded("'\u00a0=1+1")).isEqualTo("\u00a0=1+1");
    assertThat(Csv.unguarded("'kata")).isEqualTo("'kata");
    assertThat(Csv.unguarded("=1+1")).isEqualTo("=1+1");
  }

  @Test
  void an_ordinary_text_stays_as_it_is() {
    for (String plain : List.of("", " ", "biasa", "a=b", "1-2", "surel a@b.invalid", "💥 =1")) {
      assertThat(reasonOf(plain)).isEqualTo(plain);
    }
  }

  @Test
  void what_was_erased_is_a_row_without_words() {
    String csv =
        LetterFile.csv(
            FORM, List.of(new LetterFile.Row("B-2", "2026-11-22", "2026-000002", Map.of())));
    assertThat(read(csv).get(1))
        .containsExactly("B-2", "2026-11-22", "2026-000002", "", "", "", "", "", "");
  }
}

package ronda.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands between quotation marks. */
class QuotationsTest {
  private static List<String> of(String text) {
    return Quotations.in(text, 3).stream().map(span -> span.of(text)).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"satu dua tiga\"",
        "\u201csatu dua tiga\u201d",
        "\u201esatu dua tiga\u201d",
        "\u00absatu dua tiga\u00bb",
        "\u2018satu dua tiga\u2019",
        "'satu dua tiga'"
      })
  void every_kind_of_mark_is_known(String quotation) {
    assertThat(of("dia tulis " + quotation + " kemarin")).containsExactly(quotation);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tidak ada tanda kutip di sini",
        "tanda \"yang tidak pernah ditutup lagi",
        "si \"raja slot\" itu",
        "jum'at dan do'a untuk ma'af",
        "harga 5' dan 6' panjangnya",
        ""
      })
  void names_slips_and_apostrophes_are_no_quotations(String text) {
    assertThat(of(text)).isEmpty();
  }

  @Test
  void an_apostrophe_does_not_close() {
    assertThat(of("kata 'hari jum'at kita kumpul' begitu"))
        .containsExactly("'hari jum'at kita kumpul'");
  }

  @Test
  void the_next_begins_behind_the_last() {
    assertThat(of("\"a b c\" lalu \"d e f\"")).containsExactly("\"a b c\"", "\"d e f\"");
  }

  @Test
  void a_mark_is_not_searched_for_ever() {
    assertThat(of("\"a b c " + "x ".repeat(2_000) + "\"")).isEmpty();
  }

  /** Ten million looks where each mark was searched to its end; it would take minutes. */
  @Test
  void a_text_of_nothing_but_open_marks_ends_soon() {
    assertThat(of("\u201c".repeat(1_000_000))).isEmpty();
    assertThat(of("\"a b c\" ".repeat(1_000))).hasSize(200);
  }
}

package ronda.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FieldsTest {
  private static final String TWO = "💥"; // one character that takes two of Java's

  @Test
  void a_line_that_is_too_long_is_cut_and_never_in_the_midst_of_a_character() {
    assertThat(Fields.line(" satu\ndua ", 8)).isEqualTo("satu dua");
    assertThat(Fields.line("satu dua", 4)).isEqualTo("satu");
    assertThat(Fields.line("sa" + TWO, 4)).isEqualTo("sa" + TWO);
    assertThat(Fields.line("sat" + TWO, 4)).isEqualTo("sat");
    assertThat(Fields.line(null, 4)).isEmpty();
  }

  @Test
  void a_text_keeps_its_lines_and_nothing_that_no_table_holds() {
    assertThat(Fields.text(" satu\r\ndua\0 ", 99)).isEqualTo("satu\r\ndua");
    assertThat(Fields.text("sat" + TWO + "u", 4)).isEqualTo("sat");
  }

  @Test
  void lines_have_no_other_control_characters_and_are_counted_by_what_people_see() {
    assertThat(Fields.lines("satu\r\n\u0007dua\uD83D", 99)).isEqualTo("satu\ndua");
    assertThat(Fields.lines(TWO + TWO + TWO, 2)).isEqualTo(TWO + TWO);
  }

  @Test
  void a_reason_is_said_and_not_at_any_length() {
    assertThat(Fields.reason(" karena ", 6)).contains("karena");
    assertThat(Fields.reason("karena.", 6)).isEmpty();
    assertThat(Fields.reason(" \n ", 6)).isEmpty();
    assertThat(Fields.reason(null, 6)).isEmpty();
  }
}

package ronda.tool.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** CSV as offices really send it. */
class CsvInputTest {
  @Test
  void columns_are_known_by_their_names_whatever_their_order_and_case() {
    Told told = csv("Author,TEXT,Id\nbudi,selamat pagi,a1\n");

    assertThat(told.exit()).isZero();
    assertThat(told.out()).startsWith("{\"id\":\"a1\"");
  }

  @Test
  void a_spreadsheet_that_parts_by_semicolons_and_begins_with_a_mark_is_read() {
    Told told = csv("\ufeffid;text\r\n1;\"halo; apa kabar\"\r\n");

    assertThat(told.exit()).isZero();
    assertThat(told.lines()).hasSize(1);
  }

  @Test
  void a_quoted_text_may_hold_line_ends_and_the_next_line_keeps_its_number() {
    Told told = csv("id,text\n1,\"dua\nbaris\"\n2\n3,akhir\n");

    assertThat(told.lines()).hasSize(2);
    assertThat(told.refusals())
        .singleElement()
        .asString()
        .contains("\"line\":4", "the row has 1 field, the header has 2");
  }

  @Test
  void a_file_whose_lines_end_with_a_lone_return_is_read_whole() {
    Told told = csv("id,text\r1,satu\r2,\"dua\rbaris\"\r3\r4,akhir");

    assertThat(told.lines())
        .satisfiesExactly(
            first -> assertThat(first).startsWith("{\"id\":\"1\""),
            second -> assertThat(second).startsWith("{\"id\":\"2\""),
            last -> assertThat(last).startsWith("{\"id\":\"4\""));
    assertThat(told.refusals()).singleElement().asString().contains("\"line\":5");
  }

  @Test
  void a_lone_return_among_other_line_ends_loses_no_row() {
    Told told = csv("id,text\n1,aman\r2,di tengah\r\n3\n4,akhir\n");

    assertThat(told.lines()).hasSize(3);
    assertThat(told.refusals()).singleElement().asString().contains("\"line\":4");
  }

  @Test
  void a_row_with_too_many_fields_is_refused() {
    assertThat(csv("id,text\n1,a,b\n").refusals().getFirst())
        .contains("the row has 3 fields, the header has 2");
  }

  @Test
  void a_quote_that_is_never_closed_spoils_one_line_and_not_the_file() {
    Told told = csv("id,text\n1,\"tidak ditutup\n2,baik\n3,\"juga baik\"\n");

    assertThat(told.exit()).isEqualTo(2);
    assertThat(told.lines()).hasSize(2);
    assertThat(told.refusals()).singleElement().asString().contains("\"line\":2", "not closed");
  }

  @Test
  void a_file_without_a_text_column_says_which_columns_it_has() {
    Told told = csv("id,isi\n1,halo\n2,apa\n");

    assertThat(told.exit()).isEqualTo(2);
    assertThat(told.out()).isEmpty();
    assertThat(told.refusals())
        .singleElement()
        .asString()
        .contains("\"line\":1", "no column \\\"text\\\"", "id, isi");
  }

  @Test
  void a_column_that_stands_twice_is_refused() {
    assertThat(csv("id,text,text\n1,a,b\n").refusals().getFirst()).contains("twice");
  }

  @Test
  void a_row_without_an_id_is_called_by_its_line() {
    assertThat(csv("id,text\n,halo\n").out()).startsWith("{\"id\":\"2\"");
  }

  @Test
  void a_time_that_is_none_is_refused() {
    assertThat(csv("text,postedAt\nhalo,kemarin\n").refusals().getFirst()).contains("RFC 3339");
  }

  @Test
  void text_format_takes_one_post_a_line_and_no_post_from_a_blank_one() {
    Told told = Told.on("selamat pagi\r\n\r\nselamat malam", "identify", "--format", "text");

    assertThat(told.lines()).hasSize(2);
    assertThat(told.lines().get(1)).startsWith("{\"id\":\"3\"");
  }

  private static Told csv(String text) {
    return Told.on(text, "identify", "--format", "csv");
  }
}

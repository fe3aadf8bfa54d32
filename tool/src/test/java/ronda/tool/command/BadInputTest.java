package ronda.tool.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file holds: each bad line is told by its number, and the others are done. */
class BadInputTest {
  private static final String GOOD = "{\"id\":\"a\",\"text\":\"selamat pagi\"}\n";

  @TempDir Path folder;

  @Test
  void a_line_that_is_not_json_is_refused_with_its_number_and_the_others_are_done() {
    Told told = Told.on(GOOD + "{rusak\n" + GOOD, "identify");

    assertThat(told.exit()).isEqualTo(2);
    assertThat(told.lines()).hasSize(2);
    assertThat(told.refusals())
        .singleElement()
        .asString()
        .startsWith("{\"line\":2,\"error\":\"not JSON, at byte 1 of the line")
        .endsWith("\"input\":\"{rusak\"}");
  }

  @Test
  void bytes_that_are_not_utf8_are_refused_with_their_place() {
    byte[] input = "{\"text\":\"caf\u00e9\"}\n".getBytes(StandardCharsets.ISO_8859_1);

    Told told = Told.on(input, "identify");

    assertThat(told.exit()).isEqualTo(2);
    assertThat(told.refusals().getFirst())
        .contains("not UTF-8: byte 0xe9 at offset 12 of the line");
  }

  @Test
  void what_goes_beyond_a_limit_is_refused_in_words_for_people() {
    String string = "{\"text\":\"a\",\"author\":\"" + "x".repeat(1_048_577) + "\"}\n";
    String depth = "{\"text\":\"a\",\"more\":" + "[".repeat(101) + "]".repeat(101) + "}\n";
    String name = "{\"text\":\"a\",\"" + "n".repeat(10_001) + "\":1}\n";
    String number = "{\"text\":\"a\",\"id\":" + "7".repeat(1_001) + "}\n";

    Told told = Told.on(string + depth + name + number, "identify");

    assertThat(told.refusals()).hasSize(4).noneMatch(line -> line.contains("getMax"));
    assertThat(told.refusals().get(0)).contains("limit: a string of more than 1,048,576 UTF-16");
    assertThat(told.refusals().get(1)).contains("limit: objects and lists in each other more");
    assertThat(told.refusals().get(2)).contains("limit: the name of a field of more than 10,000");
    assertThat(told.refusals().get(3)).contains("limit: a number of more than 1,000 digits");
  }

  @Test
  void a_post_without_text_is_refused() {
    Told told = Told.on("{\"id\":\"1\"}\n", "identify");

    assertThat(told.exit()).isEqualTo(2);
    assertThat(told.refusals().getFirst()).contains("no text");
  }

  @Test
  void a_text_that_is_not_a_string_is_refused() {
    Told told = Told.on("{\"text\":[\"halo\"]}\n{\"text\":null}\n{\"text\":7}\n", "identify");

    assertThat(told.refusals()).hasSize(3);
    assertThat(told.refusals().get(0)).contains("text must be a string, was an array");
    assertThat(told.refusals().get(1)).contains("text must be a string, was null");
    assertThat(told.refusals().get(2)).contains("text must be a string, was a number");
  }

  @Test
  void a_time_that_is_none_is_refused_because_nobody_should_decide_on_a_wrong_date() {
    Told told = Told.on("{\"text\":\"halo\",\"postedAt\":\"kemarin\"}\n", "identify");

    assertThat(told.refusals().getFirst()).contains("postedAt is not an RFC 3339 time");
  }

  @Test
  void a_year_that_no_calendar_of_people_has_is_refused_before_a_store_chokes_on_it() {
    Told told =
        Told.on(
            """
            {"text":"halo","postedAt":"+999999999-12-31T23:59:59Z"}
            {"text":"halo","postedAt":"-999999999-01-01T00:00:00Z"}
            """,
            "identify");

    assertThat(told.refusals())
        .hasSize(2)
        .allMatch(refusal -> refusal.contains("postedAt is not an RFC 3339 time"));
  }

  @Test
  void the_same_field_twice_is_refused_because_nobody_can_say_which_one_was_meant() {
    Told told = Told.on("{\"text\":\"halo\",\"text\":\"gacor\"}\n", "identify");

    assertThat(told.refusals().getFirst()).contains("stands twice");
  }

  @Test
  void two_objects_on_one_line_are_refused() {
    Told told = Told.on("{\"text\":\"a\"} {\"text\":\"b\"}\n" + GOOD, "identify");

    assertThat(told.lines()).hasSize(1);
    assertThat(told.refusals().getFirst()).contains("more than one JSON value");
  }

  @Test
  void a_nul_byte_is_refused_and_an_escaped_one_is_read() {
    Told told = Told.on("{\"text\":\"a\0b\"}\n{\"text\":\"a\\u0000b\"}\n", "identify");

    assertThat(told.lines()).hasSize(1);
    assertThat(told.refusals()).singleElement().asString().contains("a NUL byte at offset 10");
  }

  @Test
  void a_lone_surrogate_in_an_escape_is_read_and_written_back_as_an_escape() {
    Told told = Told.on("{\"id\":\"\\ud83d\",\"text\":\"\\udc00 halo\"}\n", "identify");

    assertThat(told.exit()).isZero();
    assertThat(told.out()).startsWith("{\"id\":\"\\ud83d\"");
  }

  @Test
  void a_line_of_ten_megabytes_is_refused_with_its_beginning_and_the_others_are_done() {
    String longText = "x".repeat(10_000_000);
    Told told = Told.on(GOOD + "{\"text\":\"" + longText + "\"}\n" + GOOD, "identify");

    assertThat(told.exit()).isEqualTo(2);
    assertThat(told.lines()).hasSize(2);
    assertThat(told.refusals().getFirst())
        .startsWith("{\"line\":2,")
        .contains("beyond a limit: a string of more than 1,048,576")
        .endsWith("\"inputBytes\":10000011}")
        .hasSizeLessThan(70_000);
  }

  @Test
  void a_line_longer_than_any_that_is_read_is_skipped_and_the_others_are_done() {
    byte[] input = (GOOD + "x".repeat(17 << 20) + "\n" + GOOD).getBytes(StandardCharsets.UTF_8);

    Told told = Told.on(input, "identify");

    assertThat(told.lines()).hasSize(2);
    assertThat(told.refusals().getFirst())
        .contains("the line is too long: 17,825,793 bytes, at most 16,777,216 are read");
  }

  @Test
  void a_text_of_a_million_letters_is_still_read() {
    Told told = Told.on("{\"text\":\"" + "gacor ".repeat(170_000) + "\"}\n", "identify");

    assertThat(told.exit()).isZero();
    assertThat(told.lines()).hasSize(1);
  }

  @Test
  void a_binary_file_gives_a_refusal_for_each_line_and_no_post() {
    byte[] binary = new byte[4096];
    new java.util.Random(1).nextBytes(binary);

    Told told = Told.on(binary, "identify");

    assertThat(told.exit()).isEqualTo(2);
    assertThat(told.out()).isEmpty();
    assertThat(told.refusals()).isNotEmpty();
    assertThat(told.err()).doesNotContain("Exception");
  }

  @Test
  void a_spreadsheet_is_refused_with_what_to_do() throws IOException {
    Path file = folder.resolve("data.csv");
    Files.write(file, new byte[] {'P', 'K', 3, 4, 0, 0});

    Told told = Told.on("", "identify", file.toString());

    assertThat(told.refusals().getFirst()).contains("save it as CSV");
  }

  @Test
  void an_empty_file_is_fine_and_holds_no_posts() {
    Told told = Told.on("", "identify");

    assertThat(told.exit()).isZero();
    assertThat(told.out()).isEmpty();
    assertThat(told.err()).startsWith("ronda: 0 posts");
  }

  @Test
  void a_missing_file_ends_the_run_before_it_begins() {
    Told told = Told.on("", "identify", folder.resolve("tidak-ada.jsonl").toString());

    assertThat(told.exit()).isEqualTo(66);
    assertThat(told.err()).contains("there is no such file").hasLineCount(1);
  }

  @Test
  void a_folder_in_place_of_a_file_ends_the_run_before_it_begins() {
    Told told = Told.on("", "identify", folder.toString());

    assertThat(told.exit()).isEqualTo(66);
    assertThat(told.err()).contains("is a folder");
  }

  @Test
  void a_gzip_file_that_breaks_off_gives_what_it_has_and_says_where_it_broke() throws IOException {
    byte[] whole = gzip(GOOD.repeat(10_000));
    Path file = folder.resolve("putus.jsonl.gz");
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));

    Told told = Told.on("", "identify", file.toString());

    assertThat(told.exit()).isEqualTo(2);
    assertThat(told.lines()).hasSizeBetween(1_000, 9_999);
    assertThat(told.refusals())
        .singleElement()
        .asString()
        .startsWith("{\"line\":" + (told.lines().size() + 1) + ",")
        .contains("could not be read further");
  }

  @Test
  void gzip_is_known_by_its_content_whatever_the_name() throws IOException {
    Told told = Told.on(gzip(GOOD), "identify", "-");

    assertThat(told.exit()).isZero();
    assertThat(told.lines()).hasSize(1);
  }

  @Test
  void a_byte_order_mark_is_skipped() {
    assertThat(Told.on("\ufeff" + GOOD, "identify").exit()).isZero();
  }

  @Test
  void a_full_disk_is_told_and_ends_the_run() {
    Told told = Told.on(GOOD, "identify", "--out", "/dev/full");

    assertThat(told.exit()).isEqualTo(74);
    assertThat(told.err()).contains("cannot write to /dev/full: No space left on device");
  }

  @ParameterizedTest
  @ValueSource(strings = {"identify", "evaluate --data -"})
  void a_refused_line_that_cannot_be_written_ends_the_run(String command) throws IOException {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    byte[] input = (GOOD + "{rusak\n" + GOOD).getBytes(StandardCharsets.UTF_8);
    try (OutputStream full = new FileOutputStream("/dev/full")) {
      Streams streams =
          new Streams(
              new ByteArrayInputStream(input),
              OutputStream.nullOutputStream(),
              new PrintStream(err, true, StandardCharsets.UTF_8),
              full,
              false,
              false);

      assertThat(Commands.run(streams, command.split(" "))).isEqualTo(74);
    }
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("cannot write to standard error: No space left on device");
  }

  @Test
  void a_wrong_option_is_told_in_one_line() {
    Told told = Told.on("", "identify", "--fromat", "csv");

    assertThat(told.exit()).isEqualTo(64);
    assertThat(told.err()).contains("--fromat").hasLineCount(1);
  }

  @Test
  void a_file_is_never_read_and_overwritten_at_once() throws IOException {
    Path file = folder.resolve("unggahan.jsonl");
    Files.writeString(file, GOOD);

    Told told = Told.on("", "identify", file.toString(), "--out", file.toString());

    assertThat(told.exit()).isEqualTo(64);
    assertThat(file).hasContent(GOOD);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}

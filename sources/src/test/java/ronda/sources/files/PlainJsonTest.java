package ronda.sources.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ronda.testkit.hostile.Hostile;

/** What is read without the parser is what the parser reads. */
class PlainJsonTest {
  private static final Input.Reading READING = new Input.Reading("line-", "");
  private static final JsonDoor DOOR = new JsonDoor(READING);

  private static final List<String> NAMES =
      List.of(
          "id",
          "text",
          "author",
          "platform",
          "url",
          "postedAt",
          "region",
          "links",
          "images",
          "likes",
          "x",
          "",
          "tex",
          "texts",
          "t\\u0065xt",
          "labels",
          "source",
          "💥");

  private static final List<String> VALUES =
      List.of(
          "\"main di contoh88\"",
          "\"\"",
          "\"a\\\"b\\\\c\\/d\\b\\f\\n\\r\\t\"",
          "\"\\u0041\\u00e9\\ud83d\\ude00\\ud800\\u0000\"",
          "\"\\u12\"",
          "\"\\x\"",
          "\"𝗣𝗟𝗨 é 中 \u2028\"",
          "\"2026-11-22T07:30:00Z\"",
          "\"a\tb\"",
          "\"open",
          "0",
          "7",
          "12345678901234567",
          "123456789012345678901234567890",
          "007",
          "-1",
          "1.5",
          "1.",
          "1e5",
          "+1",
          "null",
          "nul",
          "nullx",
          "true",
          "false",
          "[]",
          "[\"a\",\"b\"]",
          "[ \"a\" , \"b\\n\" ]",
          "[\"a\",]",
          "[\"a\",null]",
          "[1,2]",
          "[[]]",
          "{}",
          "{\"text\":\"inside\"}",
          "NaN",
          "'a'");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"1\",\"text\":\"a\"}",
        "{\"id\": 17, \"text\": \"a\\nb\", \"author\": null, \"likes\": 3, \"links\": [\"x\"]}",
        "{ \"text\" : \"𝗣𝗟𝗨\\ud83d\\ude00\" , \"ok\" : true , \"f\" : 0.25 } ",
        "{\"text\":\"a\",\"postedAt\":\"2026-11-22T07:30:00Z\",\"images\":[]}",
      })
  void the_common_line_needs_no_parser(String line) throws Unreadable {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    Fields common = Objects.requireNonNull(PlainJson.read(bytes, 0, bytes.length));

    assertThat(common.row(1, "line-")).isEqualTo(parsed(bytes));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"id\":\"1\"}",
        "{\"text\":\"a\",\"text\":\"b\"}",
        "{\"text\":\"a\"} x",
        "{\"text\":\"a\"}{",
        "{\"text\":\"a\",}",
        "{\"text\":\"a\" \"id\":1}",
        "{\"text\":7}",
        "{\"text\":null}",
        "{\"text\":\"a\",\"id\":-1}",
        "{\"text\":\"a\",\"id\":null4}",
        "{\"text\":\"a\",\"author\":null\"b\"}",
        "{\"text\":\"a\",\"links\":null[]}",
        "{\"text\":\"a\",\"x\":{}}",
        "[\"text\"]",
        " {\"text\":\"a\"}",
        "{\"text\":\"a",
        "{\"te\\u0078t\":\"a\"}",
      })
  void anything_else_is_left_to_the_parser(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);

    assertThat(PlainJson.read(bytes, 0, bytes.length)).isNull();
  }

  @Test
  void whatever_is_taken_is_what_the_parser_takes() {
    AtomicInteger taken = new AtomicInteger();
    Hostile.forSeconds(
        2,
        20_000,
        PlainJsonTest::line,
        bytes -> {
          @Nullable Fields common = PlainJson.read(bytes, 0, bytes.length);
          if (common != null) {
            taken.incrementAndGet();
            assertThat(told(() -> common.row(1, "line-"))).isEqualTo(told(() -> parsed(bytes)));
          }
        });
    assertThat(taken.get()).isGreaterThan(1_000);
  }

  @Test
  void a_line_feed_is_found_wherever_it_stands() {
    Hostile.tries(
        2_000,
        random -> {
          byte[] bytes = new byte[random.nextInt(40)];
          random.nextBytes(bytes);
          for (int i = random.nextInt(4); i > 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] = '\n';
          }
          return bytes;
        },
        bytes -> {
          int found = 0;
          int at = 0;
          for (int end = 0; end < bytes.length; end++) {
            if (bytes[end] == '\n') {
              assertThat(LineEnds.next(bytes, at, bytes.length)).isEqualTo(end);
              at = end + 1;
              found++;
            }
          }
          assertThat(LineEnds.next(bytes, at, bytes.length)).isEqualTo(bytes.length);
          assertThat(LineEnds.count(bytes, bytes.length)).isEqualTo(found);
        });
  }

  /** A line of likely and unlikely fields; now and then with a byte of it changed or cut off. */
  private static byte[] line(SplittableRandom random) {
    StringBuilder line = new StringBuilder("{");
    boolean sound = random.nextInt(3) > 0;
    line.append(sound ? "\"text\":" + VALUES.get(random.nextInt(4)) + "," : "");
    for (int i = random.nextInt(4); i >= 0; i--) {
      int value = random.nextInt(random.nextInt(3) > 0 ? 4 : VALUES.size());
      line.append(blank(random)).append('"').append(Hostile.oneOf(random, NAMES)).append('"');
      line.append(blank(random)).append(':').append(blank(random)).append(VALUES.get(value));
      line.append(blank(random)).append(i > 0 ? "," : "");
    }
    line.append(random.nextInt(20) == 0 ? "" : "}").append(blank(random));
    byte[] bytes = line.toString().getBytes(StandardCharsets.UTF_8);
    if (random.nextInt(4) == 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    // A chunk never holds a line feed inside a line.
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] == '\n' ? (byte) ' ' : bytes[i];
    }
    return bytes;
  }

  private static String blank(SplittableRandom random) {
    return random.nextInt(6) == 0 ? Hostile.oneOf(random, List.of(" ", "\t", "  ", "\r")) : "";
  }

  private interface Answer {
    Row get() throws Unreadable;
  }

  private static String told(Answer answer) {
    try {
      return answer.get().toString();
    } catch (Unreadable unreadable) {
      return "refused: " + unreadable.why();
    }
  }

  private static Row parsed(byte[] bytes) throws Unreadable {
    Lines lines = new Lines(new Chunk.Whole(DOOR, 1, bytes, bytes.length));
    assertThat(lines.next()).isTrue();
    return DOOR.parsed(lines);
  }
}

package ronda.sources.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import ronda.testkit.hostile.Hostile;
import tools.jackson.databind.json.JsonMapper;

class JsonBytesTest {
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void a_string_is_read_back_as_it_was() {
    Hostile.texts(
        1_000,
        text ->
            assertThat(JSON.readValue(new JsonBytes(4).string(text).toBytes(), String.class))
                .isEqualTo(text));
  }

  @Test
  void a_number_is_read_back_to_four_digits() {
    Hostile.each(
        List.of(
            0.0,
            -0.0,
            1.0,
            -1.0,
            1e6,
            -1e6,
            0.00004,
            0.00005,
            -0.00005,
            0.99995,
            999_999.99995,
            Double.MIN_VALUE,
            Double.MIN_NORMAL,
            Math.nextDown(1.0),
            Math.nextDown(1e6)),
        JsonBytesTest::checkNumber);
    Hostile.tries(1_000, random -> random.nextDouble(-1e6, 1e6), JsonBytesTest::checkNumber);
    Hostile.tries(1_000, random -> random.nextDouble(-1, 1), JsonBytesTest::checkNumber);
    Hostile.tries(
        1_000, random -> random.nextInt(-10_000, 10_000) / 100.0, JsonBytesTest::checkNumber);
  }

  private static void checkNumber(double n) {
    double read = JSON.readValue(new JsonBytes(4).number(n).toBytes(), Double.class);

    assertThat(read).isCloseTo(n, within(0.000051));
  }

  @Test
  void a_number_has_no_idle_zeros() {
    assertThat(written(0.98)).isEqualTo("0.98");
    assertThat(written(1)).isEqualTo("1");
    assertThat(written(-0.5)).isEqualTo("-0.5");
    assertThat(written(12.0001)).isEqualTo("12.0001");
    assertThat(written(Double.NaN)).isEqualTo("0");
  }

  @Test
  void a_lone_surrogate_is_escaped() {
    assertThat(new String(new JsonBytes(4).string("a\ud83d").toBytes(), StandardCharsets.UTF_8))
        .isEqualTo("\"a\\ud83d\"");
  }

  private static String written(double number) {
    return new String(new JsonBytes(4).number(number).toBytes(), StandardCharsets.UTF_8);
  }
}

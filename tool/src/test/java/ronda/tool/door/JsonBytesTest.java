package ronda.tool.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import tools.jackson.databind.json.JsonMapper;

class JsonBytesTest {
  private static final JsonMapper JSON = new JsonMapper();

  @Property
  void a_string_is_read_back_as_it_was(@ForAll String text) {
    assertThat(JSON.readValue(new JsonBytes(4).string(text).toBytes(), String.class))
        .isEqualTo(text);
  }

  @Property
  void a_number_is_read_back_to_four_digits(@ForAll @DoubleRange(min = -1e6, max = 1e6) double n) {
    double read = JSON.readValue(new JsonBytes(4).number(n).toBytes(), Double.class);

    assertThat(read).isCloseTo(n, org.assertj.core.api.Assertions.within(0.000051));
  }

  @Example
  void a_number_has_no_idle_zeros() {
    assertThat(written(0.98)).isEqualTo("0.98");
    assertThat(written(1)).isEqualTo("1");
    assertThat(written(-0.5)).isEqualTo("-0.5");
    assertThat(written(12.0001)).isEqualTo("12.0001");
    assertThat(written(Double.NaN)).isEqualTo("0");
  }

  @Example
  void a_lone_surrogate_is_escaped() {
    assertThat(new String(new JsonBytes(4).string("a\ud83d").toBytes(), StandardCharsets.UTF_8))
        .isEqualTo("\"a\\ud83d\"");
  }

  private static String written(double number) {
    return new String(new JsonBytes(4).number(number).toBytes(), StandardCharsets.UTF_8);
  }
}

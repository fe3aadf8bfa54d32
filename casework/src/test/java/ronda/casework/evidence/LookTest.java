package ronda.casework.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LookTest {
  private static final String HEX =
      "f000000000000001" + "0000000000000000" + "0000000000000008" + "0123456789abcdef";

  @Test
  void it_is_written_as_others_write_it() {
    assertThat(Look.of(HEX).hex()).isEqualTo(HEX);
    assertThat(Look.of(HEX).a()).isEqualTo(0xf000000000000001L);
    assertThat(Look.of(HEX).d()).isEqualTo(0x0123456789abcdefL);
  }

  @Test
  void bits_apart_are_counted_over_all_four_parts() {
    Look none = new Look(0, 0, 0, 0);
    assertThat(none.bitsApart(none)).isZero();
    assertThat(none.bitsApart(new Look(1, 2, 4, -1))).isEqualTo(67);
    assertThat(none.bitsApart(new Look(-1, -1, -1, -1))).isEqualTo(Look.BITS);
  }

  @Test
  void what_is_no_look_is_refused() {
    assertThatThrownBy(() -> Look.of("ab")).hasMessageContaining("64 hex digits");
    assertThatThrownBy(() -> Look.of("z".repeat(64))).isInstanceOf(IllegalArgumentException.class);
  }
}

package ronda.casework.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WilsonTest {
  @Test
  void agrees_with_published_figures() {
    // R. G. Newcombe, Statistics in Medicine 17 (1998), 857-872, table I: 81 of 263.
    assertThat(Wilson.lower(81, 263)).isCloseTo(0.2553, within(0.0001));
    assertThat(Wilson.upper(81, 263)).isCloseTo(0.3662, within(0.0001));
    // 0 of 20.
    assertThat(Wilson.lower(0, 20)).isZero();
    assertThat(Wilson.upper(0, 20)).isCloseTo(0.1611, within(0.0001));
  }

  @Test
  void knows_nothing_where_nothing_was_tried() {
    assertThat(Wilson.lower(0, 0)).isZero();
    assertThat(Wilson.upper(0, 0)).isEqualTo(1);
  }
}

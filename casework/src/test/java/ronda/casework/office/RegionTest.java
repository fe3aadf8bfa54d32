package ronda.casework.office;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegionTest {
  @ParameterizedTest
  @ValueSource(strings = {"32", "36.01", "32.71.01", "94.71", "32.71.01.1001"})
  void a_place_lies_in_a_province_that_there_is(String code) {
    assertThat(Region.isPlace(code)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "99", "99.99", "00", "32.00", "32.71.00", "3271", "Bogor", "20.01"})
  void what_no_province_has_is_no_place(String code) {
    assertThat(Region.isPlace(code)).isFalse();
  }
}

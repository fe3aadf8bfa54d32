package ronda.casework.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PeriodTest {
  @Test
  void every_code_names_its_period_and_back() {
    assertThat(Stream.of("2026-01", "2026-12", "2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4", "2026"))
        .allSatisfy(code -> assertThat(period(code).code()).isEqualTo(code));
    assertThat(period("2026-Q4").from()).isEqualTo("2026-10-01");
    assertThat(period("2026-Q4").to()).isEqualTo("2026-12-31");
    assertThat(period("2024-02").to()).isEqualTo("2024-02-29");
    assertThat(period("2026").until()).isEqualTo("2027-01-01");
  }

  @Test
  void what_is_no_code_names_nothing() {
    assertThat(
            Stream.of("", "2026-13", "2026-Q0", "2026-Q5", "26", "2026-1", "abcd", "2026-10-01")
                .map(Period::ofCode))
        .allMatch(Optional::isEmpty);
  }

  @Test
  void a_day_lies_in_one_period_of_each_length() {
    LocalDate day = LocalDate.parse("2026-11-22");
    assertThat(Stream.of(Period.Kind.values()).map(kind -> Period.of(kind, day).code()))
        .containsExactly("2026-11", "2026-Q4", "2026");
    assertThat(period("2026-Q1").before().code()).isEqualTo("2025-Q4");
  }

  @Test
  void it_is_over_on_the_day_after_its_last() {
    assertThat(period("2026-10").isOver(LocalDate.parse("2026-10-31"))).isFalse();
    assertThat(period("2026-10").isOver(LocalDate.parse("2026-11-01"))).isTrue();
  }

  @Test
  void a_month_overlaps_its_quarter_and_not_the_next_one() {
    assertThat(period("2026-10").overlaps(period("2026-Q4"))).isTrue();
    assertThat(period("2026").overlaps(period("2026-02"))).isTrue();
    assertThat(period("2026-09").overlaps(period("2026-Q4"))).isFalse();
    assertThat(period("2027-01").overlaps(period("2026-Q4"))).isFalse();
  }

  @Test
  void no_quarter_begins_in_february() {
    assertThatThrownBy(() -> new Period(Period.Kind.QUARTER, LocalDate.parse("2026-02-01")))
        .hasMessageContaining("2026-02-01");
  }

  private static Period period(String code) {
    return Period.ofCode(code).orElseThrow();
  }
}

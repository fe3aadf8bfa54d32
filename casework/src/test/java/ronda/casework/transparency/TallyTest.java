package ronda.casework.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ronda.casework.transparency.Tally.Count;

class TallyTest {
  @Test
  void a_number_from_one_to_four_is_not_said() {
    assertThat(shown(whole(0, 1, 4, 5))).containsExactly("0", "<5", "<5", "5");
  }

  @Test
  void nought_is_said_because_nobody_stands_behind_it() {
    Tally tally = whole(0, 0);
    assertThat(shown(tally)).containsOnly("0");
    assertThat(total(tally)).isEqualTo("0");
  }

  @Test
  void a_total_of_large_numbers_is_exact() {
    assertThat(total(whole(5, 7, 0))).isEqualTo("12");
  }

  @Test
  void a_total_that_holds_a_small_number_is_a_range() {
    assertThat(total(whole(12, 2))).isEqualTo("13-16");
    assertThat(total(whole(12, 2, 3))).isEqualTo("14-20");
    assertThat(total(whole(0, 2))).isEqualTo("<5");
  }

  /** Whoever knows the rule and all that is published cannot tell these offices apart. */
  @Test
  void whatever_the_small_numbers_are_the_same_is_published() {
    List<Tally> published = new ArrayList<>();
    for (long first = 1; first < Amount.FEW; first++) {
      for (long second = 1; second < Amount.FEW; second++) {
        published.add(whole(first, 0, 31, second, 5));
      }
    }
    assertThat(published).hasSize(16).containsOnly(published.getFirst());
  }

  /** Cases opened, less what is said to be confirmed, must not give what is not said. */
  @Test
  void whoever_subtracts_one_table_from_another_learns_nothing_of_the_small_numbers() {
    List<String> published = new ArrayList<>();
    for (long hate = 1; hate < Amount.FEW; hate++) {
      Tally confirmed = whole(37, hate);
      Tally cases =
          Tally.apart(
              "cases",
              List.of(new Count("opened", 37 + hate).beside(confirmed.total().orElseThrow())));
      Amount opened = cases.amount("opened");
      long least = opened.least() - 37;
      long most = opened.most() - 37;
      assertThat(least).isEqualTo(1);
      assertThat(most).isEqualTo(Amount.FEW - 1);
      published.add(shown(confirmed) + " " + total(confirmed) + " " + shown(cases));
    }
    assertThat(published).containsOnly("[37, <5] 38-41 [38-41]");
  }

  @Test
  void a_number_beside_a_range_is_a_range_as_wide_wherever_it_lies() {
    Amount related = whole(37, 2).total().orElseThrow();
    for (long count = Amount.FEW; count < 90; count++) {
      Amount said = Amount.beside(related, count);
      assertThat(said.least()).isLessThanOrEqualTo(count).isGreaterThanOrEqualTo(Amount.FEW);
      assertThat(said.most()).isGreaterThanOrEqualTo(count);
      assertThat(said.most() - said.least()).as(said.shown()).isBetween(0L, 3L);
    }
    assertThat(Amount.beside(related, 37).shown()).isEqualTo("34-37");
    assertThat(Amount.beside(related, 3)).isEqualTo(new Amount.Few());
    assertThat(Amount.beside(related, 0)).isEqualTo(new Amount.Exact(0));
    assertThat(Amount.beside(new Amount.Exact(37), 39)).isEqualTo(new Amount.Exact(39));
    assertThat(Amount.beside(new Amount.Few(), 6).shown()).isEqualTo("5-8");
  }

  @Test
  void a_sum_of_ranges_is_as_wide_as_they_leave_it() {
    Tally related = whole(37, 2);
    Tally tally =
        Tally.whole(
            "posts",
            List.of(
                new Count("let-go", 100),
                new Count("suspected", 39).beside(related.total().orElseThrow())));
    assertThat(total(tally)).isEqualTo("138-141");
    assertThat(tally.amount("nothing-of-the-kind")).isEqualTo(new Amount.Exact(0));
  }

  @Test
  void different_things_have_no_total() {
    assertThat(Tally.apart("cases", List.of(new Count("opened", 9))).total()).isEmpty();
  }

  @Test
  void a_median_is_said_from_five_on() {
    assertThat(whole(9).taking(hours(1, 2, 3, 4)).median()).isEmpty();
    assertThat(whole(9).taking(hours(9, 1, 2, 30, 4)).median()).contains(Duration.ofHours(4));
    assertThat(whole(9).taking(hours(9, 1, 2, 30, 4, 6)).median()).contains(Duration.ofHours(5));
  }

  @Test
  void a_small_number_cannot_be_said_by_mistake() {
    assertThatThrownBy(() -> new Amount.Exact(3)).hasMessageContaining("3");
    assertThatThrownBy(() -> new Amount.Exact(-1)).hasMessageContaining("-1");
  }

  private static Tally whole(long... numbers) {
    List<Count> counts = new ArrayList<>();
    for (long number : numbers) {
      counts.add(new Count("bagian-" + counts.size(), number));
    }
    return Tally.whole("contoh", counts);
  }

  private static List<Duration> hours(int... hours) {
    return Stream.of(hours)
        .flatMapToInt(java.util.Arrays::stream)
        .mapToObj(Duration::ofHours)
        .toList();
  }

  private static List<String> shown(Tally tally) {
    return tally.parts().stream().map(part -> part.amount().shown()).toList();
  }

  private static String total(Tally tally) {
    return tally.total().orElseThrow().shown();
  }
}

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

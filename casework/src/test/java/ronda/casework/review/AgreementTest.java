package ronda.casework.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ronda.casework.review.Agreement.Pair;

class AgreementTest {
  @Test
  void gives_the_kappa_of_the_textbook_table() {
    // 50 applications, two readers: yes/yes 20, yes/no 5, no/yes 10, no/no 15: kappa 0.4.
    List<Pair> pairs = new ArrayList<>();
    add(20, "yes", "yes", pairs);
    add(5, "yes", "no", pairs);
    add(10, "no", "yes", pairs);
    add(15, "no", "no", pairs);
    Agreement agreement = Agreement.of(pairs);
    assertThat(agreement.pairs()).isEqualTo(50);
    assertThat(agreement.agreed()).isEqualTo(35);
    assertThat(agreement.kappa().orElseThrow()).isCloseTo(0.4, within(1e-9));
  }

  @Test
  void is_one_when_all_agree_on_more_than_one_thing() {
    List<Pair> pairs = List.of(new Pair("yes", "yes"), new Pair("no", "no"));
    assertThat(Agreement.of(pairs).kappa().orElseThrow()).isEqualTo(1);
  }

  @Test
  void is_below_zero_when_people_agree_less_than_by_chance() {
    List<Pair> pairs = List.of(new Pair("yes", "no"), new Pair("no", "yes"));
    assertThat(Agreement.of(pairs).kappa().orElseThrow()).isEqualTo(-1);
  }

  @Test
  void is_not_defined_without_pairs_or_when_only_one_thing_was_ever_said() {
    assertThat(Agreement.of(List.of()).kappa()).isEmpty();
    assertThat(Agreement.of(List.of(new Pair("yes", "yes"))).kappa()).isEmpty();
  }

  private static void add(int times, String first, String second, List<Pair> pairs) {
    for (int i = 0; i < times; i++) {
      pairs.add(new Pair(first, second));
    }
  }
}

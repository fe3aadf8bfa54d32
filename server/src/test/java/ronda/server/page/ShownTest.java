package ronda.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShownTest {
  @Test
  void the_same_values_give_one_mark_in_whatever_order_a_collection_holds_them() {
    Shown shown = Shown.of("Ani", 3, List.of("head", "reviewer"));

    assertThat(new Shown(shown.mark()).isStill(Shown.of("Ani", 3, List.of("reviewer", "head"))))
        .isTrue();
  }

  @Test
  void another_value_or_another_cut_between_values_gives_another_mark() {
    Shown shown = Shown.of("ab", "c", List.of("d", "e"));

    assertThat(shown.isStill(Shown.of("ab", "c", List.of("d")))).isFalse();
    assertThat(shown.isStill(Shown.of("a", "bc", List.of("d", "e")))).isFalse();
    assertThat(shown.isStill(Shown.of("ab", "c", List.of("de")))).isFalse();
    assertThat(new Shown("").isStill(shown)).isFalse();
  }
}

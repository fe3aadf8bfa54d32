package ronda.tool.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ronda.identify.post.Span;

class MarkedTest {
  private final Marked brackets = new Marked(false);

  @Test
  void the_places_of_reasons_stand_in_brackets() {
    assertThat(brackets.text("main slot gacor", List.of(new Span(5, 9), new Span(10, 15))))
        .isEqualTo("main [slot] [gacor]");
  }

  @Test
  void places_that_overlap_or_touch_are_marked_once() {
    assertThat(
            brackets.text(
                "main slot gacor", List.of(new Span(5, 12), new Span(10, 15), new Span(0, 5))))
        .isEqualTo("[main slot gacor]");
  }

  @Test
  void what_a_terminal_would_obey_is_shown_and_not_obeyed() {
    assertThat(brackets.text("a\u001b[31mb\u202ec", List.of())).isEqualTo("a␦[31mb␦c");
  }

  @Test
  void a_long_text_shows_what_stands_around_its_reasons() {
    String text = "x".repeat(1_000) + "gacor" + "y".repeat(1_000);

    assertThat(brackets.text(text, List.of(new Span(1_000, 1_005))))
        .contains("x[gacor]y")
        .hasSizeLessThan(400);
  }
}

package ronda.server.policies;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ronda.server.policies.LineChanges.Change;
import ronda.server.policies.LineChanges.Line;

class LineChangesTest {
  @Test
  void says_which_lines_went_came_and_stayed() {
    assertThat(LineChanges.between("a\nb\nc\n", "a\nB\nc\nd\n"))
        .containsExactly(
            new Line(Change.SAME, "a"),
            new Line(Change.GONE, "b"),
            new Line(Change.NEW, "B"),
            new Line(Change.SAME, "c"),
            new Line(Change.NEW, "d"));
  }

  @Test
  void a_book_is_shown_without_being_compared() {
    String book = "x\n".repeat(20_000);

    assertThat(LineChanges.between(book, book + "y\n")).hasSize(20_001);
  }
}

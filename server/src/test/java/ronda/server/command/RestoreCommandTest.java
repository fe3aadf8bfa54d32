package ronda.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ronda.store.backup.Stilled;

/** What {@code ./ronda restore} says it held back. */
class RestoreCommandTest {
  @Test
  void it_says_in_plain_sentences_what_was_ended_and_who_has_to_decide() {
    List<String> told =
        RestoreCommand.told(new Stilled(3, 4, 1, List.of("pemantau", "pengumpul"), 2));
    assertThat(String.join("\n", told))
        .contains("3 letters")
        .contains("until a person decides")
        .contains("2 offices")
        .contains("4 sessions and 1 links")
        .contains("2 programs (pemantau, pengumpul)")
        .contains("lost a role");
    assertThat(told).allSatisfy(line -> assertThat(line).hasSizeLessThan(140));
  }

  @Test
  void where_nothing_waited_it_says_so() {
    assertThat(String.join("\n", RestoreCommand.told(new Stilled(0, 0, 0, List.of(), 0))))
        .contains("No letter waited", "No office sent reminders", "No program had a token");
  }
}

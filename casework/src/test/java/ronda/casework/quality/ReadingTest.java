package ronda.casework.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ronda.casework.review.Verdict;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;
import ronda.identify.post.Stance;

class ReadingTest {
  private static final Verdict HARMFUL = confirmed(Severity.HIGH);
  private static final Verdict HARMLESS = new Verdict.NotHarmful();

  @Test
  void nineteen_pairs_are_too_few_to_say() {
    assertThat(reading(pairs(10, HARMFUL, HARMFUL), pairs(9, HARMLESS, HARMLESS)))
        .isEqualTo(Reading.TOO_FEW);
  }

  @Test
  void twenty_pairs_that_all_agree_agree_almost_fully() {
    assertThat(reading(pairs(10, HARMFUL, HARMFUL), pairs(10, HARMLESS, HARMLESS)))
        .isEqualTo(Reading.ALMOST_FULL);
  }

  @Test
  void where_everybody_always_says_the_same_nothing_can_be_compared() {
    assertThat(reading(pairs(20, HARMFUL, HARMFUL))).isEqualTo(Reading.ALL_ALIKE);
  }

  @Test
  void always_the_opposite_is_worse_than_chance() {
    assertThat(reading(pairs(10, HARMFUL, HARMLESS), pairs(10, HARMLESS, HARMFUL)))
        .isEqualTo(Reading.WORSE_THAN_CHANCE);
  }

  @Test
  void another_severity_is_no_disagreement() {
    assertThat(BlindPair.agreement(pairs(1, HARMFUL, confirmed(Severity.LOW))).agreed())
        .isEqualTo(1);
  }

  @Test
  void a_golden_answer_is_right_where_the_verdicts_agree() {
    GoldenItem item = new GoldenItem(new UUID(0, 1), new UUID(0, 2), HARMFUL, "ajakan");

    assertThat(item.isRight(confirmed(Severity.LOW))).hasValue(true);
    assertThat(item.isRight(HARMLESS)).hasValue(false);
  }

  @Test
  void to_ask_for_a_second_person_is_never_wrong() {
    GoldenItem item = new GoldenItem(new UUID(0, 1), new UUID(0, 2), HARMFUL, "ajakan");

    assertThat(item.isRight(new Verdict.NeedsSecond())).isEqualTo(Optional.empty());
  }

  @SafeVarargs
  private static Reading reading(List<BlindPair>... parts) {
    List<BlindPair> all = new ArrayList<>();
    for (List<BlindPair> part : parts) {
      all.addAll(part);
    }
    return Reading.of(BlindPair.agreement(all));
  }

  private static List<BlindPair> pairs(int count, Verdict first, Verdict second) {
    BlindPair pair = new BlindPair(Category.HATE, new UUID(0, 1), first, new UUID(0, 2), second);
    return List.copyOf(java.util.Collections.nCopies(count, pair));
  }

  private static Verdict confirmed(Severity severity) {
    return new Verdict.Confirmed(Category.HATE, Stance.PROMOTES, severity);
  }
}

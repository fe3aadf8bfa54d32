package ronda.tool.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The figures, counted by hand. */
class AnswersTest {
  private static final Answers FOUR =
      new Answers(
          new float[] {0.9f, 0.8f, 0.4f, 0.1f},
          new boolean[] {true, true, false, false},
          new boolean[] {true, false, true, false});

  @Test
  void precision_recall_and_false_positives_are_counted_from_what_was_said() {
    Measures of = FOUR.measures();

    assertThat(of.support()).isEqualTo(2);
    assertThat(of.precision()).isEqualTo(0.5);
    assertThat(of.recall()).isEqualTo(0.5);
    assertThat(of.f1()).isEqualTo(0.5);
    assertThat(of.falsePositiveRate()).isEqualTo(0.5);
  }

  @Test
  void recall_at_a_rate_takes_the_lowest_score_that_keeps_the_rate() {
    assertThat(FOUR.recallAt(0)).isEqualTo(0.5);
    assertThat(FOUR.recallAt(0.5)).isEqualTo(1);
  }

  @Test
  void posts_with_one_score_stand_or_fall_together() {
    Answers tied =
        new Answers(new float[] {0.5f, 0.5f}, new boolean[2], new boolean[] {true, false});

    assertThat(tied.recallAt(0.001)).isZero();
  }

  @Test
  void calibration_error_is_the_mean_distance_of_score_and_share() {
    Answers halfRight =
        new Answers(new float[] {0.7f, 0.7f}, new boolean[2], new boolean[] {true, false});

    assertThat(halfRight.calibrationError()).isCloseTo(0.2, within(1e-6));
  }

  @Test
  void a_share_of_nothing_counts_as_none() {
    Measures of = new Answers(new float[0], new boolean[0], new boolean[0]).measures();

    assertThat(of.precision()).isZero();
    assertThat(of.calibrationError()).isZero();
  }
}

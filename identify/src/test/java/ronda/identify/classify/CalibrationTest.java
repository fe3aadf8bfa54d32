package ronda.identify.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  @Test
  void the_curve_that_made_the_truth_is_found_again() {
    Random random = new Random(3);
    double[] margins = new double[20_000];
    boolean[] truth = new boolean[margins.length];
    double[] weights = new double[margins.length];
    Arrays.fill(weights, 1);
    for (int i = 0; i < margins.length; i++) {
      margins[i] = random.nextGaussian() - 1;
      truth[i] = random.nextDouble() < Logistic.of(3 * margins[i] - 0.5);
    }

    Calibration found = Calibration.fit(margins, truth, weights);

    assertThat(found.slope()).isCloseTo(3, within(.15f));
    assertThat(found.offset()).isCloseTo(-0.5f, within(.1f));
  }

  @Test
  void where_the_margins_divide_perfectly_the_curve_stays_finite() {
    Calibration found =
        Calibration.fit(
            new double[] {-2, -1, 1, 2},
            new boolean[] {false, false, true, true},
            new double[] {1, 1, 1, 1});

    assertThat(found.slope()).isFinite().isPositive();
    assertThat(Logistic.of(found.slope() * 2 + found.offset())).isBetween(.5f, .9f);
  }

  @Test
  void where_margins_speak_the_other_way_round_no_curve_falls() {
    Calibration found =
        Calibration.fit(
            new double[] {-1, -1, 1, 1},
            new boolean[] {true, true, false, false},
            new double[] {1, 1, 1, 1});

    assertThat(found.fitted()).isFalse();
    assertThat(found.slope()).isPositive();
  }

  @Test
  void where_all_are_alike_the_curve_says_so() {
    Calibration found =
        Calibration.fit(
            new double[] {0, 0, 0}, new boolean[] {true, true, true}, new double[] {1, 1, 1});

    assertThat(Logistic.of(found.offset())).isGreaterThan(.6f);
  }
}

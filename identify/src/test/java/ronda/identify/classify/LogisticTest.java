package ronda.identify.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LogisticTest {
  @Test
  void it_is_the_logistic_function() {
    for (double x = -50; x < 50; x += 0.0137) {
      assertThat((double) Logistic.of(x)).isCloseTo(1 / (1 + StrictMath.exp(-x)), within(2e-7));
    }
  }

  @Test
  void it_never_leaves_0_to_1() {
    assertThat(Logistic.of(Double.POSITIVE_INFINITY)).isEqualTo(1f);
    assertThat(Logistic.of(-1e300)).isBetween(0f, 1e-30f);
    assertThat(Logistic.of(0)).isEqualTo(.5f);
  }
}

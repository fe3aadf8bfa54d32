package ronda.identify.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BendTest {
  @Test
  void scores_that_were_too_bold_are_bent_to_what_came_true() {
    Bend bend = made(20_000, said -> said * said);

    assertThat(bend.of(.5f)).isCloseTo(.25f, within(.03f));
    assertThat(bend.of(.9f)).isCloseTo(.81f, within(.03f));
  }

  @Test
  void few_texts_bend_little() {
    assertThat(made(20, said -> 0).of(.5f)).isGreaterThan(.4f);
  }

  @Property(tries = 200)
  void a_higher_score_never_becomes_a_lower_one(
      @ForAll @IntRange(min = 1, max = 400) int texts,
      @ForAll @FloatRange(max = 1) float a,
      @ForAll @FloatRange(max = 1) float b) {
    Bend bend = made(texts, said -> 1 - said);

    assertThat(bend.of(Math.max(a, b))).isBetween(bend.of(Math.min(a, b)), 1f);
    assertThat(bend.of(0)).isZero();
    assertThat(bend.of(1)).isEqualTo(1f);
  }

  @Test
  void a_bend_that_falls_is_refused() {
    assertThatThrownBy(() -> new Bend(new float[] {0, .5f, 1}, new float[] {0, .9f, .8f}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must rise");
  }

  private interface Truth {
    double share(double said);
  }

  private static Bend made(int texts, Truth share) {
    Random random = new Random(5);
    double[] said = new double[texts];
    boolean[] truth = new boolean[texts];
    double[] weights = new double[texts];
    Arrays.fill(weights, 1);
    for (int i = 0; i < texts; i++) {
      said[i] = random.nextDouble();
      truth[i] = random.nextDouble() < share.share(said[i]);
    }
    return Bend.fit(said, truth, weights);
  }
}

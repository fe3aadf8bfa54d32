package ronda.identify.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import ronda.identify.Hostile;

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

  @Test
  void a_higher_score_never_becomes_a_lower_one() {
    Hostile.tries(
        1_000,
        random -> new Scores(Hostile.between(random, 1, 400), score(random), score(random)),
        scores -> {
          Bend bend = made(scores.texts(), said -> 1 - said);
          float low = Math.min(scores.a(), scores.b());
          float high = Math.max(scores.a(), scores.b());

          assertThat(bend.of(high)).isBetween(bend.of(low), 1f);
          assertThat(bend.of(0)).isZero();
          assertThat(bend.of(1)).isEqualTo(1f);
        });
  }

  private record Scores(int texts, float a, float b) {}

  private static float score(SplittableRandom random) {
    return switch (random.nextInt(6)) {
      case 0 -> 0;
      case 1 -> 1;
      case 2 -> Float.MIN_VALUE;
      case 3 -> Math.nextDown(1f);
      case 4 -> random.nextInt(101) / 100f;
      default -> random.nextFloat();
    };
  }

  @Test
  void a_bend_that_falls_is_refused() {
    assertThatThrownBy(() -> new Bend(new float[] {0, .5f, 1}, new float[] {0, .9f, .8f}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must rise");
  }

  @Test
  void a_bend_without_points_is_refused() {
    assertThatThrownBy(() -> new Bend(new float[0], new float[0]))
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

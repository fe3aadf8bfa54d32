package ronda.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ronda.identify.classify.SecondOpinion;
import ronda.identify.post.Category;

class LabelsTest {
  private static final Labels LABELS =
      Labels.of(List.of("implied:pornography", "implied:scam", "scam", "hate", "stance:promotes"));

  @Test
  void the_surer_of_what_is_said_and_what_is_implied_is_the_score() {
    assertThat(score(Category.SCAM, 0.2f, 0.7f)).isEqualTo(0.7f);
    assertThat(score(Category.SCAM, 0.99f, 0.7f)).isGreaterThan(0.9f);
  }

  @Test
  void what_is_implied_counts_for_less_than_what_is_said() {
    assertThat(score(Category.SCAM, 0.7f, 0)).isCloseTo(0.462f, within(0.001f));
    assertThat(score(Category.SCAM, 0, 0)).isZero();
    assertThat(score(Category.SCAM, 1, 0)).isEqualTo(1);
  }

  @Test
  void either_label_alone_is_enough() {
    assertThat(LABELS.score(Category.PORNOGRAPHY, new float[] {0.7f, 0, 0, 0, 0}).orElseThrow())
        .isCloseTo(0.462, within(0.001));
    assertThat(LABELS.score(Category.HATE, new float[] {0, 0, 0, 0.7f, 0}).orElseThrow())
        .isEqualTo(0.7f);
    assertThat(LABELS.score(Category.GAMBLING, new float[5])).isEmpty();
  }

  @Test
  void the_reasons_are_asked_of_the_label_that_was_surer() {
    assertThat(LABELS.louder(Category.SCAM, new float[] {0, 0.7f, 0.6f, 0, 0})).isEqualTo(2);
    assertThat(LABELS.louder(Category.SCAM, new float[] {0, 0.9f, 0.6f, 0, 0})).isEqualTo(1);
    assertThat(LABELS.louder(Category.GAMBLING, new float[5])).isNegative();
  }

  @Test
  void another_network_is_asked_of_the_category_that_is_implied() {
    SecondOpinion network = new SureOfNothing(List.of("scam"));
    float[] unsure = {0.5f, 0.5f, 0.5f, 0.5f, 0.5f};

    float[] settled =
        network.settle(
            Labels.askedOfOthers(
                List.of("implied:pornography", "implied:scam", "scam", "hate", "stance:promotes")),
            unsure,
            "");

    assertThat(settled).containsExactly(0.5f, 0, 0, 0.5f, 0.5f);
    assertThat(LABELS.score(Category.SCAM, settled).orElseThrow()).isZero();
  }

  /** A network that is asked about everything and believes none of it. */
  private record SureOfNothing(List<String> labels) implements SecondOpinion {
    @Override
    public boolean wants(float score) {
      return true;
    }

    @Override
    public Optional<float[]> scores(String text) {
      return Optional.of(new float[labels.size()]);
    }
  }

  private static float score(Category category, float implied, float outright) {
    return (float) LABELS.score(category, new float[] {0, implied, outright, 0, 0}).orElseThrow();
  }
}

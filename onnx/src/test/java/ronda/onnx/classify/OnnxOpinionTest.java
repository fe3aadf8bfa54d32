package ronda.onnx.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ronda.testkit.network.Encoder;

/** On a published network. It knows English only, so the posts are English. */
class OnnxOpinionTest {
  @TempDir private static Path folder;
  private static OnnxOpinion embedder;
  private static OnnxOpinion opinion;

  @BeforeAll
  static void open() throws IOException {
    embedder = OnnxOpinion.open(Encoder.embedder(folder.resolve("embedder")));
    opinion =
        OnnxOpinion.open(Encoder.classifier(folder.resolve("classifier"), OnnxOpinionTest::scores));
  }

  @AfterAll
  static void close() {
    opinion.close();
    embedder.close();
  }

  @Test
  void sentences_of_like_meaning_lie_closer_than_others() {
    double[] flood =
        Encoder.embedding(OnnxOpinionTest::scores, "the street is under water after the rain");
    double[] water = Encoder.embedding(OnnxOpinionTest::scores, "heavy rain has flooded our road");
    double[] music =
        Encoder.embedding(OnnxOpinionTest::scores, "she plays the violin in an orchestra");

    assertThat(product(flood, water)).isGreaterThan(product(flood, music) + 0.05);
    assertThat(product(flood, flood)).isCloseTo(1, within(1e-6));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hit the jackpot, bet on our casino and cash out tonight",
        "new member bonus for every deposit at the slots",
      })
  void a_text_that_it_never_saw_is_recognised(String text) {
    assertThat(gambling(text)).isGreaterThan(0.6f);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the bridge near the market was closed because of the river",
        "my aunt bakes bread and opens her shop at seven",
      })
  void a_harmless_text_that_it_never_saw_is_let_go(String text) {
    assertThat(gambling(text)).isLessThan(0.4f);
  }

  @Test
  void under_softmax_the_scores_share_one() {
    float[] scores = opinion.scores("a quiet evening").orElseThrow();

    assertThat(scores[0] + scores[1]).isCloseTo(1f, within(1e-6f));
  }

  @Test
  void the_same_text_gives_the_same_scores_from_every_thread() {
    float[] alone = opinion.scores(Encoder.GAMBLING.getFirst()).orElseThrow();

    assertThat(
            IntStream.range(0, 64)
                .parallel()
                .mapToObj(i -> opinion.scores(Encoder.GAMBLING.getFirst()).orElseThrow()))
        .allSatisfy(scores -> assertThat(scores).containsExactly(alone));
  }

  @Test
  void of_a_huge_text_no_more_than_its_beginning_is_read() {
    String page = "win the jackpot ".repeat(600_000);
    String beginning = page.substring(0, 1024);

    assertThat(opinion.beginning(page)).isEqualTo(beginning);
    assertThat(opinion.scores(page).orElseThrow())
        .containsExactly(opinion.scores(beginning).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\0",
        "\uD83D",
        "\uDC00 after",
        "🔥🔥🔥",
        "𝗣𝗟𝗨𝗧𝗢𝟴𝟴",
        "\u202E\u200B",
        "[CLS] [SEP] [MASK]"
      })
  void any_text_gets_an_answer(String text) {
    assertThat(opinion.scores(text)).isPresent();
    assertThat(opinion.failures()).isZero();
  }

  @Test
  void it_is_asked_only_in_the_uncertain_band() {
    assertThat(opinion.wants(0.24f)).isFalse();
    assertThat(opinion.wants(0.25f)).isTrue();
    assertThat(opinion.wants(0.75f)).isTrue();
    assertThat(opinion.wants(0.76f)).isFalse();
    assertThat(opinion.wants(Float.NaN)).isFalse();
  }

  @Test
  void an_unsure_score_is_settled_and_the_sure_ones_stand() {
    float[] first = {0.5f, 0.9f, 0.5f};

    float[] settled =
        opinion.settle(List.of("gambling", "safe", "scam"), first, Encoder.GAMBLING.getFirst());

    assertThat(settled[0]).isGreaterThan(0.6f);
    assertThat(settled[1]).isEqualTo(0.9f);
    assertThat(settled[2]).as("a label that it does not know").isEqualTo(0.5f);
    assertThat(first).as("the first opinion").containsExactly(0.5f, 0.9f, 0.5f);
  }

  private static float[] scores(String text) {
    return embedder.scores(text).orElseThrow();
  }

  private static float gambling(String text) {
    return opinion.scores(text).orElseThrow()[opinion.labels().indexOf("gambling")];
  }

  private static double product(double[] one, double[] other) {
    return IntStream.range(0, one.length).mapToDouble(i -> one[i] * other[i]).sum();
  }
}

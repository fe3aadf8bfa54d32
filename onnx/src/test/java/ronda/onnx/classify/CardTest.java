package ronda.onnx.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ronda.testkit.network.Encoder;

class CardTest {
  @Test
  void a_card_tells_what_the_outputs_mean() {
    assertThat(Card.parse(Encoder.CARD))
        .isEqualTo(
            new Card(
                "made-up@1",
                List.of("safe", "gambling"),
                Card.Activation.SOFTMAX,
                64,
                0.25f,
                0.75f));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "\"softmax\"; \"argmax\"; 'activation' must be sigmoid or softmax, was 'argmax'",
        "0.25; 0.9; 'to' must be a number from 0.9 to 1",
        "0.25; -1; 'from' must be a number from 0 to 1, was -1",
        "64; 100000; 'maxTokens' must be a number from 8 to 8192, was 100000",
        "64; \"64\"; 'maxTokens' must be a number",
        "\"gambling\"; \"safe\"; names one label twice",
        "\"gambling\"; 7; 'outputs' must hold texts, held 7",
        "[\"safe\", \"gambling\"]; []; 'outputs' must hold 1 to 1000 names, held 0",
        "licence; license; unknown field 'license'",
        "\"made-up@1\"; \"\"; 'model' must be a text",
        "\"MIT\"}; \"MIT\"; is not JSON",
        "{\"model\"; {model; is not JSON",
        "\"MIT\"}; \"MIT\"} {}; is not JSON at line 2",
      })
  void a_card_with_a_mistake_is_refused(String right, String wrong, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Card.parse(Encoder.CARD.replace(right, wrong)))
        .withMessageContaining(message);
  }

  @Test
  void a_sigmoid_looks_at_each_output_alone() {
    assertThat(Card.Activation.SIGMOID.of(new float[] {0, 2, -90}))
        .containsExactly(new float[] {0.5f, 0.8808f, 0}, within(1e-4f));
  }

  @Test
  void a_softmax_shares_one_and_bears_large_numbers() {
    assertThat(Card.Activation.SOFTMAX.of(new float[] {1000, 1000, -1000}))
        .containsExactly(new float[] {0.5f, 0.5f, 0}, within(1e-6f));
  }
}

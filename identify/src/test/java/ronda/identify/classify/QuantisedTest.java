package ronda.identify.classify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuantisedTest {
  @Test
  void the_rarest_word_of_any_number_of_texts_is_long_and_never_below_nothing() {
    float[] rarity = new float[1 << MadeUp.QUICK.rowBits()];
    double once = 2 * (Math.log(1e9 / 2) + 1); // A whole word, in one of a thousand million texts.
    rarity[7] = (float) once;
    rarity[8] = 1;
    int[][] rows = {{7, 8}, {8}};
    DualDescent learnt =
        DualDescent.learn(
            Corpus.of(rows, rarity),
            new byte[][] {{1}, {-1}},
            new double[] {1, 1},
            1,
            Corpus.rows(MadeUp.QUICK.rowBits()),
            MadeUp.QUICK);

    Quantised table = Quantised.of(learnt, rarity, 1);

    assertThat(table.rows()[2 * 7 + 1]).isEqualTo(Short.MAX_VALUE);
    assertThat(table.rows()[2 * 8 + 1]).isEqualTo((short) Math.rint(1 / Model.LENGTH_STEP));
    // Of ten million texts nothing is cut off.
    assertThat(Math.pow(2 * (Math.log(1e7 / 2) + 1), 2) / Model.LENGTH_STEP)
        .isLessThan(Short.MAX_VALUE + 3_000.0);
  }
}

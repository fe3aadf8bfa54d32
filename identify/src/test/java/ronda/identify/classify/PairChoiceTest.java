package ronda.identify.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PairChoiceTest {
  private static final long OF_THE_LABEL = Features.mix(1);
  private static final long OF_BOTH = Features.mix(2);
  private static final long OF_OTHERS = Features.mix(3);
  private static final long SEEN_ONCE = Features.mix(4);

  private static final TellingPairs CHOSEN = chosen();

  @Test
  void a_pair_that_stands_with_a_label_is_heeded() {
    assertThat(CHOSEN.test(OF_THE_LABEL)).isEqualTo(1);
  }

  @Test
  void a_pair_that_stands_with_everything_is_not() {
    assertThat(CHOSEN.test(OF_BOTH)).isZero();
  }

  @Test
  void a_pair_that_stands_without_the_label_is_not() {
    assertThat(CHOSEN.test(OF_OTHERS)).isZero();
  }

  @Test
  void a_pair_seen_in_one_text_alone_is_not() {
    assertThat(CHOSEN.test(SEEN_ONCE)).isZero();
  }

  @Test
  void hardly_any_strange_pair_slips_through() {
    long[] chosen = LongStream.range(0, PairChoice.MOST).map(Features::mix).toArray();
    TellingPairs telling = TellingPairs.of(chosen);

    assertThat(LongStream.of(chosen).allMatch(pair -> telling.test(pair) == 1)).isTrue();
    assertThat(LongStream.range(1_000_000, 1_100_000).map(Features::mix).map(telling::test).sum())
        .isLessThan(1_000);
  }

  @Test
  void a_filter_of_a_size_that_none_has_is_refused() {
    assertThatThrownBy(() -> TellingPairs.read(new long[100]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("100 words");
  }

  private static TellingPairs chosen() {
    List<long[]> texts = new ArrayList<>();
    byte[][] truth = new byte[40][1];
    for (int i = 0; i < truth.length; i++) {
      boolean has = i % 2 == 0;
      truth[i][0] = (byte) (has ? 1 : -1);
      long own = has ? OF_THE_LABEL : OF_OTHERS;
      texts.add(sorted(i == 0 ? new long[] {own, OF_BOTH, SEEN_ONCE} : new long[] {own, OF_BOTH}));
    }
    return PairChoice.of(texts, truth);
  }

  private static long[] sorted(long[] pairs) {
    return LongStream.of(pairs).sorted().toArray();
  }
}

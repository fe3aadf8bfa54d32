package ronda.identify.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The fast way must say what the slow way says. */
class AsciiPassTest {
  @Test
  void ascii_reads_alike_eight_at_a_time_and_one_at_a_time() {
    var random = new SplittableRandom(20261122);
    for (int i = 0; i < 20_000; i++) {
      var text = new StringBuilder();
      for (int length = random.nextInt(40); length > 0; length--) {
        text.append(
            (char) (random.nextInt(4) > 0 ? 'A' + random.nextInt(58) : random.nextInt(128)));
      }
      assertAlike(text.toString());
    }
  }

  private static void assertAlike(String text) {
    PlainText fast = Fold.plain(text);
    PlainText slow = new FoldPass(text).run();
    assertThat(Texts.string(fast)).isEqualTo(Texts.string(slow));
    assertThat(fast.words()).as(text).isEqualTo(slow.words());
    for (int i = 0; i < fast.words(); i++) {
      assertThat(fast.wordStart(i)).isEqualTo(slow.wordStart(i));
      assertThat(fast.wordEnd(i)).isEqualTo(slow.wordEnd(i));
      assertThat(fast.wordSpelling(i)).as(text).isEqualTo(slow.wordSpelling(i));
    }
    assertThat(fast.recovered()).isEqualTo(slow.recovered());
  }
}

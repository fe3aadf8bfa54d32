package ronda.identify.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What folding allocates grows by the arrays it hands out and works in, and by nothing for each
 * character: an object a letter, of sixteen bytes at least, would show.
 */
class FoldMemoryTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Powers of two, at which arrays that double are full: what they take is known to the byte. */
  private static final int FEW = 1 << 10;

  private static final int MANY = 1 << 14;

  /**
   * Bytes for each UTF-16 unit. Of ASCII: the plain byte and the bounds of words (1 + 2). Of other
   * texts also: UTF-8 (up to 3, and once more trimmed), characters (2), plain bytes with room
   * (1.5), spellings (0.5), in all some 10. Of a text in which each letter was moved also: its
   * stretches, grown by doubling and trimmed (24 + 7), in all 42.
   */
  @ParameterizedTest
  @CsvSource({
    "rapat warga ditunda sampai besok, 4",
    "rapat warg\u0430 ditund\u0430 s\u0430mpai besok, 16",
    "\uD835\uDC00\uD835\uDC01\uD835\uDC02 \uD835\uDC03, 48",
  })
  void nothing_is_allocated_for_each_character(String words, double most) {
    String few = text(words, FEW);
    String many = text(words, MANY);
    for (int warm = 0; warm < 20; warm++) {
      allocated(many);
    }

    double each = (double) (allocated(many) - allocated(few)) / (many.length() - few.length());

    assertThat(each).isLessThanOrEqualTo(most);
  }

  private static String text(String words, int units) {
    return (words + " ").repeat(units / words.length() + 1).substring(0, units);
  }

  private static long allocated(String text) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    PlainText plain = Fold.plain(text);
    long after = THREADS.getCurrentThreadAllocatedBytes();
    assertThat(plain.length()).isPositive();
    return after - before;
  }
}

package ronda.identify.classify;

import java.util.List;

/**
 * The pairs of neighbouring words that a model heeds (pasangan kata bermakna): those that stood
 * with one of its labels far more often than chance ({@link PairChoice}). All others say nothing,
 * neither in learning nor in judging, where they would borrow the weight of whatever shares their
 * row. Most pairs of a post end here, and cost no look into the table.
 *
 * <p>A pair sets two bits of one 64-bit word, so that one access answers (Putze, Sanders and
 * Singler, "Cache-, hash- and space-efficient Bloom filters", 2007). About one strange pair in two
 * hundred slips through. Immutable.
 */
final class TellingPairs {
  /** 2^6 to 2^15 words: half a kilobyte to 256. */
  static final int FEWEST_BITS = 6;

  static final int MOST_BITS = 15;

  private final long[] words;
  private final int shift;

  private TellingPairs(long[] words) {
    this.words = words;
    this.shift = 64 - Integer.numberOfTrailingZeros(words.length);
  }

  /**
   * Read from a file.
   *
   * @throws IllegalArgumentException unless there is a power of two of them, from 2^{@value
   *     #FEWEST_BITS} to 2^{@value #MOST_BITS}
   */
  static TellingPairs read(long[] words) {
    int bits = Integer.numberOfTrailingZeros(words.length);
    if (bits < FEWEST_BITS || bits > MOST_BITS || words.length != 1 << bits) {
      throw new IllegalArgumentException("a filter of " + words.length + " words");
    }
    return new TellingPairs(words);
  }

  /** These pairs: about two to a word, while the filter stays small. */
  static TellingPairs of(long[] pairs) {
    int bits =
        Math.clamp(31 - Integer.numberOfLeadingZeros(pairs.length | 1), FEWEST_BITS, MOST_BITS);
    TellingPairs telling = new TellingPairs(new long[1 << bits]);
    for (long pair : pairs) {
      telling.words[telling.word(pair)] |= 1L << (pair >>> 20) | 1L << (pair >>> 26);
    }
    return telling;
  }

  /**
   * A filter that lets through what any of these does, and little else: a smaller one's word is the
   * beginning of the larger one's. One look at it spares most pairs a look at each.
   */
  static TellingPairs ofAny(List<TellingPairs> some) {
    int most = some.stream().mapToInt(one -> one.words.length).max().orElse(1 << FEWEST_BITS);
    long[] words = new long[most];
    for (TellingPairs one : some) {
      int each = most / one.words.length;
      for (int i = 0; i < most; i++) {
        words[i] |= one.words[i / each];
      }
    }
    return new TellingPairs(words);
  }

  /** 1 for a pair that is heeded, and for a few others; else 0. */
  int test(long pair) {
    long word = words[word(pair)];
    return (int) ((word >>> (pair >>> 20)) & (word >>> (pair >>> 26)) & 1);
  }

  /** What {@link #read} reads again. */
  long[] words() {
    return words;
  }

  /** The lowest bits of a pair choose its row; the highest its word here. */
  private int word(long pair) {
    return (int) (pair >>> shift) & words.length - 1;
  }
}

package ronda.identify.classify;

import java.util.Arrays;
import java.util.List;
import ronda.identify.text.PlainText;

/**
 * Examples as the learner sees them: for each the rows of its features, each with how much it
 * counts there.
 *
 * <p>A text's words and pairs are weighed by how rare they are (idf) and brought to length one, so
 * that a long text does not outshout a short one; what is known of the post as a whole counts
 * besides, by a fixed amount.
 */
final class Corpus {
  /** How much a feature of the whole post counts beside a text of length one. */
  static final float POST_VALUE = 0.25f;

  /** Features of the whole post have rows of their own, behind those of words and pairs. */
  static final int POST_ROWS = 1024;

  final int[][] rows;
  final float[][] values;

  private Corpus(int[][] rows, float[][] values) {
    this.rows = rows;
    this.values = values;
  }

  /** How many rows a table has in all. */
  static int rows(int rowBits) {
    return (1 << rowBits) + POST_ROWS;
  }

  /** The row of a feature of the whole post. */
  static int postRow(long feature, int rowBits) {
    return (1 << rowBits) + ((int) feature & POST_ROWS - 1);
  }

  int size() {
    return rows.length;
  }

  /** Reads the features of every example. */
  static int[][] occurrences(List<Example> examples, int rowBits) {
    int[][] all = new int[examples.size()][];
    long[] buffer = new long[Math.max(Features.MOST_PER_WORD, Features.MOST_PER_POST)];
    for (int i = 0; i < all.length; i++) {
      all[i] = textRows(examples.get(i).text(), (1 << rowBits) - 1, buffer);
    }
    return all;
  }

  /** Every occurrence of a word's or pair's feature, as rows; a row may stand twice. */
  private static int[] textRows(PlainText text, int mask, long[] buffer) {
    RowSink sink = new RowSink(mask, buffer);
    Walk.over(text, sink);
    return Arrays.copyOf(sink.rows, sink.count);
  }

  private static final class RowSink implements Walk.Sink {
    private final int mask;
    private final long[] buffer;
    private int[] rows = new int[256];
    private int count;
    private long previous;

    RowSink(int mask, long[] buffer) {
      this.mask = mask;
      this.buffer = buffer;
    }

    @Override
    public void token(byte[] bytes, int from, int to, int spelling, int plainFrom, int plainTo) {
      int n = Features.ofToken(bytes, from, to, spelling, buffer);
      if (count + n + 1 > rows.length) {
        rows = Arrays.copyOf(rows, 2 * rows.length + n);
      }
      for (int k = 0; k < n; k++) {
        rows[count++] = (int) buffer[k] & mask;
      }
      if (Features.pairs(spelling)) {
        long identity = Features.identity(bytes, from, to);
        rows[count++] = (int) Features.pair(previous, identity) & mask;
        previous = identity;
      }
    }
  }

  private static int[] postRows(Example example, int rowBits, long[] buffer) {
    int count = Features.ofPost(example.text(), example.terms(), example.entities(), buffer);
    int[] rows = new int[count];
    for (int k = 0; k < count; k++) {
      rows[k] = postRow(buffer[k], rowBits);
    }
    return rows;
  }

  /** How rare each row is among the examples: ln((1+n)/(1+d)) + 1, or 0 where none has it. */
  static float[] rarity(int[][] occurrences, int rowBits) {
    int[] examplesWith = new int[1 << rowBits];
    int[] last = new int[1 << rowBits];
    for (int i = 0; i < occurrences.length; i++) {
      for (int row : occurrences[i]) {
        if (last[row] != i + 1) {
          last[row] = i + 1;
          examplesWith[row]++;
        }
      }
    }
    float[] rarity = new float[1 << rowBits];
    for (int row = 0; row < rarity.length; row++) {
      if (examplesWith[row] > 0) {
        rarity[row] =
            (float) (StrictMath.log((1.0 + occurrences.length) / (1 + examplesWith[row])) + 1);
      }
    }
    return rarity;
  }

  /** The examples as vectors: equal rows joined, sorted by row. */
  static Corpus of(List<Example> examples, int[][] occurrences, float[] rarity) {
    int rowBits = Integer.numberOfTrailingZeros(rarity.length);
    long[] buffer = new long[Features.MOST_PER_POST];
    int[][] rows = new int[occurrences.length][];
    float[][] values = new float[occurrences.length][];
    for (int i = 0; i < rows.length; i++) {
      join(i, occurrences[i], postRows(examples.get(i), rowBits, buffer), rarity, rows, values);
    }
    return new Corpus(rows, values);
  }

  private static void join(
      int i, int[] text, int[] post, float[] rarity, int[][] rows, float[][] values) {
    int[] sorted = text.clone();
    Arrays.sort(sorted);
    int[] joined = new int[sorted.length + post.length];
    float[] value = new float[joined.length];
    double square = 0;
    int n = 0;
    for (int row : sorted) {
      if (n == 0 || joined[n - 1] != row) {
        joined[n++] = row;
      }
      value[n - 1] += rarity[row];
      square += rarity[row] * rarity[row];
    }
    float scale = square == 0 ? 0 : (float) (1 / Math.sqrt(square));
    for (int k = 0; k < n; k++) {
      value[k] *= scale;
    }
    for (int row : post) {
      joined[n] = row;
      value[n++] = POST_VALUE;
    }
    rows[i] = Arrays.copyOf(joined, n);
    values[i] = Arrays.copyOf(value, n);
  }
}

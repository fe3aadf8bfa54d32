package ronda.identify.classify;

import java.util.Arrays;
import java.util.List;

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

  /** Marks the occurrence of a part of a word, or of signs. */
  private static final int PART = 0;

  /** Marks the occurrence of a whole word or a pair, beside its row. */
  private static final int WHOLE = 1 << 30;

  /** A whole word says more than each of its many parts. */
  private static final float WHOLE_COUNTS = 2;

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

  /**
   * What an example shows before it is settled which pairs are heeded.
   *
   * @param rows the rows of its words, each with its sort, then the post's rows
   * @param pairs its pairs of neighbouring words, sorted, none twice
   */
  record Shown(int[] rows, long[] pairs) {}

  /** Reads the features of every example. */
  static List<Shown> read(List<Example> examples, int rowBits) {
    long[] buffer = new long[Math.max(Features.MOST_PER_WORD, Features.MOST_PER_POST)];
    return examples.stream().map(example -> read(example, rowBits, buffer)).toList();
  }

  private static Shown read(Example example, int rowBits, long[] buffer) {
    RowSink sink = new RowSink((1 << rowBits) - 1, buffer);
    Walk.over(example.text(), sink);
    int post =
        Features.ofPost(
            example.text(), sink.spellings, example.terms(), example.entities(), buffer);
    int[] rows = Arrays.copyOf(sink.rows, sink.count + post);
    for (int k = 0; k < post; k++) {
      rows[sink.count + k] = postRow(buffer[k], rowBits);
    }
    long[] pairs = Arrays.stream(sink.pairs, 0, sink.pairCount).sorted().distinct().toArray();
    return new Shown(rows, pairs);
  }

  /** The rows of every example, those of the pairs that are heeded among them. */
  static int[][] occurrences(List<Shown> examples, TellingPairs heeded, int rowBits) {
    int mask = (1 << rowBits) - 1;
    return examples.stream().map(shown -> occurrences(shown, heeded, mask)).toArray(int[][]::new);
  }

  private static int[] occurrences(Shown shown, TellingPairs heeded, int mask) {
    int n = shown.rows().length;
    int[] rows = Arrays.copyOf(shown.rows(), n + shown.pairs().length);
    for (long pair : shown.pairs()) {
      rows[n] = (int) pair & mask | WHOLE;
      n += heeded.test(pair);
    }
    return Arrays.copyOf(rows, n);
  }

  private static final class RowSink implements Walk.Sink {
    private final int mask;
    private final long[] buffer;
    private final Distinct distinct = new Distinct();
    private int[] rows = new int[256];
    private int count;
    private long[] pairs = new long[32];
    private int pairCount;
    private long previous;
    private int spellings;

    RowSink(int mask, long[] buffer) {
      this.mask = mask;
      this.buffer = buffer;
    }

    @Override
    public void token(byte[] bytes, int from, int to, int spelling, int plainFrom, int plainTo) {
      spellings |= spelling;
      long identity = Features.identity(bytes, from, to);
      if (distinct.add(Features.token(identity, spelling))) {
        int n = Features.ofToken(bytes, from, to, spelling, buffer);
        for (int k = 0; k < n; k++) {
          occurs(buffer[k], k == 0 && (spelling & Features.GAP) == 0 ? WHOLE : PART);
        }
      }
      if (Features.pairs(spelling)) {
        pair(Features.pair(previous, identity));
        previous = identity;
      }
    }

    private void occurs(long feature, int sort) {
      if (count == rows.length) {
        rows = Arrays.copyOf(rows, 2 * count);
      }
      rows[count++] = (int) feature & mask | sort;
    }

    private void pair(long pair) {
      if (pairCount == pairs.length) {
        pairs = Arrays.copyOf(pairs, 2 * pairCount);
      }
      pairs[pairCount++] = pair;
    }
  }

  /**
   * What each row counts: how rare it is among the examples, ln((1+n)/(1+d)) + 1, and twice that
   * for a whole word or pair; 0 where no example has it.
   */
  static float[] rarity(int[][] occurrences, int rowBits) {
    int[] examplesWith = new int[1 << rowBits];
    int[] last = new int[1 << rowBits];
    float[] counts = new float[1 << rowBits];
    for (int i = 0; i < occurrences.length; i++) {
      for (int occurrence : occurrences[i]) {
        int row = occurrence & ~WHOLE;
        if (row < counts.length && last[row] != i + 1) {
          last[row] = i + 1;
          // Where two features share a row, the first one seen says what sort the row is.
          counts[row] = examplesWith[row]++ > 0 ? counts[row] : sort(occurrence);
        }
      }
    }
    for (int row = 0; row < counts.length; row++) {
      if (examplesWith[row] > 0) {
        double rare = StrictMath.log((1.0 + occurrences.length) / (1 + examplesWith[row])) + 1;
        counts[row] *= (float) rare;
      }
    }
    return counts;
  }

  private static float sort(int occurrence) {
    return (occurrence & WHOLE) != 0 ? WHOLE_COUNTS : 1;
  }

  /** The examples as vectors: equal rows joined, sorted by row. */
  static Corpus of(int[][] occurrences, float[] rarity) {
    int[][] rows = new int[occurrences.length][];
    float[][] values = new float[occurrences.length][];
    for (int i = 0; i < rows.length; i++) {
      join(i, occurrences[i], rarity, rows, values);
    }
    return new Corpus(rows, values);
  }

  private static void join(
      int i, int[] occurrences, float[] rarity, int[][] rows, float[][] values) {
    int[] joined = new int[occurrences.length];
    for (int k = 0; k < joined.length; k++) {
      joined[k] = occurrences[k] & ~WHOLE;
    }
    Arrays.sort(joined);
    float[] value = new float[joined.length];
    double square = 0;
    int n = 0;
    for (int row : joined) {
      // Reading is ahead of writing: each row is read before its place is taken.
      if (n == 0 || joined[n - 1] != row) {
        joined[n++] = row;
      }
      if (row >= rarity.length) {
        value[n - 1] = POST_VALUE;
      } else {
        value[n - 1] += rarity[row];
        square += rarity[row] * rarity[row];
      }
    }
    float scale = square == 0 ? 0 : (float) (1 / Math.sqrt(square));
    for (int k = 0; k < n && joined[k] < rarity.length; k++) {
      value[k] *= scale;
    }
    rows[i] = Arrays.copyOf(joined, n);
    values[i] = Arrays.copyOf(value, n);
  }
}

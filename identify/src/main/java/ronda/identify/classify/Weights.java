package ronda.identify.classify;

import java.util.List;

/**
 * The rows of all models side by side, so that one look at memory answers for every label. Rows of
 * a smaller model stand as often as it takes to fill the largest. Immutable and safe to share.
 *
 * <p>A row is a few 64-bit columns of four 16-bit numbers each; a model's numbers begin a column.
 * Rows are added column by column, four numbers at a time: with 32,768 added, which is taken off
 * again at the end, a number is never below 0, and every second one has room to grow. A sum is
 * therefore two longs a column, each two sums in one: the one plus 2^32 times the other. That is
 * exact while each sum stays within 32 bits: whoever adds up a long text has to empty them now and
 * then ({@link WordMemory}).
 */
final class Weights {
  private static final int IN_COLUMN = 4;
  private static final int RAISED = 1 << 15;
  private static final long RAISED_BOTH = RAISED | (long) RAISED << 32;
  private static final long EVERY_SECOND = 0x0000FFFF0000FFFFL;

  private final int rowMask;
  private final int postRows;

  /** 64-bit columns of a row. */
  private final int columns;

  /** Each model's first column; one more than there are models. */
  private final int[] begin;

  private final TellingPairs[] pairs;
  private final TellingPairs anyPairs;
  private final long[] table;

  private Weights(int rowBits, int[] begin, TellingPairs[] pairs, long[] table) {
    this.rowMask = (1 << rowBits) - 1;
    this.postRows = 1 << rowBits;
    this.begin = begin;
    this.columns = begin[begin.length - 1];
    this.pairs = pairs;
    this.anyPairs = TellingPairs.ofAny(List.of(pairs));
    this.table = table;
  }

  static Weights of(List<Model> models) {
    int rowBits = models.stream().mapToInt(Model::rowBits).max().orElse(0);
    int[] begin = new int[models.size() + 1];
    for (int m = 0; m < models.size(); m++) {
      begin[m + 1] = begin[m] + (models.get(m).stride() + IN_COLUMN - 1) / IN_COLUMN;
    }
    int columns = begin[models.size()];
    long[] table = new long[Corpus.rows(rowBits) * columns];
    for (int m = 0; m < models.size(); m++) {
      fill(models.get(m), rowBits, table, begin[m], columns);
    }
    TellingPairs[] pairs = models.stream().map(Model::pairs).toArray(TellingPairs[]::new);
    return new Weights(rowBits, begin, pairs, table);
  }

  private static void fill(Model model, int rowBits, long[] table, int firstColumn, int columns) {
    short[] from = model.table();
    int stride = model.stride();
    int rows = Corpus.rows(rowBits);
    for (int row = 0; row < rows; row++) {
      int at = rowIn(model, row, rowBits) * stride;
      for (int lane = 0; lane < stride; lane += IN_COLUMN) {
        long column = 0;
        for (int k = Math.min(IN_COLUMN, stride - lane) - 1; k >= 0; k--) {
          column = column << 16 | from[at + lane + k] + RAISED;
        }
        table[row * columns + firstColumn + lane / IN_COLUMN] = column;
      }
    }
  }

  /** Which row of a model stands in {@code row} of the table with {@code rowBits}. */
  private static int rowIn(Model model, int row, int rowBits) {
    int own = 1 << model.rowBits();
    return row < 1 << rowBits ? row & own - 1 : own + row - (1 << rowBits);
  }

  /** How many longs hold the sums of rows. */
  int sums() {
    return 2 * columns;
  }

  /** How many numbers a row has, of all models and with what fills up their columns. */
  int lanes() {
    return columns * IN_COLUMN;
  }

  /** How many models stand side by side. */
  int models() {
    return pairs.length;
  }

  /** A model's {@code k}-th number among all. */
  int lane(int model, int k) {
    return begin[model] * IN_COLUMN + k;
  }

  /** One number of sums that stand from {@code at} on. */
  static int sum(long[] sums, int at, int lane) {
    int inColumn = lane % IN_COLUMN;
    long both = sums[at + 2 * (lane / IN_COLUMN) + (inColumn & 1)];
    int first = (int) both;
    return inColumn < 2 ? first : (int) (both - first >> 32);
  }

  /** 1 where a model heeds a pair, else 0. */
  int heeds(int model, long pair) {
    return pairs[model].test(pair);
  }

  /** 0 where no model heeds a pair; 1 where one may. */
  int mayHeed(long pair) {
    return anyPairs.test(pair);
  }

  /** Where the row of a word's or a pair's feature begins. */
  int row(long feature) {
    return ((int) feature & rowMask) * columns;
  }

  /** Where the row of a feature of the post as a whole begins. */
  int postRow(long feature) {
    return (postRows + ((int) feature & Corpus.POST_ROWS - 1)) * columns;
  }

  /** Adds {@code n} rows, fewer than 65,536, to the sums of every model. */
  void add(int[] rows, int n, long[] sums, int at) {
    addColumns(0, columns, rows, 0, n, sums, at);
  }

  /** Adds the {@code n} rows from {@code from} on, fewer than 65,536, to the sums of one model. */
  void addOf(int model, int[] rows, int from, int n, long[] sums) {
    addColumns(begin[model], begin[model + 1], rows, from, n, sums, 0);
  }

  private void addColumns(int first, int end, int[] rows, int from, int n, long[] sums, int at) {
    for (int column = first; column < end; column++) {
      // Rows lie far apart: the processor waits for all of them at once, as none needs another.
      long even = -n * RAISED_BOTH;
      long odd = even;
      for (int k = from; k < from + n; k++) {
        long four = table[rows[k] + column];
        even += four & EVERY_SECOND;
        odd += four >>> 16 & EVERY_SECOND;
      }
      sums[at + 2 * column] += even;
      sums[at + 2 * column + 1] += odd;
    }
  }
}

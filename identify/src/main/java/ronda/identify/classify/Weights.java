package ronda.identify.classify;

import java.util.List;

/**
 * The rows of all models side by side, so that one look at memory answers for every label. Rows of
 * a smaller model stand as often as it takes to fill the largest. Immutable and safe to share.
 */
final class Weights {
  private final int rowMask;
  private final int postRows;

  /** Numbers in a row: for each model one a label, and the length. */
  final int width;

  /** Where each model's numbers begin in a row; one more than there are models. */
  final int[] begin;

  private final short[] table;

  private Weights(int rowBits, int[] begin, short[] table) {
    this.rowMask = (1 << rowBits) - 1;
    this.postRows = 1 << rowBits;
    this.begin = begin;
    this.width = begin[begin.length - 1];
    this.table = table;
  }

  static Weights of(List<Model> models) {
    int rowBits = models.stream().mapToInt(Model::rowBits).max().orElse(0);
    int[] begin = new int[models.size() + 1];
    for (int m = 0; m < models.size(); m++) {
      begin[m + 1] = begin[m] + models.get(m).stride();
    }
    int width = begin[models.size()];
    int rows = Corpus.rows(rowBits);
    short[] table = new short[rows * width];
    for (int m = 0; m < models.size(); m++) {
      Model model = models.get(m);
      for (int row = 0; row < rows; row++) {
        System.arraycopy(
            model.table(),
            rowIn(model, row, rowBits) * model.stride(),
            table,
            row * width + begin[m],
            model.stride());
      }
    }
    return new Weights(rowBits, begin, table);
  }

  /** Which row of a model stands in {@code row} of the table with {@code rowBits}. */
  private static int rowIn(Model model, int row, int rowBits) {
    int own = 1 << model.rowBits();
    return row < 1 << rowBits ? row & own - 1 : own + row - (1 << rowBits);
  }

  /**
   * Adds what the first {@code n} features of words or pairs say. Their rows lie far apart, so all
   * are touched before the first is added: the processor then waits for many at once instead of one
   * by one.
   *
   * @return what the touching saw; meaningless, and handed out so that it is not left out
   */
  int add(long[] features, int n, int[] into) {
    if (width == 0) {
      return 0; // no model, no rows
    }
    int touched = 0;
    for (int k = 0; k < n; k++) {
      int from = ((int) features[k] & rowMask) * width;
      touched += table[from] ^ table[from + width - 1];
    }
    for (int k = 0; k < n; k++) {
      addRow((int) features[k] & rowMask, into);
    }
    return touched;
  }

  /** Adds what a feature of the post as a whole says. */
  void addPost(long feature, int[] into) {
    addRow(postRows + ((int) feature & Corpus.POST_ROWS - 1), into);
  }

  private void addRow(int row, int[] into) {
    int from = row * width;
    for (int k = 0; k < width; k++) {
      into[k] += table[from + k];
    }
  }
}

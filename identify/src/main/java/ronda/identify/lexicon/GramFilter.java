package ronda.identify.lexicon;

/**
 * Finds the few places of a text where one of thousands of pieces may stand.
 *
 * <p>Each piece is known by a few neighbouring bytes, its <em>anchor</em>: rare ones, because what
 * matters is how often the anchor stands in harmless text. The bytes at a position of the text are
 * hashed into a bitmap small enough for the processor's nearest cache; nearly every position ends
 * there. Unlike an automaton, which walks a table of megabytes and must know one state before it
 * can fetch the next, no position waits for the one before it. Where all pieces are long enough,
 * each is known by two or three anchors side by side, and only every second or third position is
 * looked at.
 *
 * <p><strong>Worst case.</strong> A position costs one look into the bitmap and, when that says
 * yes, at most {@link #mostCandidates()} comparisons. While anchors are chosen, pieces are spread
 * so that an anchor serves no more than {@value #CROWDED} of them, unless they leave no other
 * choice.
 */
final class GramFilter {
  /** The shortest piece, in bytes. */
  static final int SHORTEST = 4;

  /** How many positions one {@link #block} looks at. */
  private static final int BLOCK = 64;

  private static final int CROWDED = 8;
  private static final double CROWDING_COST = 0.7;

  private final int gram;
  private final int stride;
  private final int cut;
  private final CandidateTable table;

  /** A filter for pieces of {@link #SHORTEST} bytes or more. */
  GramFilter(byte[][] pieces) {
    int shortest = Integer.MAX_VALUE;
    for (byte[] piece : pieces) {
      shortest = Math.min(shortest, piece.length);
    }
    if (shortest < SHORTEST) {
      throw new IllegalArgumentException(
          "a piece needs " + SHORTEST + " bytes or more, one had " + shortest);
    }
    gram = shortest < 6 ? shortest : shortest == 6 ? 5 : 6;
    stride = Math.min(3, shortest - gram + 1);
    cut = 64 - 8 * gram;
    CandidateTable.Collected collected = new CandidateTable.Collected();
    for (int piece = 0; piece < pieces.length; piece++) {
      int anchor = anchor(pieces[piece], collected);
      for (int offset = anchor; offset < anchor + stride; offset++) {
        collected.add(key(pieces[piece], offset), piece, offset);
      }
    }
    table = collected.table();
  }

  /** The most comparisons that one position of a text can cost. */
  int mostCandidates() {
    return table.mostCandidates();
  }

  /** What to do with the candidates that {@link #block} finds. */
  CandidateTable table() {
    return table;
  }

  /** The last position at which an anchor fits into a text that ends at {@code to}. */
  int last(int to) {
    return to - gram;
  }

  /** How far apart the positions are that are looked at. */
  int stride() {
    return stride;
  }

  /** How much of a text one {@link #block} covers. */
  int blockLength() {
    return BLOCK * stride;
  }

  /** The key of the bytes at {@code at}. */
  long key(byte[] text, int at) {
    return Bytes.upToEight(text, at) << cut;
  }

  /**
   * Which of the positions {@code at}, {@code at + stride} and so on, {@value #BLOCK} of them but
   * none beyond {@code last}, may hold an anchor: the lowest bit stands for the first.
   */
  long block(byte[] text, int at, int last) {
    long[] bitmap = table.bitmap();
    int shift = table.bitmapShift();
    int step = stride;
    int left = cut;
    long found = 0;
    int positions = Math.min(BLOCK, (last - at) / step + 1);
    int easy = Math.clamp((text.length - 8 - at + step) / step, 0, positions);
    int i = 0;
    for (int p = at; i < easy; i++, p += step) {
      found |= CandidateTable.test(bitmap, shift, Bytes.eight(text, p) << left) << i;
    }
    for (; i < positions; i++) {
      found |=
          CandidateTable.test(bitmap, shift, Bytes.upToEight(text, at + i * step) << left) << i;
    }
    return found;
  }

  private int anchor(byte[] piece, CandidateTable.Collected collected) {
    int span = gram + stride - 1;
    int best = 0;
    double bestCost = Double.MAX_VALUE;
    for (int at = 0; at <= piece.length - span; at++) {
      double cost = GramRarity.logLikelihood(piece, at, span);
      for (int offset = at; offset < at + stride; offset++) {
        int others = collected.of(key(piece, offset));
        cost += others >= CROWDED ? 1000.0 * others : CROWDING_COST * others;
      }
      if (cost < bestCost) {
        bestCost = cost;
        best = at;
      }
    }
    return best;
  }
}

package ronda.identify.lexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the few places of a text where one of thousands of pieces may stand.
 *
 * <p>Each piece is known by a few neighbouring bytes, its <em>anchor</em>: rare ones, because what
 * matters is how often the anchor stands in harmless text. The bytes at a position of the text are
 * hashed into a bitmap small enough for the processor's nearest cache; nearly every position ends
 * there. Unlike an automaton, which walks a table of megabytes and must know one state before it
 * can fetch the next, no position waits for the one before it. Where pieces are long enough, each
 * is known by two anchors side by side, and only every second position is looked at.
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

  /** From so many pieces on, short and long ones are looked for apart. */
  private static final int MANY = 20_000;

  /** The shortest pieces of each tier, in bytes, where there are many. */
  private static final int[] TIERS = {SHORTEST, 6, 9, Integer.MAX_VALUE};

  private final int gram;
  private final int stride;
  private final int cut;
  private final CandidateTable table;

  /**
   * The filters that together look for all pieces. Among many pieces the long ones get a filter of
   * their own, with rarer anchors.
   *
   * @throws IllegalArgumentException for a piece shorter than {@link #SHORTEST} bytes
   */
  static GramFilter[] of(byte[][] pieces) {
    List<GramFilter> filters = new ArrayList<>();
    int[] tiers = pieces.length < MANY ? new int[] {0, Integer.MAX_VALUE} : TIERS;
    for (int i = 1; i < tiers.length; i++) {
      int atLeast = i == 1 ? 0 : tiers[i - 1];
      int below = tiers[i];
      int[] tier =
          IntStream.range(0, pieces.length)
              .filter(piece -> pieces[piece].length >= atLeast && pieces[piece].length < below)
              .toArray();
      if (tier.length > 0) {
        filters.add(new GramFilter(pieces, tier));
      }
    }
    return filters.toArray(GramFilter[]::new);
  }

  private GramFilter(byte[][] pieces, int[] which) {
    int shortest = Integer.MAX_VALUE;
    for (int piece : which) {
      shortest = Math.min(shortest, pieces[piece].length);
    }
    if (shortest < SHORTEST) {
      throw new IllegalArgumentException(
          "a piece needs " + SHORTEST + " bytes or more, one had " + shortest);
    }
    // Among many pieces a short anchor would stand everywhere: rather look at every position.
    stride = shortest > (which.length < MANY ? 5 : 6) ? 2 : 1;
    gram = Math.min(8, shortest - stride + 1);
    cut = 64 - 8 * gram;
    CandidateTable.Collected collected = new CandidateTable.Collected();
    for (int piece : which) {
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
    int positions = Math.min(BLOCK, (last - at) / stride + 1);
    int easy = Math.clamp((text.length - 8 - at + stride) / stride, 0, positions);
    long found = stride == 1 ? every(text, at, easy) : everySecond(text, at, easy);
    for (int i = easy; i < positions; i++) {
      found |= table.mayHold(key(text, at + i * stride)) ? 1L << i : 0;
    }
    return found;
  }

  // Two loops and no branches within, each with a stride that the compiler knows. Short grams are
  // read two at a time: the second lies in the same eight bytes.

  private long every(byte[] text, int at, int positions) {
    long[] bitmap = table.bitmap();
    int shift = table.bitmapShift();
    int left = cut;
    long found = 0;
    int i = 0;
    if (gram <= 7) {
      for (; i < positions - 1; i += 2) {
        long eight = Bytes.eight(text, at + i);
        found |=
            (CandidateTable.test(bitmap, shift, eight << left)
                    | CandidateTable.test(bitmap, shift, eight >>> 8 << left) << 1)
                << i;
      }
    }
    for (; i < positions; i++) {
      found |= CandidateTable.test(bitmap, shift, Bytes.eight(text, at + i) << left) << i;
    }
    return found;
  }

  private long everySecond(byte[] text, int at, int positions) {
    long[] bitmap = table.bitmap();
    int shift = table.bitmapShift();
    int left = cut;
    long found = 0;
    int i = 0;
    if (gram <= 6) {
      for (; i < positions - 1; i += 2) {
        long eight = Bytes.eight(text, at + 2 * i);
        found |=
            (CandidateTable.test(bitmap, shift, eight << left)
                    | CandidateTable.test(bitmap, shift, eight >>> 16 << left) << 1)
                << i;
      }
    }
    for (; i < positions; i++) {
      found |= CandidateTable.test(bitmap, shift, Bytes.eight(text, at + 2 * i) << left) << i;
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

package ronda.identify.classify;

import java.util.Arrays;
import java.util.List;
import ronda.identify.signal.EntityFound;
import ronda.identify.signal.TermFound;
import ronda.identify.text.PlainText;

/**
 * What one thread works with while it reads a text: the sums it adds up, and what it remembers of
 * words it has read before.
 *
 * <p>By Zipf's law nearly every word of a post has been read shortly before, so a thousand feature
 * look-ups become forty. A token of up to {@value #LONGEST} bytes is kept whole, so that one is
 * never mistaken for another: what is remembered changes no verdict, only speed. It is bounded; a
 * newcomer takes an older token's place.
 *
 * <p>Keys and sums lie in one flat array, and a word's place follows from its letters alone, so that
 * the processor fetches the next words while it waits for the first. Two sums share a number: the
 * one plus 2^32 times the other, which adds like one and is taken apart at the end. That is exact
 * while each sum stays within 32 bits, which a text would need a hundred thousand words to leave.
 */
final class WordMemory implements Walk.Sink {
  /** Longer tokens are rare, and are computed each time. */
  static final int LONGEST = 16;

  /** A token's letters in two numbers, its length and spelling in a third. */
  private static final int KEY = 3;

  private final Weights weights;
  private final int width;

  /** Pairs of sums in a place. */
  private final int pairs;

  /** Numbers in a place: the key, then the sums. */
  private final int stride;

  private final int shift;

  /** The places; behind the last one, room for a token too long to keep. */
  private final long[] places;

  private final int spare;

  private final Distinct distinct = new Distinct();
  private final long[] features =
      new long[Math.max(Features.MOST_PER_WORD, Features.MOST_PER_POST)];

  /** What the text's distinct tokens add up to, in pairs. */
  private final long[] ofTokens;

  /** What the text's distinct tokens and its pairs add up to, a row for each model in turn. */
  final int[] sums;

  /** A row being worked out. */
  private final int[] row;

  /** All the spellings of the text's tokens. */
  private int spellings;

  private long previous;

  /**
   * @param placeBits how many tokens are remembered, as a power of two
   */
  WordMemory(Weights weights, int placeBits) {
    this.weights = weights;
    width = weights.width;
    pairs = (width + 1) / 2;
    stride = KEY + pairs;
    shift = 64 - placeBits;
    spare = stride << placeBits;
    places = new long[spare + stride];
    // No token has length -1: a place is empty until its first token comes.
    Arrays.fill(places, -1);
    ofTokens = new long[pairs];
    sums = new int[width];
    row = new int[width];
  }

  /** Forgets the last text, and adds up this one. */
  void read(PlainText text) {
    distinct.clear();
    Arrays.fill(sums, 0);
    Arrays.fill(ofTokens, 0);
    spellings = 0;
    previous = 0;
    Walk.over(text, this);
    for (int lane = 0; lane < width; lane++) {
      sums[lane] += lane(ofTokens, 0, lane);
    }
  }

  /** One of the sums that stand in pairs from {@code at} on. */
  private static int lane(long[] numbers, int at, int lane) {
    long both = numbers[at + (lane >> 1)];
    int first = (int) both;
    return (lane & 1) == 0 ? first : (int) (both - first >> 32);
  }

  @Override
  public void token(byte[] bytes, int from, int to, int spelling, int plainFrom, int plainTo) {
    spellings |= spelling;
    long identity = Features.identity(bytes, from, to);
    long token = Features.token(identity, spelling);
    if (Features.pairs(spelling)) {
      weights.add(Features.pair(previous, identity), sums);
      previous = identity;
    }
    if (distinct.add(token)) {
      int at = recall(bytes, from, to, spelling, token);
      for (int k = 0; k < pairs; k++) {
        ofTokens[k] += places[at + k];
      }
    }
  }

  /** One of a token's sums. */
  int sumOf(byte[] bytes, int from, int to, int spelling, int lane) {
    long token = Features.token(Features.identity(bytes, from, to), spelling);
    return lane(places, recall(bytes, from, to, spelling, token), lane);
  }

  /** One of a pair's sums. */
  int sumOf(long pair, int lane) {
    Arrays.fill(row, 0);
    weights.add(pair, row);
    return row[lane];
  }

  /** What the post as a whole adds, after its text was read. */
  int[] ofPost(PlainText text, List<TermFound> terms, List<EntityFound> entities) {
    int n = Features.ofPost(text, spellings, terms, entities, features);
    int[] post = new int[width];
    for (int k = 0; k < n; k++) {
      weights.addPost(features[k], post);
    }
    return post;
  }

  /** Where a token's sums stand in {@link #places}, computed now if they are not remembered. */
  private int recall(byte[] bytes, int from, int to, int spelling, long token) {
    int length = to - from;
    if (length > LONGEST) {
      return compute(bytes, from, to, spelling, spare + KEY);
    }
    long low = Letters.upToEight(bytes, from, length);
    long high = Letters.upToEight(bytes, from + 8, length - 8);
    long kind = (long) spelling << 8 | length;
    int place = (int) (token >>> shift);
    if (holds(place * stride, low, high, kind)) {
      return place * stride + KEY;
    }
    if (holds((place ^ 1) * stride, low, high, kind)) {
      return (place ^ 1) * stride + KEY;
    }
    // Of two places, the one whose turn the token's own lowest bit says is given to the newcomer.
    int given = (place ^ (int) (token & 1)) * stride;
    places[given] = low;
    places[given + 1] = high;
    places[given + 2] = kind;
    return compute(bytes, from, to, spelling, given + KEY);
  }

  private boolean holds(int at, long low, long high, long kind) {
    return places[at] == low && places[at + 1] == high && places[at + 2] == kind;
  }

  private int compute(byte[] bytes, int from, int to, int spelling, int at) {
    Arrays.fill(row, 0);
    int n = Features.ofToken(bytes, from, to, spelling, features);
    for (int k = 0; k < n; k++) {
      weights.add(features[k], row);
    }
    for (int k = 0; k < pairs; k++) {
      long second = 2 * k + 1 < width ? row[2 * k + 1] : 0;
      places[at + k] = row[2 * k] + (second << 32);
    }
    return at;
  }
}

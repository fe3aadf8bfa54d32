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
 * <p>Keys and sums lie in one flat array, and a word's place follows from its letters alone, so
 * that the processor fetches the next words while it waits for the first. Two sums share a number:
 * the one plus 2^32 times the other, which adds like one and is taken apart at the end. That is
 * exact while each sum stays within 32 bits, which a text would need a hundred thousand words to
 * leave.
 */
final class WordMemory implements Walk.Sink {
  /** Longer tokens are rare, and are computed each time. */
  static final int LONGEST = 16;

  /** A token's letters in two numbers, its length and spelling in a third, its last text. */
  private static final int KEY = 4;

  private static final int LAST_TEXT = 3;

  /** Spreads a token over the places (2^64 divided by the golden ratio, Knuth). */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

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

  /** The text's tokens that found no place; most texts have none. */
  private final Distinct placeless = new Distinct();

  private final long[] features =
      new long[Math.max(Features.MOST_PER_WORD, Features.MOST_PER_POST)];

  /** What the text's distinct tokens add up to, in pairs. */
  private final long[] ofTokens;

  /** What the text's distinct tokens and its pairs add up to, a row for each model in turn. */
  final int[] sums;

  /** A row being worked out. */
  private final int[] row;

  /** Pairs that were met and are still to be added. */
  private final long[] waitingPairs = new long[64];

  private int waiting;

  /** See {@link Weights#add}. */
  private int touched;

  /** All the spellings of the text's tokens. */
  private int spellings;

  private long previous;

  /** Which text is being read; a token's place bears it once the token has been counted. */
  private long text;

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
  void read(PlainText next) {
    placeless.clear();
    text++;
    Arrays.fill(sums, 0);
    Arrays.fill(ofTokens, 0);
    spellings = 0;
    previous = 0;
    Walk.over(next, this);
    addPairs();
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
    if (Features.pairs(spelling)) {
      pair(Features.pair(previous, identity));
      previous = identity;
    }
    int at = recall(bytes, from, to, spelling, identity);
    if (isNew(at, identity, spelling)) {
      for (int k = KEY; k < stride; k++) {
        ofTokens[k - KEY] += places[at + k];
      }
    }
  }

  private void pair(long pair) {
    if (waiting == waitingPairs.length) {
      addPairs();
    }
    waitingPairs[waiting++] = pair;
  }

  private void addPairs() {
    touched += weights.add(waitingPairs, waiting, sums);
    waiting = 0;
  }

  /** Who says the same word ten times says it once ({@link Distinct}). */
  private boolean isNew(int at, long identity, int spelling) {
    if (at == spare) {
      return placeless.add(Features.token(identity, spelling));
    }
    boolean counted = places[at + LAST_TEXT] == text;
    places[at + LAST_TEXT] = text;
    return !counted;
  }

  /** One of a token's sums. */
  int sumOf(byte[] bytes, int from, int to, int spelling, int lane) {
    long identity = Features.identity(bytes, from, to);
    return lane(places, recall(bytes, from, to, spelling, identity) + KEY, lane);
  }

  /** One of a pair's sums. */
  int sumOf(long pair, int lane) {
    Arrays.fill(row, 0);
    features[0] = pair;
    touched += weights.add(features, 1, row);
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

  /**
   * Where a token's place begins in {@link #places}; it is filled now if the token is not
   * remembered. A token that this text has counted keeps its place until the text ends, so that no
   * token is counted twice: a newcomer that finds both its places so taken is put into the spare
   * one.
   */
  private int recall(byte[] bytes, int from, int to, int spelling, long identity) {
    int length = to - from;
    if (length > LONGEST) {
      return compute(bytes, from, to, spelling, spare);
    }
    long low = Letters.upToEight(bytes, from, length);
    long high = Letters.upToEight(bytes, from + 8, length - 8);
    long kind = (long) spelling << 8 | length;
    int place = (int) ((identity ^ kind) * SPREAD >>> shift);
    int one = place * stride;
    if (holds(one, low, high, kind)) {
      return one;
    }
    int other = (place ^ 1) * stride;
    if (holds(other, low, high, kind)) {
      return other;
    }
    int given = places[one + LAST_TEXT] <= places[other + LAST_TEXT] ? one : other;
    if (places[given + LAST_TEXT] == text) {
      return compute(bytes, from, to, spelling, spare);
    }
    places[given] = low;
    places[given + 1] = high;
    places[given + 2] = kind;
    places[given + LAST_TEXT] = text - 1;
    return compute(bytes, from, to, spelling, given);
  }

  private boolean holds(int at, long low, long high, long kind) {
    return places[at] == low && places[at + 1] == high && places[at + 2] == kind;
  }

  private int compute(byte[] bytes, int from, int to, int spelling, int at) {
    Arrays.fill(row, 0);
    int n = Features.ofToken(bytes, from, to, spelling, features);
    touched += weights.add(features, n, row);
    for (int k = 0; k < pairs; k++) {
      long second = 2 * k + 1 < width ? row[2 * k + 1] : 0;
      places[at + KEY + k] = row[2 * k] + (second << 32);
    }
    return at;
  }
}

package ronda.identify.classify;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
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
 * <p>Keys and sums lie in one flat array, and a word's places follow from its letters alone. Tokens
 * are collected first and looked up in batches, so that the processor waits for many places at once
 * rather than for one after another.
 */
final class WordMemory implements Walk.Sink {
  /** Longer tokens are rare, and are computed each time. */
  static final int LONGEST = 16;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** A token's letters in two numbers; its length, spelling and last text in a third. */
  private static final int KEY = 3;

  private static final int KIND = 2;
  private static final int KIND_BITS = 24;
  private static final long KIND_MASK = (1L << KIND_BITS) - 1;

  /** In how many neighbouring places a token may stand. */
  private static final int WAYS = 4;

  /** Spreads a token over the places (2^64 divided by the golden ratio, Knuth). */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  /** How many tokens, and pairs, are looked up at a time. */
  private static final int BATCH = 64;

  /**
   * So many tokens, each with all features it may have and a pair, and each of these as heavy as a
   * number of 16 bits can be, stay within the 32 bits of a sum.
   */
  static final int MOST_ADDED =
      Integer.MAX_VALUE / ((Features.MOST_PER_WORD + 1) << 15) - BATCH / Features.MOST_PER_WORD - 1;

  /** Numbers of a waiting token: its letters, its kind, its identity. */
  private static final int TOKEN = 4;

  private final Weights weights;

  /** Numbers in a place: the key, then the sums. */
  private final int stride;

  private final int shift;
  private final int ways;

  /** The places; behind the last one, room for a token too long to keep. */
  private final long[] places;

  private final int spare;

  /** The text's tokens that found no place; most texts have none. */
  private final Distinct placeless = new Distinct();

  private final long[] features =
      new long[Math.max(Features.MOST_PER_WORD, Features.MOST_PER_POST)];
  private final int[] rows = new int[features.length];

  /** What the text's distinct tokens and its pairs add up to; see {@link Weights}. */
  private final long[] sums;

  /**
   * How many tokens were added to the sums since they were last emptied into {@link #beyond}: the
   * sums have 32 bits, and a long text needs more.
   */
  private int added;

  /** The sums of what a long text said before, a whole number each; unused by all other texts. */
  private final long[] beyond;

  private boolean isLong;

  /** What the post as a whole adds. */
  private final long[] post;

  private final long[] tokens = new long[TOKEN * BATCH];
  private int tokensWaiting;

  /**
   * Nobody reads this: places are touched before the first is compared, to wait for many at once.
   */
  private long touched;

  /** The places of a batch's tokens that count. */
  private final int[] counted = new int[BATCH];

  private final WaitingPairs pairs;

  /** A short token's letters, written out again. */
  private final byte[] letters = new byte[LONGEST];

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
    int numbers = weights.sums();
    stride = KEY + numbers;
    shift = 64 - placeBits;
    ways = Math.min(WAYS, 1 << placeBits);
    spare = stride << placeBits;
    places = new long[spare + stride];
    // No token has the kind -1: a place is empty until its first token comes.
    for (int at = KIND; at < spare; at += stride) {
      places[at] = KIND_MASK;
    }
    pairs = new WaitingPairs(weights, BATCH);
    sums = new long[numbers];
    beyond = new long[weights.lanes()];
    post = new long[numbers];
  }

  /** Forgets the last text, and adds up this one. */
  void read(PlainText next) {
    placeless.clear();
    pairs.clear();
    text++;
    Arrays.fill(sums, 0);
    added = 0;
    isLong = false;
    spellings = 0;
    previous = 0;
    Walk.over(next, this);
    addTokens();
    pairs.flush(sums);
  }

  /** One of the sums over the text's words. */
  long ofWords(int lane) {
    return Weights.sum(sums, 0, lane) + (isLong ? beyond[lane] : 0);
  }

  /** One of the sums over the post as a whole, after {@link #readPost}. */
  int ofPost(int lane) {
    return Weights.sum(post, 0, lane);
  }

  @Override
  public void token(byte[] bytes, int from, int to, int spelling, int plainFrom, int plainTo) {
    spellings |= spelling;
    if (tokensWaiting == BATCH) {
      addTokens();
    }
    long identity;
    if (to - from <= LONGEST) {
      identity = write(TOKEN * tokensWaiting++, bytes, from, to - from, spelling);
    } else {
      identity = Features.identity(bytes, from, to);
      addLong(bytes, from, to, spelling, identity);
    }
    if (Features.pairs(spelling)) {
      pairs.add(Features.pair(previous, identity), sums);
      previous = identity;
    }
  }

  /** Lets a token of up to {@value #LONGEST} bytes wait; answers its identity. */
  private long write(int token, byte[] bytes, int from, int length, int spelling) {
    long low = Letters.upToEight(bytes, from, length);
    long high = Letters.upToEight(bytes, from + 8, length - 8);
    long identity = Features.identity(low, high, length);
    tokens[token] = low;
    tokens[token + 1] = high;
    tokens[token + KIND] = kind(spelling, length);
    tokens[token + KEY] = identity;
    return identity;
  }

  /** Spelling and length in {@value #KIND_BITS} bits. */
  private static long kind(int spelling, int length) {
    return (spelling >>> 29) << 21 | (spelling & 0xFFFF) << 5 | length;
  }

  private static int spelling(long kind) {
    return (int) (kind >>> 21) << 29 | (int) (kind >>> 5) & 0xFFFF;
  }

  /** Who says the same word ten times says it once ({@link Distinct}). */
  private void addLong(byte[] bytes, int from, int to, int spelling, long identity) {
    if (placeless.add(Features.token(identity, spelling))) {
      makeRoom(1);
      addSpare(compute(bytes, from, to, spelling, spare));
    }
  }

  /** Sees to it that so many tokens can be added to the sums without leaving their 32 bits. */
  private void makeRoom(int tokens) {
    added += tokens;
    if (added > MOST_ADDED) {
      for (int lane = 0; lane < beyond.length; lane++) {
        beyond[lane] = ofWords(lane);
      }
      isLong = true;
      Arrays.fill(sums, 0);
      added = tokens;
    }
  }

  private void addTokens() {
    makeRoom(tokensWaiting);
    for (int t = 0; t < tokensWaiting; t++) {
      int at = place(t * TOKEN) * stride;
      touched ^= places[at + KIND] ^ places[at + stride - 1];
    }
    int n = 0;
    for (int t = 0; t < tokensWaiting; t++) {
      int at = recall(t * TOKEN);
      if (at == spare) {
        long identity = tokens[t * TOKEN + KEY];
        if (placeless.add(Features.token(identity, spelling(tokens[t * TOKEN + KIND])))) {
          addSpare(spare);
        }
      } else if (places[at + KIND] >>> KIND_BITS != text) {
        places[at + KIND] = text << KIND_BITS | tokens[t * TOKEN + KIND];
        counted[n++] = at + KEY;
      }
    }
    tokensWaiting = 0;
    addCounted(n);
  }

  /** Four sums at a time, which stay in the processor's registers. */
  private void addCounted(int n) {
    int k = 0;
    for (; k + 4 <= sums.length; k += 4) {
      long a = 0;
      long b = 0;
      long c = 0;
      long d = 0;
      for (int t = 0; t < n; t++) {
        int at = counted[t] + k;
        a += places[at];
        b += places[at + 1];
        c += places[at + 2];
        d += places[at + 3];
      }
      sums[k] += a;
      sums[k + 1] += b;
      sums[k + 2] += c;
      sums[k + 3] += d;
    }
    for (; k < sums.length; k++) {
      for (int t = 0; t < n; t++) {
        sums[k] += places[counted[t] + k];
      }
    }
  }

  private void addSpare(int at) {
    for (int k = 0; k < sums.length; k++) {
      sums[k] += places[at + KEY + k];
    }
  }

  /**
   * Where the place of a waiting token begins; it is filled now if the token is not remembered. A
   * token that this text has counted keeps its place until the text ends, so that no token is
   * counted twice: a newcomer that finds all its places so taken is put into the spare one.
   */
  private int recall(int token) {
    long low = tokens[token];
    long high = tokens[token + 1];
    long kind = tokens[token + KIND];
    int place = place(token);
    int at = place * stride;
    if (holds(at, low, high, kind)) {
      return at;
    }
    int oldest = at;
    for (int way = 1; way < ways; way++) {
      int other = (place ^ way) * stride;
      if (holds(other, low, high, kind)) {
        return other;
      }
      if (places[other + KIND] >>> KIND_BITS < places[oldest + KIND] >>> KIND_BITS) {
        oldest = other;
      }
    }
    boolean taken = places[oldest + KIND] >>> KIND_BITS == text;
    return computeShort(low, high, kind, taken ? spare : oldest);
  }

  /** Where a waiting token is looked for first. */
  private int place(int token) {
    return (int) ((tokens[token + KEY] ^ tokens[token + KIND]) * SPREAD >>> shift);
  }

  private boolean holds(int at, long low, long high, long kind) {
    return ((places[at] ^ low) | (places[at + 1] ^ high) | (places[at + KIND] ^ kind) & KIND_MASK)
        == 0;
  }

  private int computeShort(long low, long high, long kind, int at) {
    LONGS.set(letters, 0, low);
    LONGS.set(letters, 8, high);
    places[at] = low;
    places[at + 1] = high;
    places[at + KIND] = text - 1 << KIND_BITS | kind;
    return compute(letters, 0, (int) kind & 0x1F, spelling(kind), at);
  }

  private int compute(byte[] bytes, int from, int to, int spelling, int at) {
    int n = Features.ofToken(bytes, from, to, spelling, features);
    for (int k = 0; k < n; k++) {
      rows[k] = weights.row(features[k]);
    }
    Arrays.fill(places, at + KEY, at + stride, 0);
    weights.add(rows, n, places, at + KEY);
    return at;
  }

  /** Adds up what the post as a whole says, after its text was read. */
  void readPost(PlainText text, List<TermFound> terms, List<EntityFound> entities) {
    int n = Features.ofPost(text, spellings, terms, entities, features);
    for (int k = 0; k < n; k++) {
      rows[k] = weights.postRow(features[k]);
    }
    Arrays.fill(post, 0);
    weights.add(rows, n, post, 0);
  }

  /** One of the sums of a token of the text that was read last. */
  int sumOf(byte[] bytes, int from, int to, int spelling, int lane) {
    int at;
    if (to - from <= LONGEST) {
      write(0, bytes, from, to - from, spelling);
      at = recall(0);
    } else {
      at = compute(bytes, from, to, spelling, spare);
    }
    return Weights.sum(places, at + KEY, lane);
  }

  /** One of a pair's sums for the model that the sum belongs to. */
  int sumOf(long pair, int model, int lane) {
    if (weights.heeds(model, pair) == 0) {
      return 0;
    }
    Arrays.fill(places, spare + KEY, spare + stride, 0);
    rows[0] = weights.row(pair);
    weights.add(rows, 1, places, spare + KEY);
    return Weights.sum(places, spare + KEY, lane);
  }
}

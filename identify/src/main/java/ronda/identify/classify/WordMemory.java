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
 * <p>Keys and sums lie in two flat arrays, and a word's place follows from its letters alone, so
 * that the processor fetches the next words while it waits for the first. Objects with an array
 * each took nearly twice as long.
 */
final class WordMemory implements Walk.Sink {
  /** Longer tokens are rare, and are computed each time. */
  static final int LONGEST = 16;

  private static final int KEY = 3;

  private final Model[] models;

  /** Where each model's numbers begin in a row of sums; one more than there are models. */
  private final int[] begin;

  private final int width;
  private final int shift;

  /** Each place's token: its letters in two numbers, its length and spelling in a third. */
  private final long[] keys;

  /** Each place's sums; behind the last place, room for a token too long to keep. */
  private final int[] known;

  private final Distinct distinct = new Distinct();
  private final long[] features =
      new long[Math.max(Features.MOST_PER_WORD, Features.MOST_PER_POST)];

  /** What the text's distinct tokens and its pairs add up to, a row for each model in turn. */
  final int[] sums;

  /** All the spellings of the text's tokens. */
  private int spellings;

  private long previous;

  /**
   * @param placeBits how many tokens are remembered, as a power of two
   */
  WordMemory(Model[] models, int[] begin, int placeBits) {
    this.models = models;
    this.begin = begin;
    width = begin[begin.length - 1];
    shift = 64 - placeBits;
    keys = new long[KEY << placeBits];
    // No token has length -1: a place is empty until its first token comes.
    Arrays.fill(keys, -1);
    known = new int[((1 << placeBits) + 1) * width];
    sums = new int[width];
  }

  /** Forgets the last text, and adds up this one. */
  void read(PlainText text) {
    distinct.clear();
    Arrays.fill(sums, 0);
    spellings = 0;
    previous = 0;
    Walk.over(text, this);
  }

  @Override
  public void token(byte[] bytes, int from, int to, int spelling, int plainFrom, int plainTo) {
    spellings |= spelling;
    long identity = Features.identity(bytes, from, to);
    long token = Features.token(identity, spelling);
    if (Features.pairs(spelling)) {
      add(Features.pair(previous, identity), sums, 0);
      previous = identity;
    }
    if (distinct.add(token)) {
      int at = recall(bytes, from, to, spelling, token);
      for (int k = 0; k < width; k++) {
        sums[k] += known[at + k];
      }
    }
  }

  /** One of a token's sums. */
  int sumOf(byte[] bytes, int from, int to, int spelling, int lane) {
    long token = Features.token(Features.identity(bytes, from, to), spelling);
    return known[recall(bytes, from, to, spelling, token) + lane];
  }

  /** One of a pair's sums. */
  int sumOf(long pair, int lane) {
    int[] row = new int[width];
    add(pair, row, 0);
    return row[lane];
  }

  /** What the post as a whole adds, after its text was read. */
  int[] ofPost(PlainText text, List<TermFound> terms, List<EntityFound> entities) {
    int n = Features.ofPost(text, spellings, terms, entities, features);
    int[] post = new int[width];
    for (int m = 0; m < models.length; m++) {
      for (int k = 0; k < n; k++) {
        addRow(models[m], Corpus.postRow(features[k], models[m].rowBits()), post, begin[m]);
      }
    }
    return post;
  }

  /** Where a token's sums stand in {@link #known}, computed now if they are not remembered. */
  private int recall(byte[] bytes, int from, int to, int spelling, long token) {
    int length = to - from;
    if (length > LONGEST) {
      return compute(bytes, from, to, spelling, known.length / Math.max(1, width) - 1);
    }
    long low = Letters.upToEight(bytes, from, length);
    long high = Letters.upToEight(bytes, from + 8, length - 8);
    long kind = (long) spelling << 8 | length;
    int place = (int) (token >>> shift);
    if (holds(place, low, high, kind)) {
      return place * width;
    }
    if (holds(place ^ 1, low, high, kind)) {
      return (place ^ 1) * width;
    }
    // Of two places, the one whose turn the token's own lowest bit says is given to the newcomer.
    int given = place ^ (int) (token & 1);
    keys[given * KEY] = low;
    keys[given * KEY + 1] = high;
    keys[given * KEY + 2] = kind;
    return compute(bytes, from, to, spelling, given);
  }

  private boolean holds(int place, long low, long high, long kind) {
    int key = place * KEY;
    return keys[key] == low && keys[key + 1] == high && keys[key + 2] == kind;
  }

  private int compute(byte[] bytes, int from, int to, int spelling, int place) {
    int at = place * width;
    Arrays.fill(known, at, at + width, 0);
    int n = Features.ofToken(bytes, from, to, spelling, features);
    for (int k = 0; k < n; k++) {
      add(features[k], known, at);
    }
    return at;
  }

  /** Adds the rows of one feature of a word or pair. */
  private void add(long feature, int[] into, int at) {
    for (int m = 0; m < models.length; m++) {
      Model model = models[m];
      addRow(model, (int) feature & (1 << model.rowBits()) - 1, into, at + begin[m]);
    }
  }

  private static void addRow(Model model, int row, int[] into, int at) {
    short[] table = model.table();
    int stride = model.stride();
    int from = row * stride;
    for (int k = 0; k < stride; k++) {
      into[at + k] += table[from + k];
    }
  }
}

package ronda.identify.lexicon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds every listed phrase of a reading.
 *
 * <p>A phrase with two neighbouring words that must stand whole is looked for by that pair, because
 * pairs of words are rare even where words are not; one with a single whole word by that word: two
 * looks for each word of the text. The others, which may begin, end or lie inside a word, go
 * through {@link GramFilter}s. Only then are words compared.
 */
final class PhraseFinder {
  /** The most bytes of spaces and signs that may part two words of a phrase. */
  static final int WIDEST_GAP = 16;

  private static final long LENGTHS = 0xC2B2AE3D27D4EB4FL;
  private static final long PAIRS = 0xD6E8FEB86659FD93L;

  private final Phrase[] phrases;

  /**
   * From whole words, and from pairs of them, to phrases; a candidate's offset is the number of the
   * word, or of the pair's second word, in the phrase.
   */
  private final CandidateTable byWord;

  /** Look for words that may stand inside others. */
  private final GramFilter[] inside;

  /** The phrase of each piece of {@link #inside}. */
  private final int[] phraseOf;

  /** The word of each phrase that is looked for first. */
  private final int[] anchors;

  PhraseFinder(List<Phrase> listed) {
    phrases = listed.toArray(Phrase[]::new);
    anchors = new int[phrases.length];
    CandidateTable.Collected words = new CandidateTable.Collected();
    List<byte[]> pieces = new ArrayList<>();
    List<Integer> owners = new ArrayList<>();
    for (int i = 0; i < phrases.length; i++) {
      int anchor = phrases[i].anchorWord();
      anchors[i] = anchor;
      byte[] word = phrases[i].words().get(anchor);
      int second = phrases[i].pair();
      if (second > 0) {
        byte[] first = phrases[i].words().get(second - 1);
        word = phrases[i].words().get(second);
        words.add(pair(key(first, 0, first.length), key(word, 0, word.length)), i, second);
      } else if (phrases[i].whole(anchor)) {
        words.add(key(word, 0, word.length), i, anchor);
      } else {
        pieces.add(word);
        owners.add(i);
      }
    }
    byWord = words.table();
    inside = GramFilter.of(pieces.toArray(byte[][]::new));
    phraseOf = owners.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Every occurrence of every phrase; null where there is none, which is nearly always. */
  @Nullable Hits find(Reading text) {
    Hits hits = findByWord(text);
    for (GramFilter filter : inside) {
      hits = findInside(filter, text, hits);
    }
    return hits;
  }

  private @Nullable Hits findByWord(Reading text) {
    byte[] bytes = text.bytes();
    int[] bounds = text.bounds();
    int words = text.words();
    long before = 0;
    Hits found = null;
    for (int i = 0; i < words; i++) {
      long key = key(bytes, bounds[2 * i], bounds[2 * i + 1]);
      long pair = pair(before, key);
      if (byWord.mayHold(key)) {
        found = compareAll(text, byWord.candidates(key), i, found);
      }
      if (i > 0 && byWord.mayHold(pair)) {
        found = compareAll(text, byWord.candidates(pair), i, found);
      }
      before = key;
    }
    return found;
  }

  private @Nullable Hits compareAll(Reading text, long candidates, int word, @Nullable Hits hits) {
    Hits found = hits;
    int end = CandidateTable.end(candidates);
    for (int c = CandidateTable.first(candidates); c < end; c += 2) {
      found = compare(text, byWord.piece(c), word - byWord.offset(c), -1, found);
    }
    return found;
  }

  private @Nullable Hits findInside(GramFilter filter, Reading text, @Nullable Hits hits) {
    byte[] bytes = text.bytes();
    int last = filter.last(text.length());
    Hits found = hits;
    for (int block = 0; block <= last; block += filter.blockLength()) {
      long here = filter.block(bytes, block, last);
      while (here != 0) {
        int at = block + Long.numberOfTrailingZeros(here) * filter.stride();
        long candidates = filter.table().candidates(filter.key(bytes, at));
        if (candidates != 0) {
          found = compareInside(filter.table(), candidates, text, at, found);
        }
        here &= here - 1;
      }
    }
    return found;
  }

  private @Nullable Hits compareInside(
      CandidateTable table, long candidates, Reading text, int at, @Nullable Hits hits) {
    Hits found = hits;
    int end = CandidateTable.end(candidates);
    for (int c = CandidateTable.first(candidates); c < end; c += 2) {
      int phrase = phraseOf[table.piece(c)];
      int start = at - table.offset(c);
      if (start >= 0) {
        found = compare(text, phrase, wordAt(text, start) - anchors[phrase], start, found);
      }
    }
    return found;
  }

  /**
   * Compares a phrase with the words from {@code first} on.
   *
   * @param start where the phrase's anchor word must begin, or -1 where it is a whole word
   */
  private @Nullable Hits compare(
      Reading text, int phrase, int first, int start, @Nullable Hits hits) {
    List<byte[]> words = phrases[phrase].words();
    int last = first + words.size() - 1;
    if (first < 0 || last >= text.words()) {
      return hits;
    }
    int from = begin(text, phrases[phrase], first, start);
    int at = from;
    for (int i = 0; i < words.size(); i++) {
      at = i == 0 ? from : text.wordStart(first + i);
      boolean anchored = start < 0 || i != anchors[phrase] || at == start;
      boolean open = i == words.size() - 1 && phrases[phrase].boundary().openBehind();
      if (!anchored
          || (i > 0 && at - text.wordEnd(first + i - 1) > WIDEST_GAP)
          || !stands(text, words.get(i), at, text.wordEnd(first + i), open)) {
        return hits;
      }
      at += words.get(i).length;
    }
    Hits found = hits == null ? new Hits() : hits;
    found.add(phrase, from, at, first);
    return found;
  }

  /** Where the phrase must begin in the text's word {@code first}. */
  private static int begin(Reading text, Phrase phrase, int first, int start) {
    if (!phrase.boundary().openBefore()) {
      return text.wordStart(first);
    }
    return phrase.words().size() == 1
        ? start
        : Math.max(text.wordStart(first), text.wordEnd(first) - phrase.words().getFirst().length);
  }

  /** True where {@code word} stands at {@code at}, up to {@code end} unless that is open. */
  private static boolean stands(Reading text, byte[] word, int at, int end, boolean open) {
    int to = at + word.length;
    return (open ? to <= end : to == end)
        && Arrays.equals(text.bytes(), at, to, word, 0, word.length);
  }

  /** The last word that begins at or before {@code at}; -1 where none does. */
  static int wordAt(Reading text, int at) {
    int low = 0;
    int high = text.words() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (text.wordStart(middle) <= at) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return high;
  }

  /** The key of a whole word: its first eight bytes, mixed with its length. */
  private static long key(byte[] bytes, int from, int to) {
    int length = to - from;
    long head = Bytes.upToEight(bytes, from);
    return (length >= 8 ? head : head & ((1L << (8 * length)) - 1)) + length * LENGTHS;
  }

  /** The key of a word and the one before it. */
  private static long pair(long before, long key) {
    return Long.rotateLeft(before, 21) * PAIRS + key;
  }
}

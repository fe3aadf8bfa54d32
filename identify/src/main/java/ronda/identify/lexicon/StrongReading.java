package ronda.identify.lexicon;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import ronda.identify.text.PlainText;
import ronda.identify.text.Recovered;

/**
 * The words of a text with the recovered ones in the place of those they were recovered from. Only
 * the neighbourhood of recovered words is kept: elsewhere the light reading has seen everything.
 */
final class StrongReading {
  private byte[] bytes = new byte[256];
  private int length;
  private int words;

  /** Where each word begins and ends here, by turns. */
  private int[] bounds = new int[2 * 32];

  /** Where each word begins and ends in the plain bytes, by turns. */
  private int[] plain = new int[2 * 32];

  /** Bits of {@code Spelling} for each recovered word, 0 for the others. */
  private int[] spellings = new int[32];

  private StrongReading() {}

  /**
   * Reads the text with the recovered words that do not overlap; what is left goes into {@code
   * later}.
   */
  static StrongReading of(PlainText text, List<Recovered> recovered, List<Recovered> later) {
    StrongReading reading = new StrongReading();
    int word = 0; // the next word of the light reading that is not yet copied or passed
    int end = -1; // where the last recovered word ended
    for (Recovered each : recovered) {
      if (each.from() < end) {
        later.add(each);
        continue;
      }
      word = reading.copyUpTo(text, word, each.from());
      reading.add(
          each.plain().getBytes(StandardCharsets.UTF_8), each.from(), each.to(), each.spelling());
      while (word < text.words() && text.wordEnd(word) <= each.to()) {
        word++;
      }
      end = each.to();
    }
    reading.copyBehind(text, word);
    return reading;
  }

  /** These words, for the finder. */
  Reading reading() {
    return new Reading(bytes, length, bounds, words);
  }

  /** Where word {@code i} begins in the reading's bytes. */
  int wordStart(int i) {
    return bounds[2 * i];
  }

  /** Where word {@code i} ends in the reading's bytes, exclusive. */
  int wordEnd(int i) {
    return bounds[2 * i + 1];
  }

  /** Where word {@code i} begins in the plain bytes. */
  int plainStart(int i) {
    return plain[2 * i];
  }

  /** Where word {@code i} ends in the plain bytes. */
  int plainEnd(int i) {
    return plain[2 * i + 1];
  }

  /** How word {@code i} was disguised; 0 where the light reading has it so. */
  int spelling(int i) {
    return spellings[i];
  }

  /** Copies the few words before {@code place}; says which word comes next. */
  private int copyUpTo(PlainText text, int word, int place) {
    int next = word;
    // The words behind the recovered one before.
    while (words > 0
        && next < text.words()
        && next < word + Phrase.MOST_WORDS - 1
        && text.wordEnd(next) <= place) {
      copy(text, next++);
    }
    int upTo = next;
    while (upTo < text.words() && text.wordEnd(upTo) <= place) {
      upTo++;
    }
    if (upTo - next > Phrase.MOST_WORDS - 1) {
      gap();
      next = upTo - (Phrase.MOST_WORDS - 1);
    }
    while (next < upTo) {
      copy(text, next++);
    }
    return next;
  }

  private void copyBehind(PlainText text, int word) {
    int upTo = Math.min(text.words(), word + Phrase.MOST_WORDS - 1);
    for (int i = word; i < upTo; i++) {
      copy(text, i);
    }
  }

  private void copy(PlainText text, int word) {
    int from = text.wordStart(word);
    int to = text.wordEnd(word);
    place(to - from, from, to, 0);
    System.arraycopy(text.bytes(), from, bytes, length, to - from);
    length += to - from;
  }

  private void add(byte[] word, int from, int to, int spelling) {
    place(word.length, from, to, spelling);
    System.arraycopy(word, 0, bytes, length, word.length);
    length += word.length;
  }

  /** Makes room for a word behind a space. */
  private void place(int size, int from, int to, int spelling) {
    room(size + 1);
    if (length > 0) {
      bytes[length++] = ' ';
    }
    if (words == spellings.length) {
      spellings = Arrays.copyOf(spellings, 2 * words);
      bounds = Arrays.copyOf(bounds, 4 * words);
      plain = Arrays.copyOf(plain, 4 * words);
    }
    bounds[2 * words] = length;
    bounds[2 * words + 1] = length + size;
    plain[2 * words] = from;
    plain[2 * words + 1] = to;
    spellings[words++] = spelling;
  }

  /** Parts two stretches, so that no phrase reaches across. */
  private void gap() {
    room(PhraseFinder.WIDEST_GAP);
    Arrays.fill(bytes, length, length + PhraseFinder.WIDEST_GAP, (byte) ' ');
    length += PhraseFinder.WIDEST_GAP;
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }
}

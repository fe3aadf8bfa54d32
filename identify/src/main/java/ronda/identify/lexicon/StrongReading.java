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
final class StrongReading implements Reading {
  private byte[] bytes = new byte[256];
  private int length;
  private int words;

  /** Four ints a word: begin and end here, begin and end in the plain bytes. */
  private int[] places = new int[4 * 32];

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

  @Override
  public byte[] bytes() {
    return bytes;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public int words() {
    return words;
  }

  @Override
  public int wordStart(int i) {
    return places[4 * i];
  }

  @Override
  public int wordEnd(int i) {
    return places[4 * i + 1];
  }

  /** Where word {@code i} begins in the plain bytes. */
  int plainStart(int i) {
    return places[4 * i + 2];
  }

  /** Where word {@code i} ends in the plain bytes. */
  int plainEnd(int i) {
    return places[4 * i + 3];
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
      places = Arrays.copyOf(places, 8 * words);
    }
    places[4 * words] = length;
    places[4 * words + 1] = length + size;
    places[4 * words + 2] = from;
    places[4 * words + 3] = to;
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

package ronda.identify.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Readings that are tried only because a listed word would come of them: a word that one sign cuts
 * ({@code ga.cor}, {@code ALEX🔥IS17}), a digit at a word's begin or end ({@code jud1}, {@code open
 * b0}), a capital I for an l ({@code sIot}), flags for letters ({@code open 🇧🇴}). Without the
 * list they would be wrong nearly always: names end in numbers, and blanks behind a full stop are
 * forgotten.
 */
final class Nominations {
  /** The most words of one text; each is a listed one. */
  static final int MOST = 128;

  /** Shorter words are parts of many others; they count only beside the rest of a listed phrase. */
  private static final int FEWEST_ALONE = 4;

  private static final int MOST_PIECES = 6;
  private static final int LONGEST = 48;

  /** How many characters may cut a word: a sign, or the parts of an emoji. */
  private static final int WIDEST_SIGN = 3;

  /** Looks like a space, and cuts words because it is none. */
  private static final char BRAILLE_BLANK = '\u2800';

  private final PlainText text;
  private final Listed listed;
  private final byte[] bytes;
  private final int[] bounds;
  private final int words;
  private final Links links;
  private final boolean blanksMayCut;
  private final List<Recovered> found = new ArrayList<>(0);
  private final byte[] joined = new byte[LONGEST];

  private Nominations(PlainText text, Listed listed) {
    this.text = text;
    this.listed = listed;
    bytes = text.bytes();
    bounds = text.bounds();
    words = text.words();
    links = new Links(text);
    blanksMayCut = !text.isAscii() && text.original().indexOf(BRAILLE_BLANK) >= 0;
  }

  /** Whether {@link #of} may find anything; most texts are told from here. */
  static boolean mayHave(PlainText text, boolean wordsTouch) {
    return wordsTouch
        || text.has(Hints.DIGIT_THEN_LETTER | Hints.LETTER_THEN_DIGIT | Hints.FLAGS)
        || nextInnerCapital(text.original(), 1) > 0
        || !text.isAscii() && text.original().indexOf(BRAILLE_BLANK) >= 0;
  }

  /**
   * What is nominated, in no order.
   *
   * @param wordsTouch whether less than a space may stand between some words
   */
  static List<Recovered> of(PlainText text, boolean wordsTouch, Listed listed) {
    var nominations = new Nominations(text, listed);
    if (wordsTouch || nominations.blanksMayCut) {
      nominations.readCutWords();
    }
    if (text.has(Hints.DIGIT_THEN_LETTER | Hints.LETTER_THEN_DIGIT)) {
      nominations.readDigitsAtEdges();
    }
    if (nextInnerCapital(text.original(), 1) > 0) {
      nominations.readCapitals();
    }
    if (text.has(Hints.FLAGS)) {
      nominations.readFlags();
    }
    return nominations.found;
  }

  private void readCutWords() {
    for (int i = 0; i + 1 < words; ) {
      i = found.size() < MOST && isCut(i) ? readFrom(i) : i + 1;
    }
  }

  /** Reads the longest word that begins with piece {@code i}; says where to read on. */
  private int readFrom(int i) {
    int length = append(i, 0);
    int first = length;
    int last = i;
    int lastLength = 0;
    boolean eachListed = listed.holds(joined, length, length);
    for (int j = i + 1; j < words && j - i < MOST_PIECES && isCut(j - 1) && length >= 0; j++) {
      int from = length;
      length = append(j, length);
      if (length >= FEWEST_ALONE && listed.holds(joined, length, first)) {
        eachListed &= holdsPiece(j, from, length);
        if (!eachListed) {
          last = j;
          lastLength = length;
        }
      } else {
        eachListed &= length >= 0 && holdsPiece(j, from, length);
      }
    }
    if (last == i || links.holds(bounds[2 * i])) {
      return i + 1;
    }
    int spelling = Spelling.SPACED;
    for (int j = i; j <= last; j++) {
      spelling |= text.wordSpelling(j) & Spelling.DISGUISES;
    }
    add(joined, lastLength, bounds[2 * i], bounds[2 * last + 1], spelling);
    return last + 1;
  }

  /** Whether the piece is a listed word by itself: then the light reading has the phrase. */
  private boolean holdsPiece(int i, int from, int to) {
    byte[] piece = Arrays.copyOfRange(joined, from, to);
    return listed.holds(piece, piece.length, piece.length);
  }

  /** Adds word {@code i} to what is joined; the new length, or below 0 where it is too long. */
  private int append(int i, int length) {
    int from = bounds[2 * i];
    int size = bounds[2 * i + 1] - from;
    if (length + size > LONGEST) {
      return -1;
    }
    System.arraycopy(bytes, from, joined, length, size);
    return length + size;
  }

  /** Whether signs and no space stand between word {@code i} and the next. */
  private boolean isCut(int i) {
    int from = bounds[2 * i + 1];
    int to = bounds[2 * i + 2];
    if (to - from > 4 * WIDEST_SIGN) {
      return false;
    }
    if (to - from == 1 && bytes[from] == ' ') {
      return blanksMayCut
          && text.original().charAt(text.originalSpan(from, to).start()) == BRAILLE_BLANK;
    }
    for (int at = from; at < to; at++) {
      if (bytes[at] == ' ') {
        return false;
      }
    }
    return Gap.characters(text, i, WIDEST_SIGN) <= WIDEST_SIGN;
  }

  private void readDigitsAtEdges() {
    for (int i = 0; i < words && found.size() < MOST; i++) {
      int from = bounds[2 * i];
      int to = bounds[2 * i + 1];
      if (to - from < 2 || to - from > LONGEST) {
        continue;
      }
      // One digit at the end; more of them are a name's number.
      boolean begins = Characters.isDigit(bytes[from]) && Characters.isLetter(bytes[from + 1]);
      boolean ends = Characters.isDigit(bytes[to - 1]) && Characters.isLetter(bytes[to - 2]);
      if (begins || ends) {
        String written = Readings.ascii(bytes, from, to);
        for (String reading : SwappedLetters.edgeReadings(written, begins, ends)) {
          nominate(i, reading, Spelling.LEET);
        }
      }
    }
  }

  /** The next capital I behind a small letter, from {@code from} on; -1 where there is none. */
  private static int nextInnerCapital(String original, int from) {
    int at = original.indexOf('I', from);
    while (at > 0 && !Characters.isLetter(original.charAt(at - 1))) {
      at = original.indexOf('I', at + 1);
    }
    return at;
  }

  private void readCapitals() {
    String original = text.original();
    int next = nextInnerCapital(original, 1);
    for (int i = 0; i < words && next > 0 && found.size() < MOST; i++) {
      int from = bounds[2 * i];
      int to = bounds[2 * i + 1];
      int end = text.originalSpan(from, to).end();
      if (end <= next) {
        continue;
      }
      if (to - from <= LONGEST) {
        readCapitals(i, from, to);
      }
      next = nextInnerCapital(original, end);
    }
  }

  private void readCapitals(int i, int from, int to) {
    char[] letters = new char[to - from];
    for (int at = from; at < to; at++) {
      char written = text.original().charAt(text.originalSpan(at, at + 1).start());
      if (written >= 'A' && written <= 'Z' && (written != 'I' || at == from)) {
        return; // capitals mean nothing in a word of many
      }
      letters[at - from] = written == 'I' ? 'l' : (char) bytes[at];
    }
    nominate(i, new String(letters), Spelling.LEET);
  }

  private void readFlags() {
    for (int i = -1; i < words && found.size() < MOST; i++) {
      int from = i < 0 ? 0 : bounds[2 * i + 1];
      int to = i + 1 < words ? bounds[2 * i + 2] : text.length();
      for (int at = from; at < to; ) {
        int end = at;
        var letters = new StringBuilder();
        while (end < to && isRegional(end, to) && letters.length() < LONGEST) {
          letters.append((char) ('a' + (bytes[end + 3] & 0xFF) - 0xA6));
          end += 4;
        }
        if (end > at) {
          byte[] word = letters.toString().getBytes(StandardCharsets.ISO_8859_1);
          if (isWorthIt(word, i, i + 1)) {
            add(word, word.length, at, end, Spelling.FANCY);
          }
        }
        at = Math.max(end, at + 1);
      }
    }
  }

  /** Whether the bytes of a regional indicator stand at {@code at}. */
  private boolean isRegional(int at, int to) {
    return at + 4 <= to
        && bytes[at] == (byte) 0xF0
        && bytes[at + 1] == (byte) 0x9F
        && bytes[at + 2] == (byte) 0x87
        && (bytes[at + 3] & 0xFF) >= 0xA6;
  }

  /** Adds another reading of word {@code i} if it is worth it. */
  private void nominate(int i, String reading, int spelling) {
    byte[] word = reading.getBytes(StandardCharsets.ISO_8859_1);
    if (isWorthIt(word, i - 1, i + 1) && !links.holds(bounds[2 * i])) {
      add(word, word.length, bounds[2 * i], bounds[2 * i + 1], spelling);
    }
  }

  /** Whether the word is listed, or completes a listed phrase with one of its neighbours. */
  private boolean isWorthIt(byte[] word, int before, int behind) {
    if (word.length >= FEWEST_ALONE) {
      return listed.holds(word, word.length, 0);
    }
    if (before >= 0 && follows(word, before)) {
      return true;
    }
    if (behind < words) {
      byte[] second = word(behind);
      return listed.holdsPair(word, word.length, second, second.length);
    }
    return false;
  }

  /** Whether it goes on from word {@code before}, as that is written or was just nominated. */
  private boolean follows(byte[] word, int before) {
    byte[] written = word(before);
    boolean follows = listed.holdsPair(written, written.length, word, word.length);
    for (int i = found.size() - 1; i >= 0 && !follows && isOf(found.get(i), before); i--) {
      byte[] first = found.get(i).plain().getBytes(StandardCharsets.ISO_8859_1);
      follows = listed.holdsPair(first, first.length, word, word.length);
    }
    return follows;
  }

  private boolean isOf(Recovered nominated, int word) {
    return nominated.from() >= bounds[2 * word] && nominated.to() <= bounds[2 * word + 1];
  }

  private byte[] word(int i) {
    return Arrays.copyOfRange(bytes, bounds[2 * i], bounds[2 * i + 1]);
  }

  private void add(byte[] word, int length, int from, int to, int spelling) {
    found.add(new Recovered(Readings.ascii(word, 0, length), from, to, spelling));
  }
}

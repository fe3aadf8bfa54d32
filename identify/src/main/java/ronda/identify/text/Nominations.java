package ronda.identify.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  private static final int MOST_PIECES = 4;

  /** In bytes; hardly a listed word is longer. */
  private static final int LONGEST = 24;

  /** How many characters may cut a word: a sign, or the parts of an emoji. */
  private static final int WIDEST_SIGN = 3;

  /** Looks like a space, and cuts words because it is none. */
  private static final char BRAILLE_BLANK = '\u2800';

  private final PlainText text;
  private final Listed listed;
  private final byte[] bytes;
  private final int[] bounds;
  private final int words;
  private @Nullable Links links;
  private final boolean blanksMayCut;
  private List<Recovered> found = List.of();

  private Nominations(PlainText text, Listed listed) {
    this.text = text;
    this.listed = listed;
    bytes = text.bytes();
    bounds = text.bounds();
    words = text.words();
    blanksMayCut = !text.isAscii() && text.original().indexOf(BRAILLE_BLANK) >= 0;
  }

  /** Whether {@link #of} may find anything; most texts are told from here. */
  static boolean mayHave(PlainText text, int[] marked) {
    return marked.length > 0
        || text.has(Hints.FLAGS)
        || mayHoldInnerCapital(text)
        || !text.isAscii() && text.original().indexOf(BRAILLE_BLANK) >= 0;
  }

  /**
   * What is nominated, in no order.
   *
   * @param marked the words that the strong reading saw touch another or have a digit at an edge
   */
  static List<Recovered> of(PlainText text, int[] marked, Listed listed) {
    var nominations = new Nominations(text, listed);
    nominations.readMarkedWords(marked);
    if (nominations.blanksMayCut) {
      nominations.readWordsThatBlanksCut();
    }
    if (mayHoldInnerCapital(text)) {
      nominations.readCapitals();
    }
    if (text.has(Hints.FLAGS)) {
      nominations.readFlags();
    }
    return nominations.found;
  }

  private void readMarkedWords(int[] marked) {
    int next = 0;
    for (int i : marked) {
      if (i >= next && i + 1 < words && isCut(i)) {
        next = readFrom(i);
      }
    }
    if (text.has(Hints.DIGIT_THEN_LETTER | Hints.LETTER_THEN_DIGIT)) {
      for (int i : marked) {
        readDigitsAtEdges(i);
      }
    }
  }

  private void readWordsThatBlanksCut() {
    for (int i = 0; i + 1 < words; ) {
      i = isCut(i) ? readFrom(i) : i + 1;
    }
  }

  /** Reads the longest word that begins with piece {@code i}; says where to read on. */
  private int readFrom(int i) {
    int from = bounds[2 * i];
    int first = bounds[2 * i + 1] - from;
    long head = first >= Long.BYTES ? Eight.from(bytes, from) : firstBytes(from, first);
    int length = first;
    int last = i;
    for (int j = i + 1; j < words && j - i < MOST_PIECES && isCut(j - 1); j++) {
      int size = bounds[2 * j + 1] - bounds[2 * j];
      if (length + size > LONGEST) {
        break;
      }
      if (length < Long.BYTES) {
        head |= firstBytes(bounds[2 * j], Math.min(size, Long.BYTES - length)) << 8 * length;
      }
      length += size;
      if (length >= FEWEST_ALONE && listed.mayHold(head, length) && isListed(i, j, first)) {
        last = j;
      }
    }
    if (last == i || links().holds(from)) {
      return i + 1;
    }
    int spelling = Spelling.SPACED;
    for (int j = i; j <= last; j++) {
      spelling |= text.wordSpelling(j) & Spelling.DISGUISES;
    }
    byte[] word = joined(i, last);
    add(word, word.length, from, bounds[2 * last + 1], spelling);
    return last + 1;
  }

  /** So many bytes, fewer than eight or eight; 0 behind them. */
  private long firstBytes(int from, int size) {
    long eight = Eight.from(bytes, from);
    return size >= Long.BYTES ? eight : eight & (1L << 8 * size) - 1;
  }

  private boolean isListed(int from, int to, int first) {
    byte[] word = joined(from, to);
    return hasLetter(word) && listed.holds(word, word.length, first) && !areListed(from, to);
  }

  private static boolean hasLetter(byte[] word) {
    for (byte letter : word) {
      if (Characters.isLetter(letter)) {
        return true;
      }
    }
    return false;
  }

  /** The words {@code from} to {@code to}, without what stands between them. */
  private byte[] joined(int from, int to) {
    byte[] joined = new byte[LONGEST];
    int length = 0;
    for (int i = from; i <= to; i++) {
      int size = bounds[2 * i + 1] - bounds[2 * i];
      System.arraycopy(bytes, bounds[2 * i], joined, length, size);
      length += size;
    }
    return Arrays.copyOf(joined, length);
  }

  /** Whether each piece is a listed word by itself: then the light reading has the phrase. */
  private boolean areListed(int from, int to) {
    for (int i = from; i <= to; i++) {
      byte[] piece = word(i);
      if (!listed.holds(piece, piece.length, piece.length)) {
        return false;
      }
    }
    return true;
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

  private void readDigitsAtEdges(int i) {
    int from = bounds[2 * i];
    int to = bounds[2 * i + 1];
    if (to - from < 2 || to - from > LONGEST) {
      return;
    }
    // One digit at the end; more of them are a name's number.
    boolean begins = Characters.isDigit(bytes[from]) && Characters.isLetter(bytes[from + 1]);
    boolean ends = Characters.isDigit(bytes[to - 1]) && Characters.isLetter(bytes[to - 2]);
    String first = begins ? SwappedLetters.lettersFor((char) bytes[from]) : "";
    String last = ends ? SwappedLetters.lettersFor((char) bytes[to - 1]) : "";
    long head = firstBytes(from, Math.min(to - from, Long.BYTES));
    for (int f = 0; f < first.length(); f++) {
      readDigits(i, with(head, first.charAt(f), 0), first.substring(f, f + 1), "");
    }
    for (int l = 0; l < last.length(); l++) {
      long ended = with(head, last.charAt(l), to - from - 1);
      readDigits(i, ended, "", last.substring(l, l + 1));
      for (int f = 0; f < first.length(); f++) {
        readDigits(
            i,
            with(ended, first.charAt(f), 0),
            first.substring(f, f + 1),
            last.substring(l, l + 1));
      }
    }
  }

  /** The head with another letter at this place, where it has that place. */
  private static long with(long head, char letter, int at) {
    return at >= Long.BYTES ? head : head & ~(0xFFL << 8 * at) | (long) letter << 8 * at;
  }

  /** Nominates word {@code i} with these letters in place of its first and last, if not empty. */
  private void readDigits(int i, long head, String first, String last) {
    int from = bounds[2 * i];
    int to = bounds[2 * i + 1];
    if (listed.mayHold(head, to - from)) {
      String middle = Readings.ascii(bytes, from + first.length(), to - last.length());
      nominate(i, first + middle + last, Spelling.LEET);
    }
  }

  private static boolean mayHoldInnerCapital(PlainText text) {
    return (!text.isAscii() || text.has(Hints.INNER_CAPITAL))
        && nextInnerCapital(text.original(), 1) > 0;
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
    if (isWorthIt(word, i - 1, i + 1) && !links().holds(bounds[2 * i])) {
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

  private Links links() {
    Links made = links;
    if (made == null) {
      made = new Links(text);
      links = made;
    }
    return made;
  }

  private void add(byte[] word, int length, int from, int to, int spelling) {
    if (found.size() >= MOST) {
      return;
    }
    if (found.isEmpty()) {
      found = new ArrayList<>();
    }
    found.add(new Recovered(Readings.ascii(word, 0, length), from, to, spelling));
  }
}

package ronda.identify.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The strong reading: what a word may be beyond its letters. It nominates only, because alone it is
 * wrong too often.
 *
 * <p>One walk over the words with cheap questions; the objects that answer the dear ones are made
 * when a word first asks for them, and most texts never do.
 */
final class StrongReading {
  /**
   * The most words recovered from one text, and as many of chat spelling; what a longer text hides
   * beyond them is not read.
   */
  static final int MOST_RECOVERED = 256;

  /** Longer words are no words that anyone drew out or disguised. */
  private static final int LONGEST_WORD = 128;

  /** In bytes: some signs, or an emoji. */
  private static final int WIDEST_TOUCH = 12;

  private static final int DIGIT_INSIDE = 1;
  private static final int DRAWN_OUT = 2;
  private static final int ALL_DIGITS = 4;

  private static final int REPEATS = Hints.DRAWN_OUT | Hints.IN_PAIRS;

  private final PlainText text;
  private final byte[] bytes;
  private final int[] bounds;
  private final Readings readings = new Readings(MOST_RECOVERED);
  private @Nullable Links links;

  private int[] marked = Found.NOTHING.marked();
  private int marks;

  private int singlesReadUntil;
  private int piecesReadUntil;

  private StrongReading(PlainText text) {
    this.text = text;
    bytes = text.bytes();
    bounds = text.bounds();
  }

  /**
   * What one text gave.
   *
   * @param recovered in the order of the text
   * @param marked the words that touch the next one, or have a digit at one edge only; nobody
   *     writes to it
   */
  @SuppressWarnings("ArrayRecordComponent") // on the hot path, and never compared
  record Found(List<Recovered> recovered, int[] marked) {
    static final Found NOTHING = new Found(List.of(), new int[0]);
  }

  static Found of(PlainText text) {
    var reading = new StrongReading(text);
    boolean lookAtAll = text.has(REPEATS) || text.disguisedLetters() > 0;
    boolean digitsInside = text.has(Hints.DIGIT_THEN_LETTER);
    boolean digits = text.has(Hints.DIGIT_THEN_LETTER | Hints.LETTER_THEN_DIGIT);
    int words = text.words();
    for (int i = 0; i < words; i++) {
      if (reading.touchesNext(i, words) || digits && reading.hasDigitAtEdge(i)) {
        reading.mark(i);
      }
      if (lookAtAll || reading.isWorthALook(i) || digitsInside && reading.hasDigit(i)) {
        reading.readWord(i);
      }
    }
    List<Recovered> recovered = reading.readings.inOrder();
    return recovered.isEmpty() && reading.marks == 0
        ? Found.NOTHING
        : new Found(recovered, Arrays.copyOf(reading.marked, reading.marks));
  }

  /**
   * Whether no space stands right behind the word nor right before the next: "kata, kata" and "kata
   * (kata" do not touch. Without a branch until the answer, because nearly every word says no.
   */
  private boolean touchesNext(int i, int words) {
    if (i + 1 == words) {
      return false;
    }
    int to = bounds[2 * i + 1];
    int next = bounds[2 * i + 2];
    return bytes[to] != ' ' & bytes[next - 1] != ' ' & next - to <= WIDEST_TOUCH;
  }

  private boolean hasDigitAtEdge(int i) {
    return Characters.isDigit(bytes[bounds[2 * i]])
        != Characters.isDigit(bytes[bounds[2 * i + 1] - 1]);
  }

  private void mark(int i) {
    if (marks == marked.length) {
      marked = Arrays.copyOf(marked, Math.max(16, 2 * marks));
    }
    marked[marks++] = i;
  }

  /**
   * Whether {@link #readWord} may find anything in a text without disguised or drawn-out letters,
   * in a word without digits behind letters. One branch for all the questions, because hardly any
   * word says yes, and a branch that is foreseen costs nothing.
   */
  private boolean isWorthALook(int i) {
    int from = bounds[2 * i];
    int to = bounds[2 * i + 1];
    return to - from == 1
        | Characters.isDigit(bytes[from])
        | SwappedLetters.mayBeginSign(bytes[Math.min(to, bytes.length - 1)])
        | ChatSpelling.mayHold(bytes, from, to);
  }

  private boolean hasDigit(int i) {
    boolean digit = false;
    for (int at = bounds[2 * i], to = bounds[2 * i + 1]; at < to; at++) {
      digit |= Characters.isDigit(bytes[at]);
    }
    return digit;
  }

  private void readWord(int i) {
    if (readings.isFull()) {
      return;
    }
    int from = bounds[2 * i];
    int to = bounds[2 * i + 1];
    String meaning = ChatSpelling.meaning(bytes, from, to);
    if (meaning != null) {
      readings.addChat(meaning, from, to);
    }
    if (to - from == 1) {
      readSingle(i);
    }
    int shape = text.has(Hints.DIGITS | Hints.DRAWN_OUT) ? shape(from, to) : 0;
    if ((shape & ALL_DIGITS) != 0) {
      if (i > 0 && to - from <= SplitNames.LONGEST_NUMBER && !hasDigitsOnly(i - 1)) {
        new SplitNames(text, readings).readNumber(i);
      }
    } else if ((shape & (DIGIT_INSIDE | DRAWN_OUT)) != 0
        || isJoinedBySign(i)
        || text.has(Hints.IN_PAIRS) && beginsWithPair(from, to)) {
      readLetters(i);
    }
    if (i >= piecesReadUntil && to - from <= 3 && text.disguisedLetters() > 0) {
      piecesReadUntil = new SplitNames(text, readings).readPieces(i);
    }
  }

  private void readSingle(int i) {
    if (i < singlesReadUntil || i + 2 >= text.words()) {
      return;
    }
    boolean run = isSingle(i + 1) && isSingle(i + 2);
    if (run && !links().holds(bounds[2 * i])) {
      singlesReadUntil = new SpacedLetters(text, readings).read(i);
    }
  }

  private boolean isSingle(int i) {
    return bounds[2 * i + 1] - bounds[2 * i] == 1;
  }

  private boolean beginsWithPair(int from, int to) {
    return to - from > 1 && (bytes[from] == bytes[from + 1] || Characters.isDigit(bytes[from]));
  }

  private boolean hasDigitsOnly(int i) {
    return shape(bounds[2 * i], bounds[2 * i + 1]) == ALL_DIGITS;
  }

  /** What the word's bytes say at a glance, in the bits above. */
  private int shape(int from, int to) {
    int shape = 0;
    boolean allDigits = true;
    int same = 0;
    int before = 0;
    boolean letterBefore = false;
    boolean digitsAfterLetter = false;
    for (int at = from; at < to; at++) {
      int c = bytes[at];
      boolean digit = Characters.isDigit(c);
      allDigits &= digit;
      same = c == before ? same + 1 : 1;
      if (!digit) {
        shape |= same >= 3 ? DRAWN_OUT : 0;
        shape |= digitsAfterLetter ? DIGIT_INSIDE : 0;
        letterBefore = true;
      }
      digitsAfterLetter |= digit && letterBefore;
      before = c;
    }
    return allDigits ? ALL_DIGITS : shape;
  }

  /** Whether one sign that may be a letter stands between word {@code i} and the next. */
  private boolean isJoinedBySign(int i) {
    if (i + 1 >= text.words()) {
      return false;
    }
    int from = bounds[2 * i + 1];
    int length = bounds[2 * i + 2] - from;
    return length == 1 && SwappedLetters.isSign(bytes[from])
        || length > 1
            && length == Utf8.length(bytes[from])
            && SwappedLetters.isSign(Utf8.read(bytes, from));
  }

  /** Reads the letters of word {@code i} and of those that signs join to it. */
  private void readLetters(int i) {
    if (i > 0 && isJoinedBySign(i - 1)) {
      return; // read with the word before it
    }
    int last = i;
    int spelling = text.wordSpelling(i);
    int from = bounds[2 * i];
    while (isJoinedBySign(last) && bounds[2 * last + 1] - from < LONGEST_WORD) {
      last++;
      spelling |= text.wordSpelling(last);
    }
    int to = bounds[2 * last + 1];
    if (to - from <= LONGEST_WORD && !links().holds(from)) {
      String letters = new String(bytes, from, to - from, UTF_8);
      readings.addAllOf(letters, from, to, spelling & Spelling.DISGUISES);
    }
  }

  private Links links() {
    Links made = links;
    if (made == null) {
      made = new Links(text);
      links = made;
    }
    return made;
  }
}

package ronda.identify.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ronda.identify.post.Span;

/**
 * A text with its disguised spelling undone (teks polos), which remembers where each letter stood.
 *
 * <p>The plain letters are UTF-8 bytes, lower-cased; 98 bytes in a hundred are ASCII. This is the
 * <em>light</em> reading: confusable, mathematical, enclosed, fullwidth and small-capital letters
 * become plain ones, marks and invisible characters go. It decides. What only the <em>strong</em>
 * reading sees (leetspeak, spaced-out letters, repeats, chat spelling) stands in {@link
 * #recovered()}, and needs confirmation by whoever uses it.
 *
 * <p>Immutable, and safe to share between threads.
 */
public final class PlainText {
  private static final int SPELLING_HINTS =
      Hints.CAPITALS | Hints.LETTER_THEN_DIGIT | Hints.DIGIT_THEN_LETTER;

  private final String original;
  private final byte[] bytes;
  private final int length;

  /** Where each word begins and ends, by turns. */
  private final int[] bounds;

  private final int words;

  // Both are absent where each plain byte stands where it stood in the original.
  private final @Nullable Offsets offsets;
  private final short @Nullable [] spellings;
  private final int disguisedLetters;
  private final int hints;

  /** Made when first asked for; two threads may make it twice, and make the same. */
  private StrongReading.@Nullable Found strong;

  /** Who was asked for nominations already, if anybody. */
  private @Nullable Listed askedAlready;

  private PlainText(
      String original,
      byte[] bytes,
      int length,
      int[] bounds,
      int words,
      @Nullable Offsets offsets,
      short @Nullable [] spellings,
      int disguisedLetters,
      int hints) {
    this.original = original;
    this.bytes = bytes;
    this.length = length;
    this.bounds = bounds;
    this.words = words;
    this.offsets = offsets;
    this.spellings = spellings;
    this.disguisedLetters = disguisedLetters;
    this.hints = hints;
  }

  /** A text in which nothing moved. */
  static PlainText ofAscii(String original, byte[] bytes, int[] bounds, int words, int hints) {
    return new PlainText(original, bytes, bytes.length, bounds, words, null, null, 0, hints);
  }

  static PlainText of(
      String original,
      byte[] bytes,
      int length,
      int[] bounds,
      short[] spellings,
      int words,
      Offsets offsets,
      int disguisedLetters,
      int hints) {
    return new PlainText(
        original, bytes, length, bounds, words, offsets, spellings, disguisedLetters, hints);
  }

  /** The text as it was collected. */
  public String original() {
    return original;
  }

  /** How many bytes the plain text has. */
  public int length() {
    return length;
  }

  /**
   * The plain text's bytes; positions 0 to {@link #length()} count. The array is the room's own and
   * is handed out uncopied because the hot path reads it: nobody writes to it.
   */
  public byte[] bytes() {
    return bytes;
  }

  /**
   * Where the plain bytes {@code from} up to {@code to} stood in the original text. Marks and
   * variation selectors on the last letter belong to it; other characters that went after it do
   * not. A character is never split, even when {@code from} or {@code to} lies inside its bytes.
   *
   * @throws IndexOutOfBoundsException unless {@code 0 <= from <= to <= length()}
   */
  public Span originalSpan(int from, int to) {
    Objects.checkFromToIndex(from, to, length);
    if (offsets == null) {
      return new Span(from, to);
    }
    if (from < to) {
      return offsets.span(from, to);
    }
    int at = from < length ? offsets.span(from, from + 1).start() : original.length();
    return new Span(at, at);
  }

  /** How many words the plain text has. A word is a run of letters and digits. */
  public int words() {
    return words;
  }

  /**
   * Where each word begins and ends in {@link #bytes()}, by turns; the first {@code 2 * words()}
   * count. Handed out uncopied, like the bytes: nobody writes to it.
   */
  public int[] bounds() {
    return bounds;
  }

  /** Where word {@code i} begins in {@link #bytes()}. */
  public int wordStart(int i) {
    return bounds[2 * Objects.checkIndex(i, words)];
  }

  /** Where word {@code i} ends in {@link #bytes()}, exclusive. */
  public int wordEnd(int i) {
    return bounds[2 * Objects.checkIndex(i, words) + 1];
  }

  /** How word {@code i} was written, as bits of {@link Spelling}. */
  public int wordSpelling(int i) {
    if (spellings != null) {
      return spellings[Objects.checkIndex(i, words)];
    }
    return has(SPELLING_HINTS) ? asciiSpelling(wordStart(i), wordEnd(i)) : 0;
  }

  /** Worked out when asked for, because most words of most texts are never asked about. */
  private int asciiSpelling(int from, int to) {
    boolean maybeBoth = has(Hints.LETTER_THEN_DIGIT | Hints.DIGIT_THEN_LETTER);
    if (!maybeBoth && (isSmall(from) || to - from > 1 && isSmall(from + 1))) {
      return 0; // neither all capitals, nor letters and digits
    }
    int kinds = 0;
    int letters = 0;
    for (int i = from; i < to; i++) {
      int kind = Ascii.KIND[original.charAt(i)];
      kinds |= kind;
      letters += kind == Ascii.DIGIT ? 0 : 1;
    }
    return Spelling.ofWord(kinds, letters);
  }

  private boolean isSmall(int i) {
    return Ascii.KIND[original.charAt(i)] == Ascii.SMALL;
  }

  /** How many letters were written in a disguise that plain writing has no use for. */
  public int disguisedLetters() {
    return disguisedLetters;
  }

  /**
   * What the strong reading sees beyond the light one, in the order of the text; at most {@value
   * StrongReading#MOST_RECOVERED} words, as many of chat spelling, and those that were {@link
   * #nominating nominated}.
   */
  public List<Recovered> recovered() {
    return strong().recovered();
  }

  private StrongReading.Found strong() {
    StrongReading.Found known = strong;
    if (known == null) {
      known = StrongReading.of(this);
      strong = known;
    }
    return known;
  }

  /**
   * This text with the readings among its {@link #recovered()} ones that only a list makes worth a
   * thought, at most {@value Nominations#MOST}: {@code ga.cor} where {@code gacor} is listed. They
   * nominate and do not decide. Nearly always this very text.
   */
  public PlainText nominating(Listed listed) {
    if (askedAlready == listed) {
      return this;
    }
    int[] marked = strong().marked();
    if (!Nominations.mayHave(this, marked)) {
      askedAlready = listed;
      return this;
    }
    List<Recovered> nominated = Nominations.of(this, marked, listed);
    if (nominated.isEmpty()) {
      askedAlready = listed;
      return this;
    }
    List<Recovered> all = new ArrayList<>(recovered());
    for (Recovered more : nominated) {
      if (!all.contains(more)) {
        all.add(more);
      }
    }
    // The longer first: of "ga.cor" the word that is listed, and only then "ga", which is "tidak".
    all.sort(
        Comparator.comparingInt(Recovered::from)
            .thenComparing(Comparator.comparingInt(Recovered::to).reversed()));
    PlainText text =
        new PlainText(
            original, bytes, length, bounds, words, offsets, spellings, disguisedLetters, hints);
    text.strong = new StrongReading.Found(List.copyOf(all), marked);
    text.askedAlready = listed;
    return text;
  }

  /** Whether the original is ASCII, so that no letter was disguised. */
  boolean isAscii() {
    return offsets == null;
  }

  /** Whether one of these {@link Hints} may be in the text. */
  boolean has(int someHints) {
    return (hints & someHints) != 0;
  }
}

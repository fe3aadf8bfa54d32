package ronda.identify.text;

import java.util.List;
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
  // CONTRACT SKETCH: the text room's owner fills this in; the signatures below are what the other
  // rooms build on.

  /** The text as it was collected. */
  public String original() {
    throw new UnsupportedOperationException();
  }

  /** How many bytes the plain text has. */
  public int length() {
    throw new UnsupportedOperationException();
  }

  /**
   * The plain text's bytes; positions 0 to {@link #length()} count. The array is the room's own and
   * is handed out uncopied because the hot path reads it: nobody writes to it.
   */
  public byte[] bytes() {
    throw new UnsupportedOperationException();
  }

  /** Where the plain bytes {@code from} up to {@code to} stood in the original text. */
  public Span originalSpan(int from, int to) {
    throw new UnsupportedOperationException();
  }

  /** How many words the plain text has. A word is a run of letters and digits. */
  public int words() {
    throw new UnsupportedOperationException();
  }

  /** Where word {@code i} begins in {@link #bytes()}. */
  public int wordStart(int i) {
    throw new UnsupportedOperationException();
  }

  /** Where word {@code i} ends in {@link #bytes()}, exclusive. */
  public int wordEnd(int i) {
    throw new UnsupportedOperationException();
  }

  /** How word {@code i} was written, as bits of {@link Spelling}. */
  public int wordSpelling(int i) {
    throw new UnsupportedOperationException();
  }

  /** How many letters were written in a disguise that plain writing has no use for. */
  public int disguisedLetters() {
    throw new UnsupportedOperationException();
  }

  /** What the strong reading sees beyond the light one, in the order of the text. */
  public List<Recovered> recovered() {
    throw new UnsupportedOperationException();
  }
}

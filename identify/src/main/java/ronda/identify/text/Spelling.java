package ronda.identify.text;

/** How a word was written, as bits that may stand together (ejaan). */
public final class Spelling {
  /** Mathematical, enclosed, regional, fullwidth or small-capital letters. */
  public static final int FANCY = 1;

  /** Letters of another script that look like Latin ones, among Latin ones. */
  public static final int MIXED_SCRIPT = 1 << 1;

  /** Combining marks that no Indonesian spelling uses. */
  public static final int MARKED = 1 << 2;

  /** Invisible or direction-changing characters inside the word. */
  public static final int INVISIBLE = 1 << 3;

  /** Letters set apart by spaces or dots. Only in {@link Recovered}. */
  public static final int SPACED = 1 << 4;

  /** Digits or signs in place of letters. Only in {@link Recovered}. */
  public static final int LEET = 1 << 5;

  /** Letters repeated beyond two. Only in {@link Recovered}. */
  public static final int REPEATED = 1 << 6;

  /** Chat spelling of a common word, such as {@code yg}. Only in {@link Recovered}. */
  public static final int CHAT = 1 << 7;

  /** Every letter of the word was upper-case, and it has two or more. */
  public static final int CAPITALS = 1 << 8;

  /** The word holds letters and digits. */
  public static final int LETTERS_AND_DIGITS = 1 << 9;

  /** The bits that say that letters were disguised, seen by the light reading. */
  public static final int DISGUISES = FANCY | MIXED_SCRIPT | MARKED | INVISIBLE;

  private Spelling() {}

  /** The last two bits, from the kinds of {@link Ascii} in a word and how many letters it has. */
  static int ofWord(int kinds, int letters) {
    int spelling = 0;
    if ((kinds & (Ascii.SMALL | Ascii.CAPITAL)) == Ascii.CAPITAL && letters >= 2) {
      spelling |= CAPITALS;
    }
    if ((kinds & Ascii.DIGIT) != 0 && letters > 0) {
      spelling |= LETTERS_AND_DIGITS;
    }
    return spelling;
  }
}

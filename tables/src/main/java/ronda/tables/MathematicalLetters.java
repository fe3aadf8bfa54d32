package ronda.tables;

import com.ibm.icu.lang.UCharacter;
import ronda.tables.Row.Kind;

/**
 * Mathematical letters that Unicode does not have where they should be: the gaps in its alphabets,
 * which fonts fill, and those that a program cut to 16 bits, which became Hangul.
 */
final class MathematicalLetters {
  /** Where the mathematical letters begin and end, and how many a style has. */
  private static final int MATHEMATICAL = 0x1D400;

  private static final int MATHEMATICAL_END = 0x1D800;

  private static final int MATHEMATICAL_STYLES_END = 0x1D6A4;

  /** What a writer that cuts characters to 16 bits makes of the mathematical letters: Hangul. */
  private static final int CUT_OFF = 0x10000;

  private MathematicalLetters() {}

  /** The gaps in the mathematical letters, filled by fonts that do not know that they are gaps. */
  static boolean isHole(int c) {
    return c >= MATHEMATICAL && c < MATHEMATICAL_STYLES_END;
  }

  static Row hole(int c) {
    int place = (c - MATHEMATICAL) % 52;
    return Row.of(Kind.LATIN, Row.FANCY, Character.toString('a' + place % 26))
        .capital(place < 26)
        .counted(true);
  }

  static boolean isCut(int c) {
    return c + CUT_OFF >= MATHEMATICAL && c + CUT_OFF < MATHEMATICAL_END;
  }

  /**
   * Hangul that may be a mathematical letter whose top bits some program lost: {@code 퐀퐋퐄퐗퐈퐒17} is
   * alexis17.
   */
  static Row cut(int c) {
    Row whole = Readings.of(c + CUT_OFF);
    boolean readable = whole.kind() == Kind.LATIN || whole.kind() == Kind.DIGIT;
    String own = UCharacter.toString(c);
    return readable
        ? new Row(Kind.LOOKALIKE, Row.FANCY, whole.plain(), own, whole.upper(), false, true)
        : Row.of(Kind.LETTER, 0, own).speakingForItsScript(true);
  }
}

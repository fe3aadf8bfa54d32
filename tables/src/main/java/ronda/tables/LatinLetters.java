package ronda.tables;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import java.util.Locale;
import ronda.tables.Row.Kind;

/** Letters that are Latin ones in other clothes: styled, raised, with marks, in circles. */
final class LatinLetters {
  private static final Normalizer2 NFD = Normalizer2.getNFDInstance();

  private LatinLetters() {}

  static Row latin(int c, String reading, int spelling) {
    boolean upper = UCharacter.isUUppercase(c);
    return Row.of(Kind.LATIN, spelling, reading.toLowerCase(Locale.ROOT))
        .capital(upper)
        .counted(spelling != 0);
  }

  static Row decomposed(int c, String reading) {
    if (reading.chars().allMatch(Character::isDigit)) {
      return Row.of(Kind.DIGIT, c > 0xFF ? Row.FANCY : 0, reading);
    }
    return latin(c, reading, disguiseOf(c));
  }

  static int disguiseOf(int c) {
    return switch (UCharacter.getIntPropertyValue(c, UProperty.DECOMPOSITION_TYPE)) {
      case UCharacter.DecompositionType.CANONICAL -> marksOf(c);
      case UCharacter.DecompositionType.FONT,
          UCharacter.DecompositionType.WIDE,
          UCharacter.DecompositionType.CIRCLE,
          UCharacter.DecompositionType.SUPER,
          UCharacter.DecompositionType.SUB ->
          c > 0xFF ? Row.FANCY : 0;
      default -> 0; // ligatures, Roman numerals, units in one square
    };
  }

  /**
   * A precomposed letter is a disguise when no common spelling has it: k with acute, v with dot.
   */
  private static int marksOf(int c) {
    boolean inSpelling =
        c <= 0x17F
            || c >= 0x1EA0 && c <= 0x1EF9 // Vietnamese
            || NFD.normalize(UCharacter.toString(c))
                .codePoints()
                .skip(1)
                .allMatch(LatinLetters::below);
    return inSpelling ? 0 : Row.MARKED;
  }

  private static boolean below(int mark) {
    return mark == 0x323 || mark == 0x331;
  }
}

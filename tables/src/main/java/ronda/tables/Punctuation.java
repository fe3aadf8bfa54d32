package ronda.tables;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.text.Normalizer2;
import ronda.tables.Row.Kind;

/** Signs: they stay themselves, or become the ASCII punctuation that they only look finer than. */
final class Punctuation {
  private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();

  /** Browsers take it for the dot of a host name (UTS #46, section 2.3). */
  private static final String IDEOGRAPHIC_FULL_STOP = "\u3002";

  private Punctuation() {}

  static Row symbol(int c) {
    return Row.of(Kind.SYMBOL, 0, punctuation(c));
  }

  /** ASCII punctuation for punctuation that only looks finer, else the character itself. */
  private static String punctuation(int c) {
    String itself = UCharacter.toString(c);
    String name = UCharacter.getExtendedName(c);
    String compatible = NFKC.normalize(itself);
    if (isAsciiSign(compatible)) {
      return compatible;
    }
    if (compatible.equals(IDEOGRAPHIC_FULL_STOP)) {
      return ".";
    }
    return switch (UCharacter.getType(c)) {
      case UCharacterCategory.DASH_PUNCTUATION -> "-";
      case UCharacterCategory.INITIAL_PUNCTUATION, UCharacterCategory.FINAL_PUNCTUATION ->
          name.contains("QUOTATION") ? (name.contains("DOUBLE") ? "\"" : "'") : itself;
      case UCharacterCategory.OTHER_PUNCTUATION,
          UCharacterCategory.START_PUNCTUATION,
          UCharacterCategory.END_PUNCTUATION,
          UCharacterCategory.MATH_SYMBOL -> {
        String prototype = Resemblances.skeleton(itself);
        yield prototype.length() == 1 && isAsciiSign(prototype) ? prototype : itself;
      }
      default -> itself;
    };
  }

  private static boolean isAsciiSign(String text) {
    return text.length() <= 3
        && text.chars().allMatch(x -> x > ' ' && x < 0x7F && !Character.isLetterOrDigit(x));
  }
}

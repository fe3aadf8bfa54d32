package ronda.tables;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import java.util.Set;
import ronda.tables.Row.Kind;

/** Letters of other alphabets, and what of them may pass for Latin. */
final class Alphabets {
  private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();

  /**
   * Alphabets whose letters may pass for Latin ones. Scripts that are written with marks of their
   * own, from right to left, or in syllables with a living use in Indonesia stay out: an Arabic
   * alef looks like an l, but nobody reads it so.
   */
  private static final Set<Integer> LOOKALIKE_SCRIPTS =
      Set.of(
          UScript.CYRILLIC,
          UScript.GREEK,
          UScript.COPTIC,
          UScript.ARMENIAN,
          UScript.GEORGIAN,
          UScript.CHEROKEE,
          UScript.LISU,
          UScript.CANADIAN_ABORIGINAL,
          UScript.CARIAN,
          UScript.DESERET,
          UScript.ELBASAN,
          UScript.LYCIAN,
          UScript.LYDIAN,
          UScript.OLD_ITALIC,
          UScript.OSAGE,
          UScript.RUNIC,
          UScript.TIFINAGH,
          UScript.WARANG_CITI,
          UScript.YI,
          UScript.GOTHIC);

  /** Those that hardly an Indonesian post has for their own sake. */
  private static final Set<Integer> UNREAD_SCRIPTS =
      Set.of(UScript.CANADIAN_ABORIGINAL, UScript.CHEROKEE, UScript.YI);

  /** Letters outside ASCII that writers of Latin scripts use for their sound, not for disguise. */
  private static final Set<Integer> SPELLED_FOR_THEIR_SOUND =
      Set.of(0x14A, 0x14B, 0x18F, 0x254, 0x259, 0x25B, 0x272, 0x283, 0x292);

  private Alphabets() {}

  static Row letter(int c, String compatible) {
    int script = UScript.getScript(compatible.codePointAt(0));
    if (script == UScript.LATIN || script == UScript.COMMON) {
      String mine = Resemblances.latinReading(c);
      String reading =
          mine.isEmpty()
              ? Resemblances.latinReading(UCharacter.toLowerCase(compatible.codePointAt(0)))
              : mine;
      if (!reading.isEmpty()) {
        boolean natural = SPELLED_FOR_THEIR_SOUND.contains(c) || c <= 0x17F;
        return LatinLetters.latin(c, reading, natural ? 0 : Row.FANCY);
      }
    } else if (LOOKALIKE_SCRIPTS.contains(script)) {
      return alphabetLetter(c, compatible);
    }
    return Row.of(Kind.LETTER, 0, ownForm(c)).capital(UCharacter.isUUppercase(c));
  }

  private static Row alphabetLetter(int c, String compatible) {
    int mine = Resemblances.isByHand(c) ? c : compatible.codePointAt(0);
    int partner =
        UCharacter.toLowerCase(mine) == mine
            ? UCharacter.toUpperCase(mine)
            : UCharacter.toLowerCase(mine);
    String reading =
        Resemblances.byShape(UCharacter.toLowerCase(mine), Resemblances.lookalikeReading(mine));
    if (reading.isEmpty()) {
      reading = Resemblances.lookalikeReading(partner); // both cases must stay or go together
    }
    boolean foreign =
        Resemblances.speaks(mine) && Resemblances.speaks(UCharacter.toLowerCase(mine));
    boolean upper = UCharacter.isUUppercase(c);
    if (reading.isEmpty()) {
      return Row.of(Kind.LETTER, 0, ownForm(c)).capital(upper).speakingForItsScript(true);
    }
    int fancy = LatinLetters.disguiseOf(c) & Row.FANCY;
    return new Row(Kind.LOOKALIKE, fancy, reading, ownForm(c), upper, foreign, true);
  }

  static Row fancyLetter(int c, String reading) {
    if (UCharacter.getType(c) == UCharacterCategory.CURRENCY_SYMBOL) {
      return new Row(Kind.SIGN, Row.FANCY, reading, UCharacter.toString(c), true, false, true);
    }
    if (UScript.getScript(c) == UScript.LATIN) {
      return LatinLetters.latin(c, reading, Row.FANCY);
    }
    boolean living = !UNREAD_SCRIPTS.contains(UScript.getScript(c));
    boolean upper = UCharacter.isUUppercase(c);
    return new Row(Kind.LOOKALIKE, Row.FANCY, reading, ownForm(c), upper, living, true);
  }

  static Row hangul(int c) {
    if (MathematicalLetters.isCut(c)) {
      return MathematicalLetters.cut(c);
    }
    int type = UCharacter.getIntPropertyValue(c, UProperty.HANGUL_SYLLABLE_TYPE);
    boolean continues =
        type == UCharacter.HangulSyllableType.VOWEL_JAMO
            || type == UCharacter.HangulSyllableType.TRAILING_JAMO;
    if (continues) {
      return Row.of(Kind.SCRIPT_MARK, Row.MARKED, ""); // without a leading jamo, an ornament
    }
    return UCharacter.isLetter(c)
        ? Row.of(Kind.LETTER, 0, UCharacter.toString(c)).speakingForItsScript(true)
        : Punctuation.symbol(c);
  }

  /** A letter of another script in its own small form. */
  private static String ownForm(int c) {
    String compatible = NFKC.normalize(UCharacter.toString(c));
    boolean phrase = compatible.codePoints().anyMatch(x -> !UCharacter.isLetter(x));
    int[] small =
        (phrase ? UCharacter.toString(c) : compatible)
            .codePoints()
            .map(UCharacter::toLowerCase)
            .toArray();
    return new String(small, 0, small.length);
  }
}

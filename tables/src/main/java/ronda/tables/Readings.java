package ronda.tables;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ronda.tables.Row.Kind;

/**
 * Reads each character as the Unicode consortium's own data says: its category, its decomposition,
 * its name. What a letter resembles is asked of {@link Resemblances}.
 */
final class Readings {
  private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();

  private static final Normalizer2 NFKD = Normalizer2.getNFKDInstance();

  /**
   * Marks that Indonesian languages, and transcriptions of Arabic and Sanskrit, are written with.
   */
  private static final Set<Integer> SPELLING_MARKS =
      Set.of(
          0x300, 0x301, 0x302, 0x303, 0x304, 0x306, 0x307, 0x308, 0x30A, 0x30C, 0x323, 0x327, 0x328,
          0x331);

  /** Apostrophes and primes that transcriptions are written with. */
  private static final Set<Integer> SPELLING_LETTERS =
      Set.of(0x2B9, 0x2BA, 0x2BB, 0x2BC, 0x2BD, 0x2BE, 0x2BF);

  private static final Pattern ENCLOSED =
      Pattern.compile(
          "(?:TORTOISE SHELL BRACKETED|PARENTHESIZED|(?:CROSSED )?(?:NEGATIVE )?"
              + "(?:SQUARED|CIRCLED)(?: ITALIC)?) LATIN (?:CAPITAL|SMALL) LETTER ([A-Z])");

  private static final Pattern ENCLOSED_WORD =
      Pattern.compile("(?:NEGATIVE )?SQUARED ([A-Z]{2,4})(?: WITH EXCLAMATION MARK)?");

  private static final Pattern ENCLOSED_NUMBER =
      Pattern.compile(
          "(?:DINGBAT )?(?:(?:NEGATIVE|DOUBLE) )?(?:CIRCLED|PARENTHESIZED)(?: SANS-SERIF)?"
              + " (?:DIGIT|NUMBER) .*|(?:DIGIT|NUMBER) .* FULL (?:STOP)|DIGIT .* COMMA");

  private Readings() {}

  /** The row of the character {@code c}, outside ASCII. */
  static Row of(int c) {
    int category = UCharacter.getType(c);
    if (UCharacter.hasBinaryProperty(c, UProperty.WHITE_SPACE) || c == 0x2800) {
      return Row.of(Kind.SPACE, 0, " ");
    }
    if (UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
        || category == UCharacterCategory.FORMAT
        || category == UCharacterCategory.CONTROL) {
      boolean harmless = UCharacter.hasBinaryProperty(c, UProperty.VARIATION_SELECTOR) || c == 0xAD;
      return Row.of(Kind.DROPPED, harmless ? 0 : Row.INVISIBLE, "");
    }
    return switch (category) {
      case UCharacterCategory.UNASSIGNED ->
          MathematicalLetters.isCut(c)
              ? MathematicalLetters.cut(c)
              : MathematicalLetters.isHole(c)
                  ? MathematicalLetters.hole(c)
                  : Row.of(Kind.SYMBOL, 0, UCharacter.toString(c));
      case UCharacterCategory.PRIVATE_USE -> Row.of(Kind.SYMBOL, 0, UCharacter.toString(c));
      case UCharacterCategory.NON_SPACING_MARK,
          UCharacterCategory.COMBINING_SPACING_MARK,
          UCharacterCategory.ENCLOSING_MARK ->
          mark(c, category);
      case UCharacterCategory.DECIMAL_DIGIT_NUMBER -> decimalDigit(c);
      default ->
          isAddedLetter(c)
              ? Row.of(Kind.SCRIPT_MARK, SPELLING_LETTERS.contains(c) ? 0 : Row.MARKED, "")
              : letterOrSymbol(c);
    };
  }

  private static Row mark(int c, int category) {
    if (c == 0x20E3) {
      return Row.of(Kind.MARK, Row.FANCY, ""); // the frame of a keycap
    }
    boolean ofNoScript =
        category == UCharacterCategory.ENCLOSING_MARK
            || UCharacter.UnicodeBlock.of(c) == UCharacter.UnicodeBlock.COMBINING_DIACRITICAL_MARKS
            || UCharacter.getName(c).startsWith("COMBINING ")
                && UScript.getScript(c) == UScript.INHERITED;
    int spelling = SPELLING_MARKS.contains(c) ? 0 : Row.MARKED;
    return Row.of(ofNoScript ? Kind.MARK : Kind.SCRIPT_MARK, spelling, "");
  }

  private static Row decimalDigit(int c) {
    boolean fancy = !NFKC.isNormalized(UCharacter.toString(c));
    return Row.of(Kind.DIGIT, fancy ? Row.FANCY : 0, String.valueOf(UCharacter.digit(c, 10)))
        .counted(fancy);
  }

  /**
   * Letters by their category that are only ever added to another one: apostrophes, length marks,
   * the stroke that stretches Arabic words, the voice marks of half-width kana. Between Latin
   * letters they cut a word.
   */
  private static boolean isAddedLetter(int c) {
    String plain = PlainLetters.withoutMarks(NFKD.normalize(UCharacter.toString(c)));
    boolean another = plain.codePointCount(0, plain.length()) == 1 && plain.codePointAt(0) != c;
    boolean spacing = UCharacter.getType(c) == UCharacterCategory.MODIFIER_LETTER;
    return spacing && (c >= 0x02B9 && c <= 0x02DF || c >= 0x02E5 && c <= 0x02FF)
        || c == 0x0640
        || c == 0x30FC
        || c == 0xFF70
        || c == 0xFF9E
        || c == 0xFF9F
        || another && isAddedLetter(plain.codePointAt(0));
  }

  private static Row letterOrSymbol(int c) {
    if (UScript.getScript(c) == UScript.HANGUL) {
      return Alphabets.hangul(c);
    }
    String name = UCharacter.getExtendedName(c);
    if (name.startsWith("REGIONAL INDICATOR SYMBOL LETTER ")) {
      String letter = name.substring(name.length() - 1).toLowerCase(Locale.ROOT);
      return Row.of(Kind.REGIONAL, Row.FANCY, letter).counted(true).capital(true);
    }
    Matcher enclosed = ENCLOSED.matcher(name);
    if (enclosed.matches()) {
      return LatinLetters.latin(c, enclosed.group(1), Row.FANCY);
    }
    Matcher word = ENCLOSED_WORD.matcher(name);
    if (word.matches()) {
      return LatinLetters.latin(c, word.group(1), Row.FANCY);
    }
    if (ENCLOSED_NUMBER.matcher(name).matches() && UCharacter.getNumericValue(c) >= 0) {
      return Row.of(Kind.DIGIT, Row.FANCY, String.valueOf(UCharacter.getNumericValue(c)));
    }
    String compatible = PlainLetters.withoutMarks(NFKD.normalize(UCharacter.toString(c)));
    String fancy = FancyLetters.reading(c, compatible);
    if (!fancy.isEmpty()) {
      return Alphabets.fancyLetter(c, fancy);
    }
    String spelled = Resemblances.byHand(compatible.codePointAt(0), compatible);
    boolean oneLetter = compatible.codePointCount(0, compatible.length()) == 1;
    String reading = oneLetter ? spelled : compatible;
    if (c == 0x2202) {
      return LatinLetters.latin(c, Resemblances.byShape(c, ""), Row.FANCY);
    }
    if (PlainLetters.isPlain(reading) && UScript.getScript(c) != UScript.GREEK && !isTradeMark(c)) {
      return LatinLetters.decomposed(c, reading);
    }
    return UCharacter.isLetter(c) ? Alphabets.letter(c, compatible) : Punctuation.symbol(c);
  }

  private static boolean isTradeMark(int c) {
    return c == 0x2122 || c == 0x2120; // Honda™ is no word "hondatm"
  }
}

package ronda.tables;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ronda.tables.Row.Kind;

/**
 * Reads each character as the Unicode consortium's own data says: its category, its decomposition,
 * its name, and its row among the confusables (UTS 39).
 *
 * <p>The confusables map plain Latin too ({@code m} to {@code rn}, {@code 0} to {@code O}), because
 * they answer "what looks the same?" and not "what was meant?". So only characters outside ASCII
 * are asked about, and a prototype counts only when it is one Latin letter or digit.
 */
final class Readings {
  private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
  private static final Normalizer2 NFD = Normalizer2.getNFDInstance();
  private static final Normalizer2 NFKD = Normalizer2.getNFKDInstance();
  private static final SpoofChecker CONFUSABLES = new SpoofChecker.Builder().build();

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

  /** Letters that neither decompose nor say by their name or prototype what they stand for. */
  private static final Map<Integer, String> BY_HAND =
      Map.ofEntries(
          Map.entry(0x131, "i"), // dotless i; the mathematical one (1D6A4) decomposes to it
          Map.entry(0x237, "j"), // dotless j, likewise 1D6A5
          Map.entry(0xDF, "ss"), // sharp s
          Map.entry(0x1E9E, "ss"),
          Map.entry(0x3B2, "b"), // Greek beta, whose prototype is sharp s
          Map.entry(0x392, "b"),
          Map.entry(0x3F2, "c"), // lunate sigma, which decomposes to sigma
          Map.entry(0x3F9, "c"),
          Map.entry(0x3B7, "n"), // Greek eta, whose prototype is an n with a hook
          Map.entry(0xFE, "p"), // thorn
          Map.entry(0xDE, "p"),
          Map.entry(0xF0, "d"), // eth
          Map.entry(0xD0, "d"),
          Map.entry(0x14A, "n"), // eng
          Map.entry(0x14B, "n"),
          Map.entry(0x138, "k"), // kra
          Map.entry(0x251, "a"), // alpha
          Map.entry(0x259, "e"), // schwa
          Map.entry(0x18F, "e"),
          Map.entry(0x28A, "u"), // upsilon
          Map.entry(0x283, "s"), // esh
          Map.entry(0x292, "z")); // ezh

  /**
   * Letters that nobody takes for Latin ones alone, and that disguised names use for their shape:
   * {@code АЄЯѲ88} is aero88. The consortium lists letters that deceive, so it leaves these out.
   */
  private static final Map<Integer, String> BY_SHAPE =
      Map.ofEntries(
          Map.entry(0x44F, "r"), // ya
          Map.entry(0x454, "e"), // Ukrainian ie
          Map.entry(0x44D, "e"), // e
          Map.entry(0x473, "o"), // fita
          Map.entry(0x43F, "n"), // pe
          Map.entry(0x434, "a"), // de
          Map.entry(0x446, "u"), // tse
          Map.entry(0x448, "w"), // sha
          Map.entry(0x449, "w"), // shcha
          Map.entry(0x44A, "b"), // hard sign
          Map.entry(0x461, "w"), // omega
          Map.entry(0x3C9, "w"), // omega
          Map.entry(0x3BB, "a"), // lambda
          Map.entry(0x3B4, "a"), // delta
          Map.entry(0x3B8, "o"), // theta
          Map.entry(0x3C0, "n"), // pi
          Map.entry(0x3BC, "u"), // mu
          Map.entry(0x3B5, "e"), // epsilon
          Map.entry(0x2202, "d")); // partial differential

  /** Where the mathematical letters begin and end, and how many a style has. */
  private static final int MATHEMATICAL = 0x1D400;

  private static final int MATHEMATICAL_END = 0x1D800;
  private static final int MATHEMATICAL_STYLES_END = 0x1D6A4;

  /** What a writer that cuts characters to 16 bits makes of the mathematical letters: Hangul. */
  private static final int CUT_OFF = 0x10000;

  /** Letters outside ASCII that writers of Latin scripts use for their sound, not for disguise. */
  private static final Set<Integer> SPELLED_FOR_THEIR_SOUND =
      Set.of(0x14A, 0x14B, 0x18F, 0x254, 0x259, 0x25B, 0x272, 0x283, 0x292);

  /**
   * Marks that Indonesian languages, and transcriptions of Arabic and Sanskrit, are written with.
   */
  private static final Set<Integer> SPELLING_MARKS =
      Set.of(
          0x300, 0x301, 0x302, 0x303, 0x304, 0x306, 0x307, 0x308, 0x30A, 0x30C, 0x323, 0x327, 0x328,
          0x331);

  private static final Pattern ENCLOSED =
      Pattern.compile(
          "(?:TORTOISE SHELL BRACKETED|PARENTHESIZED|(?:CROSSED )?(?:NEGATIVE )?"
              + "(?:SQUARED|CIRCLED)(?: ITALIC)?) LATIN (?:CAPITAL|SMALL) LETTER ([A-Z])");
  private static final Pattern ENCLOSED_WORD =
      Pattern.compile("(?:NEGATIVE )?SQUARED ([A-Z]{2,4})(?: WITH EXCLAMATION MARK)?");
  private static final Pattern NAMED_LETTER =
      Pattern.compile(
          "(?:LATIN|MODIFIER)(?: SUBSCRIPT)?(?: (?:CAPITAL|SMALL))? LETTER(?: [A-Z]+)*? ([A-Z])"
              + "(?: WITH .*)?");
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
          isCut(c) ? cut(c) : isHole(c) ? hole(c) : Row.of(Kind.SYMBOL, 0, UCharacter.toString(c));
      case UCharacterCategory.PRIVATE_USE -> Row.of(Kind.SYMBOL, 0, UCharacter.toString(c));
      case UCharacterCategory.NON_SPACING_MARK,
          UCharacterCategory.COMBINING_SPACING_MARK,
          UCharacterCategory.ENCLOSING_MARK ->
          mark(c, category);
      case UCharacterCategory.DECIMAL_DIGIT_NUMBER -> decimalDigit(c);
      default -> letterOrSymbol(c);
    };
  }

  /** The gaps in the mathematical letters, filled by fonts that do not know that they are gaps. */
  private static boolean isHole(int c) {
    return c >= MATHEMATICAL && c < MATHEMATICAL_STYLES_END;
  }

  private static Row hole(int c) {
    int place = (c - MATHEMATICAL) % 52;
    return Row.of(Kind.LATIN, Row.FANCY, Character.toString('a' + place % 26))
        .capital(place < 26)
        .counted(true);
  }

  private static boolean isCut(int c) {
    return c + CUT_OFF >= MATHEMATICAL && c + CUT_OFF < MATHEMATICAL_END;
  }

  /**
   * Hangul that may be a mathematical letter whose top bits some program lost: {@code 퐀퐋퐄퐗퐈퐒17} is
   * alexis17.
   */
  private static Row cut(int c) {
    Row whole = of(c + CUT_OFF);
    boolean readable = whole.kind() == Kind.LATIN || whole.kind() == Kind.DIGIT;
    String own = UCharacter.toString(c);
    return readable
        ? new Row(Kind.LOOKALIKE, Row.FANCY, whole.plain(), own, whole.upper(), false, true)
        : Row.of(Kind.LETTER, 0, own).speakingForItsScript(true);
  }

  private static Row hangul(int c) {
    if (isCut(c)) {
      return cut(c);
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
        : symbol(c);
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

  private static Row letterOrSymbol(int c) {
    if (UScript.getScript(c) == UScript.HANGUL) {
      return hangul(c);
    }
    String name = UCharacter.getExtendedName(c);
    if (name.startsWith("REGIONAL INDICATOR SYMBOL LETTER ")) {
      String letter = name.substring(name.length() - 1).toLowerCase(Locale.ROOT);
      return Row.of(Kind.REGIONAL, Row.FANCY, letter).counted(true).capital(true);
    }
    Matcher enclosed = ENCLOSED.matcher(name);
    if (enclosed.matches()) {
      return latin(c, enclosed.group(1), Row.FANCY);
    }
    Matcher word = ENCLOSED_WORD.matcher(name);
    if (word.matches()) {
      return latin(c, word.group(1), Row.FANCY);
    }
    if (ENCLOSED_NUMBER.matcher(name).matches() && UCharacter.getNumericValue(c) >= 0) {
      return Row.of(Kind.DIGIT, Row.FANCY, String.valueOf(UCharacter.getNumericValue(c)));
    }
    String compatible = withoutMarks(NFKD.normalize(UCharacter.toString(c)));
    String fancy = FancyLetters.reading(c, compatible);
    if (!fancy.isEmpty()) {
      return fancyLetter(c, fancy);
    }
    String spelled = BY_HAND.getOrDefault(compatible.codePointAt(0), compatible);
    boolean oneLetter = compatible.codePointCount(0, compatible.length()) == 1;
    String reading = oneLetter ? spelled : compatible;
    if (c == 0x2202) {
      return latin(c, BY_SHAPE.getOrDefault(c, ""), Row.FANCY);
    }
    if (isPlain(reading) && UScript.getScript(c) != UScript.GREEK && !isTradeMark(c)) {
      return decomposed(c, reading);
    }
    return UCharacter.isLetter(c) ? letter(c, compatible) : symbol(c);
  }

  private static Row fancyLetter(int c, String reading) {
    if (UCharacter.getType(c) == UCharacterCategory.CURRENCY_SYMBOL) {
      return new Row(Kind.SIGN, Row.FANCY, reading, UCharacter.toString(c), true, false, true);
    }
    if (UScript.getScript(c) == UScript.LATIN) {
      return latin(c, reading, Row.FANCY);
    }
    boolean living = !UNREAD_SCRIPTS.contains(UScript.getScript(c));
    boolean upper = UCharacter.isUUppercase(c);
    return new Row(Kind.LOOKALIKE, Row.FANCY, reading, ownForm(c), upper, living, true);
  }

  private static boolean isTradeMark(int c) {
    return c == 0x2122 || c == 0x2120; // Honda™ is no word "hondatm"
  }

  private static Row decomposed(int c, String reading) {
    if (reading.chars().allMatch(Character::isDigit)) {
      return Row.of(Kind.DIGIT, c > 0xFF ? Row.FANCY : 0, reading);
    }
    return latin(c, reading, disguiseOf(c));
  }

  private static int disguiseOf(int c) {
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
            || NFD.normalize(UCharacter.toString(c)).codePoints().skip(1).allMatch(Readings::below);
    return inSpelling ? 0 : Row.MARKED;
  }

  private static boolean below(int mark) {
    return mark == 0x323 || mark == 0x331;
  }

  private static Row latin(int c, String reading, int spelling) {
    boolean upper = UCharacter.isUUppercase(c);
    return Row.of(Kind.LATIN, spelling, reading.toLowerCase(Locale.ROOT))
        .capital(upper)
        .counted(spelling != 0);
  }

  private static Row letter(int c, String compatible) {
    int script = UScript.getScript(compatible.codePointAt(0));
    if (script == UScript.LATIN || script == UScript.COMMON) {
      String mine = latinReading(c);
      String reading =
          mine.isEmpty() ? latinReading(UCharacter.toLowerCase(compatible.codePointAt(0))) : mine;
      if (!reading.isEmpty()) {
        boolean natural = SPELLED_FOR_THEIR_SOUND.contains(c) || c <= 0x17F;
        return latin(c, reading, natural ? 0 : Row.FANCY);
      }
    } else if (LOOKALIKE_SCRIPTS.contains(script)) {
      return alphabetLetter(c, compatible);
    }
    return Row.of(Kind.LETTER, 0, ownForm(c)).capital(UCharacter.isUUppercase(c));
  }

  /** What a Latin-script letter stands for, or an empty string. */
  private static String latinReading(int c) {
    if (BY_HAND.containsKey(c)) {
      return BY_HAND.get(c);
    }
    String prototype = prototype(c);
    if (prototype.equals("ae") || prototype.equals("oe")) {
      return prototype;
    }
    Matcher named = NAMED_LETTER.matcher(UCharacter.getExtendedName(c));
    return named.matches() ? named.group(1).toLowerCase(Locale.ROOT) : single(c, prototype);
  }

  private static Row alphabetLetter(int c, String compatible) {
    int mine = BY_HAND.containsKey(c) ? c : compatible.codePointAt(0);
    int partner =
        UCharacter.toLowerCase(mine) == mine
            ? UCharacter.toUpperCase(mine)
            : UCharacter.toLowerCase(mine);
    String reading = BY_SHAPE.getOrDefault(UCharacter.toLowerCase(mine), lookalikeReading(mine));
    if (reading.isEmpty()) {
      reading = lookalikeReading(partner); // both cases must stay or go together
    }
    boolean foreign = speaks(mine) && speaks(UCharacter.toLowerCase(mine));
    boolean upper = UCharacter.isUUppercase(c);
    if (reading.isEmpty()) {
      return Row.of(Kind.LETTER, 0, ownForm(c)).capital(upper).speakingForItsScript(true);
    }
    int fancy = disguiseOf(c) & Row.FANCY;
    return new Row(Kind.LOOKALIKE, fancy, reading, ownForm(c), upper, foreign, true);
  }

  /**
   * Whether the letter's prototype is no plain letter, so that it can only be of its own script.
   */
  private static boolean speaks(int c) {
    return !BY_HAND.containsKey(c) && single(c, prototype(c)).isEmpty();
  }

  private static String lookalikeReading(int c) {
    if (BY_HAND.containsKey(c)) {
      return BY_HAND.get(c);
    }
    String prototype = prototype(c);
    String plain = single(c, prototype);
    boolean oneLetter = prototype.codePointCount(0, prototype.length()) == 1;
    if (!plain.isEmpty() || !oneLetter || prototype.codePointAt(0) == c) {
      return plain;
    }
    // Cyrillic te is listed as looking like a small capital T, and that is a T.
    int other = prototype.codePointAt(0);
    return UScript.getScript(other) == UScript.LATIN ? latinReading(other) : "";
  }

  /** A prototype as one plain letter or digit, or an empty string. */
  private static String single(int c, String prototype) {
    if (prototype.equals("rn")) {
      return "m"; // the consortium's prototype of m itself
    }
    if (prototype.length() != 1 || !isPlain(prototype)) {
      return "";
    }
    // The consortium has one prototype for l, I, 1 and |, in small l.
    boolean capitalI = prototype.equals("l") && UCharacter.isUUppercase(c) && c != 0x4C0;
    return capitalI ? "i" : prototype;
  }

  private static String prototype(int c) {
    String prototype = withoutMarks(CONFUSABLES.getSkeleton(UCharacter.toString(c)));
    return prototype.equals("O") && UCharacter.isDigit(c)
        ? "0"
        : prototype.toLowerCase(Locale.ROOT);
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

  private static Row symbol(int c) {
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
    return switch (UCharacter.getType(c)) {
      case UCharacterCategory.DASH_PUNCTUATION -> "-";
      case UCharacterCategory.INITIAL_PUNCTUATION, UCharacterCategory.FINAL_PUNCTUATION ->
          name.contains("QUOTATION") ? (name.contains("DOUBLE") ? "\"" : "'") : itself;
      case UCharacterCategory.OTHER_PUNCTUATION,
          UCharacterCategory.START_PUNCTUATION,
          UCharacterCategory.END_PUNCTUATION,
          UCharacterCategory.MATH_SYMBOL -> {
        String prototype = CONFUSABLES.getSkeleton(itself);
        yield prototype.length() == 1 && isAsciiSign(prototype) ? prototype : itself;
      }
      default -> itself;
    };
  }

  private static boolean isAsciiSign(String text) {
    return text.length() <= 3
        && text.chars().allMatch(x -> x > ' ' && x < 0x7F && !Character.isLetterOrDigit(x));
  }

  private static boolean isPlain(String text) {
    return !text.isEmpty()
        && text.length() <= 8
        && text.chars().allMatch(x -> x < 0x80 && Character.isLetterOrDigit(x));
  }

  private static String withoutMarks(String text) {
    int[] rest =
        NFD.normalize(text)
            .codePoints()
            .filter(x -> (1 << UCharacter.getType(x) & MARKS) == 0)
            .toArray();
    return rest.length == 0 ? text : new String(rest, 0, rest.length);
  }

  private static final int MARKS =
      1 << UCharacterCategory.NON_SPACING_MARK
          | 1 << UCharacterCategory.COMBINING_SPACING_MARK
          | 1 << UCharacterCategory.ENCLOSING_MARK;
}

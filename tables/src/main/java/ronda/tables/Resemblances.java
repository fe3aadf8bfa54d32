package ronda.tables;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.SpoofChecker;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which Latin letter or digit a letter looks like, by its row among the confusables (UTS 39), by
 * its name, or by hand.
 *
 * <p>The confusables map plain Latin too ({@code m} to {@code rn}, {@code 0} to {@code O}), because
 * they answer "what looks the same?" and not "what was meant?". So only characters outside ASCII
 * are asked about, and a prototype counts only when it is one Latin letter or digit.
 */
final class Resemblances {
  private static final SpoofChecker CONFUSABLES = new SpoofChecker.Builder().build();

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

  private static final Pattern NAMED_LETTER =
      Pattern.compile(
          "(?:LATIN|MODIFIER)(?: SUBSCRIPT)?(?: (?:CAPITAL|SMALL))? LETTER(?: [A-Z]+)*? ([A-Z])"
              + "(?: WITH .*)?");

  private Resemblances() {}

  /** What our own list says that {@code c} stands for, or {@code otherwise}. */
  static String byHand(int c, String otherwise) {
    return BY_HAND.getOrDefault(c, otherwise);
  }

  static boolean isByHand(int c) {
    return BY_HAND.containsKey(c);
  }

  /** The letter whose shape a disguise takes {@code c} for, or {@code otherwise}. */
  static String byShape(int c, String otherwise) {
    return BY_SHAPE.getOrDefault(c, otherwise);
  }

  /** What the consortium takes all texts for that look like {@code text}. */
  static String skeleton(String text) {
    return CONFUSABLES.getSkeleton(text);
  }

  /** What a Latin-script letter stands for, or an empty string. */
  static String latinReading(int c) {
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

  static String lookalikeReading(int c) {
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

  /**
   * Whether the letter's prototype is no plain letter, so that it can only be of its own script.
   */
  static boolean speaks(int c) {
    return !BY_HAND.containsKey(c) && single(c, prototype(c)).isEmpty();
  }

  /** A prototype as one plain letter or digit, or an empty string. */
  private static String single(int c, String prototype) {
    if (prototype.equals("rn")) {
      return "m"; // the consortium's prototype of m itself
    }
    if (prototype.length() != 1 || !PlainLetters.isPlain(prototype)) {
      return "";
    }
    // The consortium has one prototype for l, I, 1 and |, in small l.
    boolean capitalI = prototype.equals("l") && UCharacter.isUUppercase(c) && c != 0x4C0;
    return capitalI ? "i" : prototype;
  }

  private static String prototype(int c) {
    String prototype = PlainLetters.withoutMarks(skeleton(UCharacter.toString(c)));
    return prototype.equals("O") && UCharacter.isDigit(c)
        ? "0"
        : prototype.toLowerCase(Locale.ROOT);
  }
}

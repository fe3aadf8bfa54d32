package ronda.identify.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Takes digits and signs for the letters they stand for (leetspeak): {@code g4c0r} is {@code
 * gacor}.
 *
 * <p>Only where letters stand on both sides: a global swap would turn suhu328 into suhue28. The
 * digits at a word's end are left alone, and so is 2, which in Indonesian says that a word is
 * doubled ({@code teman2nya}).
 */
final class SwappedLetters {
  private static final int LONGEST = 48;
  private static final int FEWEST_LETTERS = 3;

  /** Positions with two readings that are tried both ways; the rest takes the first. */
  private static final int MOST_AMBIGUOUS = 2;

  /** What may follow a real digit inside a word: units, and endings that Indonesian sticks on. */
  private static final Set<String> AFTER_A_NUMBER =
      Set.of(
          "rb", "rbu", "ribu", "jt", "juta", "k", "kg", "gr", "cm", "mm", "km", "ml", "th", "thn",
          "hr", "hari", "jam", "am", "pm", "gb", "mb", "tb", "x", "d", "an", "nya", "lah", "kah",
          "ku", "mu", "kali", "orang", "org", "yg", "st", "nd", "rd");

  private SwappedLetters() {}

  /** Whether the byte may stand for a letter. */
  static boolean isSign(int c) {
    return c == '@' || c == '$' || c == '!' || c == '|';
  }

  /** The readings with letters in place of swapped digits and signs; at most four. */
  static List<String> readings(String written) {
    if (written.length() > LONGEST) {
      return List.of();
    }
    int letters = 0;
    var swapped = new ArrayList<Integer>();
    for (int at = 0; at < written.length(); at++) {
      letters += Characters.isLetter(written.charAt(at)) ? 1 : 0;
      if (isSwapped(written, at)) {
        swapped.add(at);
      }
    }
    if (swapped.isEmpty() || letters < FEWEST_LETTERS || swapped.size() > letters) {
      return List.of();
    }
    var readings = new ArrayList<String>();
    read(written.toCharArray(), swapped, 0, 0, readings);
    return readings;
  }

  private static void read(
      char[] letters, List<Integer> swapped, int next, int ambiguous, List<String> readings) {
    if (next == swapped.size()) {
      readings.add(new String(letters));
      return;
    }
    int at = swapped.get(next);
    char written = letters[at];
    String choices = lettersFor(written);
    boolean both = choices.length() > 1 && ambiguous < MOST_AMBIGUOUS;
    for (int choice = 0; choice < (both ? choices.length() : 1); choice++) {
      letters[at] = choices.charAt(choice);
      read(letters, swapped, next + 1, ambiguous + (both ? 1 : 0), readings);
    }
    letters[at] = written;
  }

  private static boolean isSwapped(String written, int at) {
    char c = written.charAt(at);
    if (lettersFor(c).isEmpty()) {
      return false;
    }
    int from = at;
    int to = at + 1;
    while (from > 0 && written.charAt(from - 1) == c) {
      from--;
    }
    while (to < written.length() && written.charAt(to) == c) {
      to++;
    }
    boolean between =
        from > 0
            && to < written.length()
            && Characters.isLetter(written.charAt(from - 1))
            && Characters.isLetter(written.charAt(to));
    if (!between || to - from > 2) {
      return false;
    }
    if (isSign(c)) {
      // "ayo!main" is two words: a sign for a vowel stands between consonants.
      return c == '$'
          || Characters.isConsonant(written.charAt(from - 1))
              && Characters.isConsonant(written.charAt(to));
    }
    return !isNumber(written, from, to);
  }

  private static boolean isNumber(String written, int from, int to) {
    if (from == 2 && written.startsWith("rp")) {
      return true;
    }
    int end = to;
    while (end < written.length() && Characters.isLetter(written.charAt(end))) {
      end++;
    }
    return AFTER_A_NUMBER.contains(written.substring(to, end));
  }

  private static String lettersFor(char c) {
    return switch (c) {
      case '0' -> "o";
      case '1' -> "il";
      case '3' -> "e";
      case '4', '@' -> "a";
      case '5', '$' -> "s";
      case '6' -> "gb";
      case '7' -> "t";
      case '8' -> "b";
      case '9' -> "g";
      case '!' -> "i";
      case '|' -> "li";
      default -> "";
    };
  }
}

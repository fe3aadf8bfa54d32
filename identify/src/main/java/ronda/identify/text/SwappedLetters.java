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

  /** Digits that stand for letters which are doubled in words; jet88bet has a number inside. */
  private static final String DOUBLED = "034";

  private static final int FEWEST_LETTERS = 3;

  /** Before a number of two digits or more, as names have it: d4x69. */
  private static final int FEWEST_BEFORE_A_NUMBER = 2;

  /** Positions with two readings that are tried both ways; the rest takes the first. */
  private static final int MOST_AMBIGUOUS = 2;

  /** What may follow a real digit inside a word: units, and endings that Indonesian sticks on. */
  private static final Set<String> AFTER_A_NUMBER =
      Set.of(
          "rb", "rbu", "ribu", "jt", "juta", "k", "kg", "gr", "cm", "mm", "km", "ml", "th", "thn",
          "hr", "hari", "jam", "am", "pm", "gb", "mb", "tb", "x", "d", "an", "nya", "lah", "kah",
          "ku", "mu", "kali", "orang", "org", "yg", "st", "nd", "rd");

  private SwappedLetters() {}

  /** Whether a byte of a plain text may begin a sign that {@link #isSign}. */
  static boolean mayBeginSign(byte first) {
    return first < 0 | first == '@' | first == '$' | first == '!' | first == '|';
  }

  /** Whether the character is a sign that may stand for a letter. */
  static boolean isSign(int c) {
    return c < 0x10000 && !Characters.isDigit(c) && !lettersFor((char) c).isEmpty();
  }

  /** The readings with letters in place of swapped digits and signs; at most eight. */
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
    int fewest = endsInNumber(written) ? FEWEST_BEFORE_A_NUMBER : FEWEST_LETTERS;
    boolean lottery = isLotteryEnd(written, written.length() - 2);
    if (swapped.isEmpty()
        || letters < fewest
        || digitsBeforeEnd(written) - (lottery ? 1 : 0) >= letters) {
      return List.of();
    }
    var readings = new ArrayList<String>();
    read(written.toCharArray(), swapped, 0, 0, readings);
    if (lottery) {
      addWithoutLottery(readings);
    }
    return readings;
  }

  /** Where letters were swapped already, the last "4d" may be no lottery's: an7irungk4d. */
  private static void addWithoutLottery(List<String> readings) {
    for (String reading : List.copyOf(readings)) {
      readings.add(reading.substring(0, reading.length() - 2) + "ad");
    }
  }

  private static boolean endsInNumber(String written) {
    int end = written.length();
    return end > 2
        && Characters.isDigit(written.charAt(end - 1))
        && Characters.isDigit(written.charAt(end - 2));
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
    if (isLotteryEnd(written, to - 1)) {
      to--; // of tog44d only the first 4 is a letter
      if (at == to) {
        return false;
      }
    }
    boolean between =
        from > 0
            && to < written.length()
            && Characters.isLetter(written.charAt(from - 1))
            && (Characters.isLetter(written.charAt(to)) || isLotteryEnd(written, to));
    int most = DOUBLED.indexOf(c) < 0 ? 1 : 2;
    if (!between || to - from > most) {
      return false;
    }
    return isSign(c) ? isInWord(written, from, to) : !isNumber(written, from, to);
  }

  /**
   * "ayo!main" and "halo@budi" are two words: a sign for a vowel follows a consonant, and stands
   * near the word's begin or end. Close to the end one consonant beside it is enough: rup!ah.
   */
  private static boolean isInWord(String written, int from, int to) {
    char c = written.charAt(from);
    int end = written.length();
    while (end > to && Characters.isDigit(written.charAt(end - 1))) {
      end--; // a name's number is not its length
    }
    int beside = Math.min(from, end - to);
    boolean afterConsonant = Characters.isConsonant(written.charAt(from - 1));
    if (c == '!' || c == '|') {
      boolean beforeConsonant =
          Characters.isConsonant(written.charAt(to)) || isLotteryEnd(written, to);
      boolean closeToEnd = end - to <= 2;
      return beside <= 4 && afterConsonant && beforeConsonant
          || closeToEnd && (afterConsonant || beforeConsonant);
    }
    return beside <= 4 && (c != '@' || afterConsonant || beside <= 2)
        || beside <= 7 && c == '@' && afterConsonant;
  }

  /** The "4d" that names of lotteries end in: dibe74d is dibet4d. */
  private static boolean isLotteryEnd(String written, int at) {
    return at == written.length() - 2
        && Characters.isDigit(written.charAt(at))
        && written.charAt(at + 1) == 'd';
  }

  /** Digits beyond those at the end; with as many as letters it is a code, and no word. */
  private static int digitsBeforeEnd(String written) {
    int end = written.length();
    while (end > 0 && Characters.isDigit(written.charAt(end - 1))) {
      end--;
    }
    return (int) written.substring(0, end).chars().filter(Characters::isDigit).count();
  }

  private static boolean isNumber(String written, int from, int to) {
    if (from == 2 && written.startsWith("rp")) {
      return true;
    }
    int end = to;
    while (end < written.length() && Characters.isLetter(written.charAt(end))) {
      end++;
    }
    if (end == to + 1 && written.charAt(to) == 'd' && end >= written.length() - 1) {
      return digitsOnly(written, end); // mbak4d2
    }
    if (to - from == 1 && written.charAt(from) == '0') {
      return false; // nobody counts none: bambul0an
    }
    return end == written.length() && AFTER_A_NUMBER.contains(written.substring(to, end));
  }

  private static boolean digitsOnly(String written, int from) {
    return written.substring(from).chars().allMatch(Characters::isDigit);
  }

  /** The letters that a digit or sign may stand for; empty where it stands for none. */
  static String lettersFor(char c) {
    return switch (c) {
      case '0' -> "o";
      case '1' -> "il";
      case '3' -> "e";
      case '4', '@' -> "a";
      case '5', '$' -> "s";
      case '€' -> "e";
      case '¢' -> "c";
      case '○', '◯', '●' -> "o";
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

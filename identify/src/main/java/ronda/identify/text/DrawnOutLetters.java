package ronda.identify.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Draws in drawn-out letters: {@code gacoooorrr} is {@code gacor}, and so is {@code ggaaccoorr}.
 */
final class DrawnOutLetters {
  /**
   * From how many equal letters on they are taken for drawn out. Twice is spelling: maaf, Google.
   */
  private static final int DRAWN_OUT = 3;

  /** How many drawn-out letters of a word are read both ways. */
  private static final int MOST_DOUBLED = 2;

  private static final int FEWEST_LETTERS = 3;

  private DrawnOutLetters() {}

  /** The likely readings, at most five; none if no letter is drawn out. Digits are left alone. */
  static List<String> readings(String letters) {
    boolean inPairs = inPairs(letters);
    if (!inPairs && !isAnyDrawnOut(letters)) {
      return List.of();
    }
    String half = inPairs ? halved(letters) : letters;
    String single = drawnIn(letters, 0);
    var readings = new ArrayList<String>();
    if (half.length() < letters.length() && saysSomething(half)) {
      readings.add(half);
    }
    if (single.length() == letters.length() || !saysSomething(single)) {
      return readings;
    }
    if (!readings.contains(single)) {
      readings.add(single);
    }
    for (int doubled = 1; doubled < 1 << MOST_DOUBLED; doubled++) {
      String reading = drawnIn(letters, doubled);
      if (!readings.contains(reading)) {
        readings.add(reading);
      }
    }
    return readings;
  }

  /** Not so hmmm, aaa and 0812xxxx, nor the Roman numeral XVIII. */
  private static boolean saysSomething(String letters) {
    int kinds = 0; // a bit for each letter of the alphabet
    int count = 0;
    boolean roman = true;
    for (int at = 0; at < letters.length(); at++) {
      char c = letters.charAt(at);
      if (Characters.isLetter(c)) {
        kinds |= 1 << c - 'a';
        count++;
      }
      roman &= c == 'x' || c == 'v' || c == 'i';
    }
    return count >= FEWEST_LETTERS && Integer.bitCount(kinds) >= 2 && !roman;
  }

  /** Whether each letter stands twice, as no word has it; digits may stand as they like. */
  private static boolean inPairs(String letters) {
    for (int at = 0; at < letters.length(); ) {
      int end = endOfRun(letters, at);
      if ((end - at) % 2 != 0 && !Characters.isDigit(letters.charAt(at))) {
        return false;
      }
      at = end;
    }
    return true;
  }

  private static String halved(String letters) {
    var text = new StringBuilder();
    for (int at = 0; at < letters.length(); ) {
      int end = endOfRun(letters, at);
      boolean digits = Characters.isDigit(letters.charAt(at));
      text.append(letters, at, digits ? end : at + (end - at) / 2);
      at = end;
    }
    return text.toString();
  }

  /** With bit n of {@code doubled} set, the n-th drawn-out letter may stay twice. */
  private static String drawnIn(String letters, int doubled) {
    var text = new StringBuilder();
    int run = 0;
    for (int at = 0; at < letters.length(); ) {
      int end = endOfRun(letters, at);
      int keep = end - at;
      if (isDrawnOut(letters, at, end)) {
        boolean twice = (doubled >> run & 1) != 0 && mayBeDouble(letters, end);
        keep = twice ? 2 : 1;
        run++;
      }
      text.append(letters, at, at + keep);
      at = end;
    }
    return text.toString();
  }

  /**
   * No Indonesian word ends in a double letter; some names and English words do: qq, free, full.
   */
  private static boolean mayBeDouble(String letters, int endOfRun) {
    char last = letters.charAt(endOfRun - 1);
    return endOfRun < letters.length() || "eolq".indexOf(last) >= 0;
  }

  private static boolean isAnyDrawnOut(String letters) {
    for (int at = 0; at < letters.length(); ) {
      int end = endOfRun(letters, at);
      if (isDrawnOut(letters, at, end)) {
        return true;
      }
      at = end;
    }
    return false;
  }

  private static boolean isDrawnOut(String letters, int from, int to) {
    return to - from >= DRAWN_OUT && Characters.isLetter(letters.charAt(from));
  }

  private static int endOfRun(String letters, int from) {
    int to = from + 1;
    while (to < letters.length() && letters.charAt(to) == letters.charAt(from)) {
      to++;
    }
    return to;
  }
}

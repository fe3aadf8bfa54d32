package ronda.identify.text;

import java.util.List;

/** Draws in drawn-out letters: {@code gacoooorrr} is {@code gacor}. */
final class DrawnOutLetters {
  /**
   * From how many equal letters on they are taken for drawn out. Twice is spelling: maaf, Google.
   */
  private static final int DRAWN_OUT = 3;

  private static final int SHORTEST = 3;

  private DrawnOutLetters() {}

  /** The likely readings, at most two; none if no letter is drawn out. Digits are left alone. */
  static List<String> readings(String letters) {
    int runs = 0;
    int endOfLast = 0;
    for (int at = 0; at < letters.length(); ) {
      int end = endOfRun(letters, at);
      if (isDrawnOut(letters, at, end)) {
        runs++;
        endOfLast = end;
      }
      at = end;
    }
    if (runs == 0) {
      return List.of();
    }
    String single = drawnIn(letters, 1);
    if (single.length() < SHORTEST || single.chars().distinct().count() < 2) {
      return List.of(); // hmmm, aaa, wooo: nothing to find
    }
    // No Indonesian word ends in a double letter; some English ones do: free, igloo.
    char last = letters.charAt(endOfLast - 1);
    boolean mayBeDouble = runs == 1 && (endOfLast < letters.length() || last == 'e' || last == 'o');
    return mayBeDouble ? List.of(single, drawnIn(letters, 2)) : List.of(single);
  }

  private static String drawnIn(String letters, int keep) {
    var text = new StringBuilder();
    for (int at = 0; at < letters.length(); ) {
      int end = endOfRun(letters, at);
      text.append(letters, at, isDrawnOut(letters, at, end) ? at + keep : end);
      at = end;
    }
    return text.toString();
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

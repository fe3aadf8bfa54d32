package ronda.policies.cel;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** How far two words are apart, for "did you mean". */
final class Spelling {
  private static final int LONGEST = 100;

  private Spelling() {}

  /** The word that {@code typed} was most likely meant to be; empty if none is near. */
  static Optional<String> closest(String typed, Collection<String> known) {
    // Whoever types a book instead of a word is not asked whether he meant another.
    if (typed.length() > LONGEST) {
      return Optional.empty();
    }
    int bearable = 1 + typed.length() / 4;
    return known.stream()
        .min(Comparator.comparingInt(word -> edits(typed, word)))
        .filter(word -> edits(typed, word) <= bearable);
  }

  /**
   * The insertions, deletions, substitutions and swaps of neighbours that lead from one to the
   * other.
   */
  static int edits(String one, String other) {
    int[] beforeLast = new int[other.length() + 1];
    int[] last = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[other.length() + 1];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(last[j - 1] + change, 1 + Math.min(last[j], row[j - 1]));
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return last[other.length()];
  }
}

package ronda.identify.lexicon;

import java.util.Arrays;
import java.util.List;
import ronda.identify.post.Category;
import ronda.identify.post.Stance;

/** Reads the fixed names of a lexicon file, and suggests the nearest where one is unknown. */
final class Names {
  private Names() {}

  static Category category(String code) {
    return Category.ofCode(code)
        .orElseThrow(
            () ->
                unknown(
                    "category",
                    code,
                    Arrays.stream(Category.values()).map(Category::code).toList()));
  }

  static Stance stance(String code) {
    for (Stance stance : Stance.values()) {
      if (stance.code().equals(code)) {
        return stance;
      }
    }
    throw unknown("stance", code, Arrays.stream(Stance.values()).map(Stance::code).toList());
  }

  static Boundary boundary(String code) {
    return Boundary.ofCode(code)
        .orElseThrow(
            () ->
                unknown(
                    "boundary",
                    code,
                    Arrays.stream(Boundary.values()).map(Boundary::code).toList()));
  }

  static IllegalArgumentException unknown(String what, String name, List<String> known) {
    String nearest = known.getFirst();
    for (String each : known) {
      if (edits(name, each) < edits(name, nearest)) {
        nearest = each;
      }
    }
    String hint =
        edits(name, nearest) <= Math.max(2, nearest.length() / 3)
            ? "did you mean \"" + nearest + "\"?"
            : "known are " + String.join(", ", known);
    return new IllegalArgumentException("unknown " + what + " \"" + name + "\"; " + hint);
  }

  /** How many letters must be changed, added or dropped to turn one name into the other. */
  private static int edits(String a, String b) {
    int[] row = new int[b.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}

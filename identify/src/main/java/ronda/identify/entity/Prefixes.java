package ronda.identify.entity;

/**
 * A quick test whether one of a few beginnings of words stands somewhere. It may say yes for
 * another beginning that falls into the same slot; it never says no for a listed one.
 */
final class Prefixes {
  private final boolean[] slots = new boolean[32 * 32 * 32];

  private Prefixes() {}

  /** Beginnings of one or three bytes; one byte means that byte and any two after it. */
  static Prefixes of(String... beginnings) {
    Prefixes prefixes = new Prefixes();
    for (String beginning : beginnings) {
      if (beginning.length() == 3) {
        prefixes.slots[slot(beginning.charAt(0), beginning.charAt(1), beginning.charAt(2))] = true;
      } else if (beginning.length() == 1) {
        int first = slot(beginning.charAt(0), 0, 0);
        for (int rest = 0; rest < 32 * 32; rest++) {
          prefixes.slots[first + rest] = true;
        }
      } else {
        throw new IllegalArgumentException("one or three bytes, was \"" + beginning + "\"");
      }
    }
    return prefixes;
  }

  /** Whether a listed beginning, or one of its slot, stands at {@code at}. */
  boolean begin(byte[] bytes, int at, int length) {
    return at + 2 < length && slots[slot(bytes[at], bytes[at + 1], bytes[at + 2])];
  }

  private static int slot(int first, int second, int third) {
    return (first & 31) << 10 | (second & 31) << 5 | (third & 31);
  }
}

package ronda.identify.entity;

/**
 * A quick test whether one of a few beginnings of words stands somewhere. It may say yes for
 * another beginning that falls into the same slot; it never says no for a listed one.
 */
final class Prefixes {
  /** One bit for each slot: 4 KB, which stays in the nearest cache. */
  private final long[] slots = new long[32 * 32 * 32 / Long.SIZE];

  private Prefixes() {}

  /** Beginnings of three bytes each. */
  static Prefixes of(String... beginnings) {
    Prefixes prefixes = new Prefixes();
    for (String beginning : beginnings) {
      if (beginning.length() != 3) {
        throw new IllegalArgumentException(
            "a beginning must have three bytes, was \"" + beginning + '"');
      }
      int slot = slot(beginning.charAt(0), beginning.charAt(1), beginning.charAt(2));
      prefixes.slots[slot >> 6] |= 1L << slot;
    }
    return prefixes;
  }

  /** Whether a listed beginning, or one of its slot, stands at {@code at}. */
  boolean begin(byte[] bytes, int at, int length) {
    if (at + 2 >= length) {
      return false;
    }
    int slot = slot(bytes[at], bytes[at + 1], bytes[at + 2]);
    return (slots[slot >> 6] >>> slot & 1) != 0;
  }

  private static int slot(int first, int second, int third) {
    return (first & 31) << 10 | (second & 31) << 5 | (third & 31);
  }
}

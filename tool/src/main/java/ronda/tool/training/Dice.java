package ronda.tool.training;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A stream of random choices that is the same on every machine and in every Java version, so that a
 * recipe always makes the same posts. The generator is SplitMix64 (Steele, Lea and Flood, 2014),
 * written out here because the library's own may change between releases.
 */
final class Dice {
  private long state;

  private Dice(long state) {
    this.state = state;
  }

  /** The stream that belongs to a seed and a purpose; other purposes get unrelated streams. */
  static Dice of(long seed, String purpose) {
    // FNV-1a: String.hashCode has only 32 bits and would let two purposes share a stream.
    long hash = 0xcbf29ce484222325L;
    for (byte b : purpose.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
    }
    return new Dice(seed ^ hash);
  }

  private long next() {
    state += 0x9e3779b97f4a7c15L;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** A number from 0 up to, not including, {@code bound}. */
  int below(int bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("a die needs at least one side, had " + bound);
    }
    return (int) Math.unsignedMultiplyHigh(next(), bound);
  }

  /** A number from {@code first} to {@code last}, both included. */
  int between(int first, int last) {
    return first + below(last - first + 1);
  }

  /** True with this chance, 0 to 1. */
  boolean chance(double chance) {
    return (next() >>> 11) * 0x1.0p-53 < chance;
  }

  /** One of the things, each as likely as the others. */
  <T> T oneOf(List<T> things) {
    return things.get(below(things.size()));
  }

  /** One character of {@code letters}, which must lie in the Basic Multilingual Plane. */
  char letterOf(String letters) {
    return letters.charAt(below(letters.length()));
  }
}

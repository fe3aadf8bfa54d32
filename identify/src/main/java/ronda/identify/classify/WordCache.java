package ronda.identify.classify;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what tokens add up to. By Zipf's law nearly every word of a post has been seen shortly
 * before, and a thousand feature look-ups become forty.
 *
 * <p>Shared by all threads without locks: a slot is read and written plainly, and whoever loses a
 * race computes the same sums again. What it answers never depends on what it remembers; only speed
 * does. Bounded: a newcomer takes its slot's place.
 */
final class WordCache {
  /** Longer tokens are rare, and are computed each time. */
  static final int LONGEST = 16;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final @Nullable Remembered[] slots;
  private final int shift;

  WordCache(int slotBits) {
    slots = new Remembered[1 << slotBits];
    shift = 64 - slotBits;
  }

  /** What is remembered of a token, computed now if nothing is. */
  Remembered recall(byte[] bytes, int from, int to, int spelling, Lookup lookup) {
    int length = to - from;
    if (length > LONGEST) {
      return lookup.compute(bytes, from, to, spelling, 0, 0, 0);
    }
    long low = word(bytes, from, Math.min(length, 8));
    long high = length > 8 ? word(bytes, from + 8, length - 8) : 0;
    long kind = (long) spelling << 8 | length;
    int slot = (int) (hash(low, high, kind) >>> shift);
    Remembered known = slots[slot];
    if (known != null && known.is(low, high, kind)) {
      return known;
    }
    Remembered neighbour = slots[slot ^ 1];
    if (neighbour != null && neighbour.is(low, high, kind)) {
      return neighbour;
    }
    Remembered computed = lookup.compute(bytes, from, to, spelling, low, high, kind);
    // The newcomer takes the first place and what stood there the second, so that of two words
    // that share a slot the one seen last stays.
    slots[slot ^ 1] = known;
    slots[slot] = computed;
    return computed;
  }

  private static long hash(long low, long high, long kind) {
    long h = (low ^ kind * 0x9E3779B97F4A7C15L) * 0xFF51AFD7ED558CCDL;
    h ^= h >>> 32;
    h = (h ^ high) * 0xC4CEB9FE1A85EC53L;
    return h ^ (h << 31);
  }

  /** Up to eight bytes as one number, little end first. */
  private static long word(byte[] bytes, int from, int length) {
    if (from + 8 <= bytes.length) {
      return (long) LONGS.get(bytes, from) & (-1L >>> (64 - 8 * length));
    }
    long word = 0;
    for (int i = 0; i < length; i++) {
      word |= (bytes[from + i] & 0xFFL) << (8 * i);
    }
    return word;
  }

  /** Computes what is not remembered. */
  interface Lookup {
    Remembered compute(
        byte[] bytes, int from, int to, int spelling, long low, long high, long kind);
  }
}

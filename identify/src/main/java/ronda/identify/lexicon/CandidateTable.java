package ronda.identify.lexicon;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * From eight bytes to the pieces that may stand where they stand: a bitmap that turns nearly every
 * question away, and a hash table behind it.
 *
 * <p>A key sets two bits of one 64-bit word, so that one memory access answers with few false yeses
 * (Putze, Sanders and Singler, "Cache-, hash- and space-efficient Bloom filters", 2007).
 */
final class CandidateTable {
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final long[] bitmap;
  private final int bitmapShift;

  /**
   * Two longs a slot, so that one look into memory fetches both: the key, and its candidates, the
   * first in the high half and one past the last in the low half; 0 where the slot is free.
   */
  private final long[] slots;

  private final int slotShift;

  /** Two ints a candidate. */
  private final int[] candidates;

  private final int mostCandidates;

  private CandidateTable(Collected collected) {
    int size = collected.byKey.size();
    int bits = 32 - Integer.numberOfLeadingZeros(Math.max(1, size));
    // At most two keys to a word of the bitmap; a quarter of a megabyte where there are very many.
    int bitmapBits = Math.clamp(bits - 1, 6, 15);
    bitmap = new long[1 << bitmapBits];
    bitmapShift = 64 - bitmapBits;
    slots = new long[4 << bits];
    slotShift = 63 - bits;
    candidates = new int[2 * collected.candidates];
    int next = 0;
    for (Map.Entry<Long, int[]> entry : collected.byKey.entrySet()) {
      int[] of = entry.getValue();
      System.arraycopy(of, 0, candidates, next, of.length);
      put(entry.getKey(), next, next + of.length);
      next += of.length;
    }
    mostCandidates = collected.most;
  }

  /** The most candidates that one key has. */
  int mostCandidates() {
    return mostCandidates;
  }

  /** False where no piece has this key; true where one may. */
  boolean mayHold(long key) {
    long hash = key * SPREAD;
    long word = bitmap[(int) (hash >>> bitmapShift) & (bitmap.length - 1)];
    return ((word >>> (hash >>> 41)) & (word >>> (hash >>> 35)) & 1) != 0;
  }

  /** 1 where {@link #mayHold}, else 0: for loops that must not branch. */
  static long test(long[] bitmap, int shift, long key) {
    long hash = key * SPREAD;
    long word = bitmap[(int) (hash >>> shift) & (bitmap.length - 1)];
    return (word >>> (hash >>> 41)) & (word >>> (hash >>> 35)) & 1;
  }

  long[] bitmap() {
    return bitmap;
  }

  int bitmapShift() {
    return bitmapShift;
  }

  /** The candidates of a key, for {@link #first} and {@link #end}; 0 where no piece has it. */
  long candidates(long key) {
    int slot = (int) ((key * SPREAD) >>> slotShift);
    while (slots[2 * slot + 1] != 0) {
      if (slots[2 * slot] == key) {
        return slots[2 * slot + 1];
      }
      slot = (slot + 1) & (slots.length / 2 - 1);
    }
    return 0;
  }

  /** The first of some candidates; the next is two further. */
  static int first(long candidates) {
    return (int) (candidates >>> 32);
  }

  /** One past the last of some candidates. */
  static int end(long candidates) {
    return (int) candidates;
  }

  /** Which piece a candidate is. */
  int piece(int candidate) {
    return candidates[candidate];
  }

  /** Where in the piece the key was taken. */
  int offset(int candidate) {
    return candidates[candidate + 1];
  }

  private void put(long key, int first, int end) {
    long hash = key * SPREAD;
    bitmap[(int) (hash >>> bitmapShift)] |= 1L << (hash >>> 41) | 1L << (hash >>> 35);
    int slot = (int) (hash >>> slotShift);
    while (slots[2 * slot + 1] != 0) {
      slot = (slot + 1) & (slots.length / 2 - 1);
    }
    slots[2 * slot] = key;
    slots[2 * slot + 1] = (long) first << 32 | end;
  }

  /** Candidates on their way into a table. */
  static final class Collected {
    private final Map<Long, int[]> byKey = new HashMap<>();
    private int candidates;
    private int most;

    /** How many candidates a key has so far. */
    int of(long key) {
      return byKey.getOrDefault(key, new int[0]).length / 2;
    }

    void add(long key, int piece, int offset) {
      int[] before = byKey.getOrDefault(key, new int[0]);
      int[] after = Arrays.copyOf(before, before.length + 2);
      after[before.length] = piece;
      after[before.length + 1] = offset;
      byKey.put(key, after);
      candidates++;
      most = Math.max(most, after.length / 2);
    }

    CandidateTable table() {
      return new CandidateTable(this);
    }
  }
}

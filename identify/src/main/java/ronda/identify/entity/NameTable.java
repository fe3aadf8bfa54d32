package ronda.identify.entity;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;

/**
 * A fixed set of short ASCII names that is asked with bytes, without making a string.
 *
 * <p>All names stand in one array of bytes, found by an open-addressing index; a name costs its
 * letters and about 16 bytes. Names are compared letter by letter, so two names with the same hash
 * cost one more look and never a wrong answer.
 */
final class NameTable {
  /** What {@link #numberOf} answers for a name that is not here. */
  static final int ABSENT = -1;

  private final byte[] letters;

  /**
   * Where name {@code i} begins in {@link #letters}; one more entry says where the last one ends.
   */
  private final int[] starts;

  /** Numbers of names plus one, 0 where the slot is free. */
  private final int[] slots;

  private NameTable(byte[] letters, int[] starts) {
    this.letters = letters;
    this.starts = starts;
    int names = starts.length - 1;
    this.slots = new int[Integer.highestOneBit(Math.max(4, names * 2)) * 2];
    for (int i = 0; i < names; i++) {
      int slot = slotOf(letters, starts[i], starts[i + 1]);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = i + 1;
    }
  }

  /**
   * A table in which each name has the number of its place in {@code names}; where a name comes
   * twice, the first place.
   */
  static NameTable of(Collection<String> names) {
    int size = names.stream().mapToInt(String::length).sum();
    byte[] letters = new byte[size];
    int[] starts = new int[names.size() + 1];
    int next = 0;
    int at = 0;
    for (String name : names) {
      byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(bytes, 0, letters, at, bytes.length);
      at += bytes.length;
      starts[++next] = at;
    }
    return new NameTable(letters, starts);
  }

  static NameTable of(String... names) {
    return of(Arrays.asList(names));
  }

  int size() {
    return starts.length - 1;
  }

  boolean contains(byte[] bytes, int from, int to) {
    return numberOf(bytes, from, to) != ABSENT;
  }

  /** The number of the name that stands in {@code bytes}, or {@link #ABSENT}. */
  int numberOf(byte[] bytes, int from, int to) {
    int slot = slotOf(bytes, from, to);
    while (slots[slot] != 0) {
      int name = slots[slot] - 1;
      if (Arrays.equals(letters, starts[name], starts[name + 1], bytes, from, to)) {
        return name;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return ABSENT;
  }

  private int slotOf(byte[] bytes, int from, int to) {
    int hash = 0x811C9DC5;
    for (int i = from; i < to; i++) {
      hash = (hash ^ bytes[i]) * 0x01000193;
    }
    return (hash ^ (hash >>> 15)) & (slots.length - 1);
  }
}

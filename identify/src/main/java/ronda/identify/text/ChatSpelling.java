package ronda.identify.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Common words as people write them in chats: {@code yg} is {@code yang}.
 *
 * <p>Words of up to eight bytes are looked up as one long, so that a text full of words that are
 * not in the list costs a few nanoseconds a word.
 */
final class ChatSpelling {
  private static final String RESOURCE = "chat-spelling.tsv";
  private static final int LONGEST = 8;
  private static final int SLOTS = 1024; // a power of two, at least twice the list

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private static final int FILTER_BITS = 15;

  /** One bit for each hash: 4 KB, small enough to stay near, and says no to most words. */
  private static final long[] FILTER = new long[(1 << FILTER_BITS) / Long.SIZE];

  private static final long[] WRITTEN = new long[SLOTS];
  private static final @Nullable String[] MEANT = new @Nullable String[SLOTS];

  static {
    load();
  }

  private ChatSpelling() {}

  /**
   * Whether {@link #meaning} may be something: one look, wrong for one word in a hundred (97 of
   * netifier and SmSA posts).
   */
  static boolean mayHold(byte[] bytes, int from, int to) {
    if (to - from > LONGEST) {
      return false;
    }
    int hash = filterHash(packed(bytes, from, to));
    return (FILTER[hash >>> 6] >>> hash & 1) != 0;
  }

  /** What the word {@code from..to} stands for, or null if it is not in the list. */
  static @Nullable String meaning(byte[] bytes, int from, int to) {
    if (to - from > LONGEST) {
      return null;
    }
    long key = packed(bytes, from, to);
    int slot = slot(key);
    while (WRITTEN[slot] != 0) {
      if (WRITTEN[slot] == key) {
        return MEANT[slot];
      }
      slot = slot + 1 & SLOTS - 1;
    }
    return null;
  }

  private static long packed(byte[] bytes, int from, int to) {
    return from + LONGEST <= bytes.length
        ? (long) LONGS.get(bytes, from) >>> Long.SIZE - 8 * (to - from)
        : key(bytes, from, to);
  }

  private static long key(byte[] bytes, int from, int to) {
    long key = 0;
    for (int i = from; i < to; i++) {
      key = key << 8 | bytes[i] & 0xFF;
    }
    return key;
  }

  private static int slot(long key) {
    return (int) (key * 0x9E3779B97F4A7C15L >>> 54);
  }

  private static int filterHash(long key) {
    return (int) (key * 0x9E3779B97F4A7C15L >>> Long.SIZE - FILTER_BITS);
  }

  private static void load() {
    try (InputStream in = ChatSpelling.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the class path");
      }
      new BufferedReader(new InputStreamReader(in, UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(ChatSpelling::add);
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read " + RESOURCE, broken);
    }
  }

  private static void add(String line) {
    int tab = line.indexOf('\t');
    byte[] written = line.substring(0, tab).getBytes(UTF_8);
    long key = key(written, 0, written.length);
    int slot = slot(key);
    while (WRITTEN[slot] != 0) {
      slot = slot + 1 & SLOTS - 1;
    }
    int hash = filterHash(key);
    FILTER[hash >>> 6] |= 1L << hash;
    WRITTEN[slot] = key;
    MEANT[slot] = line.substring(tab + 1);
  }
}

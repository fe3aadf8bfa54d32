package ronda.identify.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes at a time. In each long, byte k is the k-th of eight characters. A mask has 0x80 in
 * the bytes it holds for.
 *
 * <p>To ask eight characters below 0x80 whether they are at least {@code c}, add {@code 0x80 - c}
 * to each and look at the top bits; no sum carries into the next byte.
 */
final class Eight {
  static final long ONES = 0x0101010101010101L;
  static final long TOPS = ONES << 7;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private Eight() {}

  static long get(byte[] bytes, int at) {
    return (long) LONGS.get(bytes, at);
  }

  /** As above; behind the last byte stands 0. */
  static long from(byte[] bytes, int at) {
    if (at + Long.BYTES <= bytes.length) {
      return get(bytes, at);
    }
    long eight = 0;
    for (int i = at; i < bytes.length; i++) {
      eight |= (bytes[i] & 0xFFL) << 8 * (i - at);
    }
    return eight;
  }

  static void set(byte[] bytes, int at, long eight) {
    LONGS.set(bytes, at, eight);
  }

  /** Where the characters, all below 0x80, lie between these two. */
  static long between(long eight, int first, int last) {
    return atLeast(eight, first) & ~atLeast(eight, last + 1) & TOPS;
  }

  /** Only the top bits count. */
  static long atLeast(long eight, int c) {
    return eight + ONES * (0x80 - c);
  }

  /** What stood one character earlier, at each place. */
  static long next(long now, long before) {
    return now << 8 | before >>> 56;
  }

  /** What stood two characters earlier, at each place. */
  static long afterNext(long now, long before) {
    return now << 16 | before >>> 48;
  }

  /** A mask of the first {@code n} of eight, whole bytes. */
  static long first(int n) {
    return n == Long.BYTES ? -1 : (1L << 8 * n) - 1;
  }

  /** The characters before the first for which the mask holds, of eight. */
  static int before(long mask) {
    return Long.numberOfTrailingZeros(mask) >>> 3;
  }
}

package ronda.identify.classify;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Reads up to eight bytes at once as one number. */
final class Letters {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private Letters() {}

  /**
   * The bytes from {@code from} on, the first one lowest, zero behind the last.
   *
   * @param length how many; none where it is below 1, eight where it is above
   */
  static long upToEight(byte[] bytes, int from, int length) {
    if (length <= 0) {
      return 0;
    }
    if (from + 8 <= bytes.length) {
      long all = (long) LONGS.get(bytes, from);
      return length >= 8 ? all : all & -1L >>> 64 - 8 * length;
    }
    long some = 0;
    for (int i = Math.min(length, 8) - 1; i >= 0; i--) {
      some = some << 8 | bytes[from + i] & 0xFF;
    }
    return some;
  }
}

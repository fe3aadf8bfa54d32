package ronda.identify.lexicon;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Reads up to eight bytes of a text at once. */
final class Bytes {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private Bytes() {}

  /** The eight bytes at {@code at}, the first one lowest; all must lie in the array. */
  static long eight(byte[] text, int at) {
    return (long) LONG.get(text, at);
  }

  /** The bytes at {@code at} up to the array's end or eight of them, the first one lowest. */
  static long upToEight(byte[] text, int at) {
    if (at <= text.length - 8) {
      return eight(text, at);
    }
    if (text.length >= 8) {
      return eight(text, text.length - 8) >>> (8 * (at - text.length + 8));
    }
    long bytes = 0;
    for (int i = text.length - 1; i >= at; i--) {
      bytes = bytes << 8 | (text[i] & 0xFF);
    }
    return bytes;
  }
}

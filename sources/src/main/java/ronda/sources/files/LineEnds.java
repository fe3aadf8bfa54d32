package ronda.sources.files;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds line feeds, eight bytes at a time: every byte of a file passes here. In CSV a lone carriage
 * return ends a line too.
 */
final class LineEnds {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long LOW = ONES * 0x7F;
  private static final long FEEDS = ONES * '\n';

  private LineEnds() {}

  /** Where the next line feed stands from {@code from} on; {@code to} where there is none. */
  static int next(byte[] bytes, int from, int to) {
    int at = from;
    for (; at + 8 <= to; at += 8) {
      long found = feeds((long) LONGS.get(bytes, at));
      if (found != 0) {
        return at + (Long.numberOfTrailingZeros(found) >>> 3);
      }
    }
    while (at < to && bytes[at] != '\n') {
      at++;
    }
    return at;
  }

  /** How many line feeds stand before {@code to}. */
  static int count(byte[] bytes, int to) {
    int count = 0;
    int at = 0;
    for (; at + 8 <= to; at += 8) {
      count += Long.bitCount(feeds((long) LONGS.get(bytes, at)));
    }
    for (; at < to; at++) {
      count += bytes[at] == '\n' ? 1 : 0;
    }
    return count;
  }

  /**
   * Where the first line ends from {@code from} on, after its LF, CR LF or lone CR; 0 where none
   * does.
   *
   * @param complete whether nothing follows {@code to}: a CR that stands last is then a lone one
   */
  static int afterAny(byte[] bytes, int from, int to, boolean complete) {
    for (int at = from; at < to; at++) {
      if (bytes[at] == '\n') {
        return at + 1;
      }
      if (bytes[at] == '\r') {
        return afterReturn(bytes, at + 1, to, complete);
      }
    }
    return 0;
  }

  /** Where a line ends whose CR stands before {@code at}; 0 where the next byte must tell. */
  static int afterReturn(byte[] bytes, int at, int to, boolean complete) {
    if (at == to) {
      return complete ? at : 0;
    }
    return bytes[at] == '\n' ? at + 1 : at;
  }

  /** The top bit of each byte that is a line feed, exactly: no carry crosses a byte. */
  private static long feeds(long eight) {
    long other = eight ^ FEEDS;
    return ~((other & LOW) + LOW | other | LOW);
  }
}

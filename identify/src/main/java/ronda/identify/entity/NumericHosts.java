package ronda.identify.entity;

import static ronda.identify.entity.Reading.isDigit;

import java.nio.charset.StandardCharsets;

/** Hosts without a name: IPv4 addresses, also as the one number that browsers take for them. */
final class NumericHosts {
  /** The most bytes of {@code 4294967295} or {@code 0xffffffff}, and one that is too many. */
  static final int LONGEST = 11;

  /** No address. */
  static final byte[] NONE = {};

  private static final long HIGHEST = 0xFFFFFFFFL;

  private NumericHosts() {}

  /** Whether four numbers of at most 255 with dots between them stand there, and nothing else. */
  static boolean isAddress(Reading reading, int from, int to) {
    int parts = 0;
    int number = -1;
    for (int i = from; i <= to; i++) {
      int b = i == to ? '.' : reading.at(i);
      if (b == '.') {
        if (number < 0 || number > 255) {
          return false;
        }
        parts++;
        number = -1;
      } else if (isDigit(b) && number < 256) {
        number = Math.max(number, 0) * 10 + b - '0';
      } else {
        return false;
      }
    }
    return parts == 4;
  }

  /**
   * The address that a number of 32 bits stands for, {@code 192.168.1.1} for {@code 3232235777} or
   * {@code 0xc0a80101} (WHATWG URL, section 3.5); {@link #NONE} where there is no such number, or
   * one below the first address that is anybody's, as in {@code http://1}.
   */
  static byte[] dotted(Reading reading, int from, int to) {
    if (to - from >= LONGEST || to == from) {
      return NONE;
    }
    String written = reading.plain(from, to);
    boolean hex = written.startsWith("0x");
    long address;
    try {
      address = hex ? Long.parseLong(written, 2, written.length(), 16) : Long.parseLong(written);
    } catch (NumberFormatException none) {
      return NONE;
    }
    if (address < 1 << 24 || address > HIGHEST) {
      return NONE;
    }
    String dotted =
        (address >> 24)
            + "."
            + (address >> 16 & 0xFF)
            + "."
            + (address >> 8 & 0xFF)
            + "."
            + (address & 0xFF);
    return dotted.getBytes(StandardCharsets.US_ASCII);
  }
}

package ronda.identify.entity;

/**
 * Keccak-256 as Ethereum uses it: the sponge of FIPS 202 with the padding that Keccak had before
 * the standard changed it, so that the platform's SHA3-256 gives other bytes.
 */
final class Keccak {
  private static final int RATE = 136;
  private static final int ROUNDS = 24;

  private static final int[] ROTATION = {
    1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44,
  };
  private static final int[] LANE = {
    10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1,
  };

  private Keccak() {}

  /** The 32 bytes of the hash of a message of fewer than {@value #RATE} bytes. */
  static byte[] hash(byte[] message) {
    if (message.length >= RATE) {
      throw new IllegalArgumentException(
          "a message must have fewer than " + RATE + " bytes, had " + message.length);
    }
    long[] state = new long[25];
    for (int i = 0; i < message.length; i++) {
      state[i / 8] ^= (message[i] & 0xFFL) << (8 * (i % 8));
    }
    state[message.length / 8] ^= 1L << (8 * (message.length % 8));
    state[(RATE - 1) / 8] ^= 0x80L << 56;
    permute(state);
    byte[] hash = new byte[32];
    for (int i = 0; i < hash.length; i++) {
      hash[i] = (byte) (state[i / 8] >>> (8 * (i % 8)));
    }
    return hash;
  }

  private static void permute(long[] state) {
    int register = 1;
    long[] column = new long[5];
    for (int round = 0; round < ROUNDS; round++) {
      theta(state, column);
      long moved = state[1];
      for (int i = 0; i < LANE.length; i++) {
        long next = state[LANE[i]];
        state[LANE[i]] = Long.rotateLeft(moved, ROTATION[i]);
        moved = next;
      }
      chi(state, column);
      for (int bit = 0; bit < 7; bit++) { // iota: the round constant from its shift register
        if ((register & 1) != 0) {
          state[0] ^= 1L << ((1 << bit) - 1);
        }
        register = (register << 1) ^ ((register >>> 7) * 0x171);
      }
    }
  }

  private static void theta(long[] state, long[] column) {
    for (int x = 0; x < 5; x++) {
      column[x] = state[x] ^ state[x + 5] ^ state[x + 10] ^ state[x + 15] ^ state[x + 20];
    }
    for (int x = 0; x < 5; x++) {
      long mix = column[(x + 4) % 5] ^ Long.rotateLeft(column[(x + 1) % 5], 1);
      for (int y = 0; y < 25; y += 5) {
        state[x + y] ^= mix;
      }
    }
  }

  private static void chi(long[] state, long[] row) {
    for (int y = 0; y < 25; y += 5) {
      System.arraycopy(state, y, row, 0, 5);
      for (int x = 0; x < 5; x++) {
        state[y + x] = row[x] ^ (~row[(x + 1) % 5] & row[(x + 2) % 5]);
      }
    }
  }
}

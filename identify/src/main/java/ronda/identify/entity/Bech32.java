package ronda.identify.entity;

/**
 * Bitcoin's segwit addresses: BIP 173 (bech32, witness version 0) and BIP 350 (bech32m, versions 1
 * to 16).
 */
final class Bech32 {
  private static final String DIGITS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  private static final String PREFIX = "bc1";
  private static final int[] GENERATOR = {
    0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3
  };
  private static final int BECH32 = 1;
  private static final int BECH32M = 0x2bc830a3;
  private static final int CHECKSUM = 6;

  private Bech32() {}

  /** Whether {@code address}, in lower case, is a main-net address with a right checksum. */
  static boolean isAddress(String address) {
    if (!address.startsWith(PREFIX) || address.length() < 14 || address.length() > 74) {
      return false;
    }
    int state = 1;
    for (int expanded : new int[] {3, 3, 0, 2, 3}) { // "bc": high bits, zero, low bits
      state = step(state, expanded);
    }
    int bits = 0;
    for (int i = PREFIX.length(); i < address.length(); i++) {
      int digit = DIGITS.indexOf(address.charAt(i));
      if (digit < 0) {
        return false;
      }
      state = step(state, digit);
      bits += 5;
    }
    int version = DIGITS.indexOf(address.charAt(PREFIX.length()));
    int program = (bits - 5 - 5 * CHECKSUM) / 8;
    boolean fits = version == 0 ? program == 20 || program == 32 : program >= 2 && program <= 40;
    return version <= 16 && fits && state == (version == 0 ? BECH32 : BECH32M);
  }

  private static int step(int state, int digit) {
    int top = state >>> 25;
    int next = ((state & 0x1ffffff) << 5) ^ digit;
    for (int i = 0; i < GENERATOR.length; i++) {
      if (((top >>> i) & 1) != 0) {
        next ^= GENERATOR[i];
      }
    }
    return next;
  }
}

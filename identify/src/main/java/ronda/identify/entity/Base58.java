package ronda.identify.entity;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/** Bitcoin's base 58 with a checksum, in which TRON writes its addresses too. */
final class Base58 {
  private static final String DIGITS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

  /** One byte of version, twenty of hash, four of checksum. */
  private static final int ADDRESS = 25;

  private Base58() {}

  /** The version byte (0…255) of an address whose checksum is right. */
  static Optional<Integer> version(String address) {
    byte[] bytes = new byte[ADDRESS];
    int zeros = 0;
    boolean leading = true;
    for (int i = 0; i < address.length(); i++) {
      int carry = DIGITS.indexOf(address.charAt(i));
      leading &= carry == 0;
      zeros += leading ? 1 : 0;
      if (carry < 0) {
        return Optional.empty();
      }
      for (int at = ADDRESS - 1; at >= 0; at--) {
        carry += 58 * (bytes[at] & 0xFF);
        bytes[at] = (byte) carry;
        carry >>>= 8;
      }
      if (carry != 0) {
        return Optional.empty();
      }
    }
    // Each leading zero byte is written as one '1', no more and no fewer.
    return zeros == leadingZeros(bytes) && checks(bytes)
        ? Optional.of(bytes[0] & 0xFF)
        : Optional.empty();
  }

  private static int leadingZeros(byte[] bytes) {
    int zeros = 0;
    while (zeros < bytes.length && bytes[zeros] == 0) {
      zeros++;
    }
    return zeros;
  }

  private static boolean checks(byte[] bytes) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] hash = sha.digest(sha.digest(Arrays.copyOf(bytes, ADDRESS - 4)));
      return Arrays.equals(hash, 0, 4, bytes, ADDRESS - 4, ADDRESS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

package ronda.identify.entity;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Ethereum addresses, which other chains of its family share, with the capitals of EIP-55. */
final class Ethereum {
  static final int LENGTH = 42;

  private Ethereum() {}

  /**
   * Whether {@code address} is {@code 0x} and forty hexadecimal digits, and the capitals among
   * them, where there are both, are those of its checksum.
   */
  static boolean isAddress(String address) {
    if (address.length() != LENGTH || !address.startsWith("0x")) {
      return false;
    }
    boolean capital = false;
    boolean small = false;
    for (int i = 2; i < LENGTH; i++) {
      char c = address.charAt(i);
      if (Character.digit(c, 16) < 0 || c >= 0x80) {
        return false;
      }
      capital |= c >= 'A' && c <= 'F';
      small |= c >= 'a' && c <= 'f';
    }
    return !(capital && small) || checksummed(address).equals(address);
  }

  /** The address with the capitals that EIP-55 gives it. */
  static String checksummed(String address) {
    String digits = address.substring(2).toLowerCase(Locale.ROOT);
    byte[] hash = Keccak.hash(digits.getBytes(StandardCharsets.US_ASCII));
    StringBuilder result = new StringBuilder("0x");
    for (int i = 0; i < digits.length(); i++) {
      int nibble = (hash[i / 2] >>> (i % 2 == 0 ? 4 : 0)) & 0xF;
      char c = digits.charAt(i);
      result.append(nibble >= 8 ? Character.toUpperCase(c) : c);
    }
    return result.toString();
  }
}

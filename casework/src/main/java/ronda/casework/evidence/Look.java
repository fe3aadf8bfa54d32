package ronda.casework.evidence;

import java.util.HexFormat;

/**
 * What a picture looks like (rupa gambar), in 256 bits: a picture that was made smaller, lighter or
 * was saved anew gives nearly the same ones. It is a perceptual hash as PDQ describes it (Facebook,
 * <i>The TMK+PDQF video-hashing algorithm and the PDQ image-hashing algorithm</i>, 2019), written
 * as others write it, so that hashes that are shared between offices can be compared.
 *
 * @param a bits 255 to 192
 * @param b bits 191 to 128
 * @param c bits 127 to 64
 * @param d bits 63 to 0
 */
public record Look(long a, long b, long c, long d) {
  /** How many bits there are. */
  public static final int BITS = 256;

  /** In how many bits two pictures may differ and still be taken for the same one. */
  public static final int ALIKE = 31;

  private static final int DIGITS = 16;

  /**
   * The look that is written so.
   *
   * @param hex 64 hexadecimal digits
   * @throws IllegalArgumentException if they are not
   */
  public static Look of(String hex) {
    if (hex.length() != 4 * DIGITS) {
      throw new IllegalArgumentException("a look has 64 hex digits, was '" + hex + "'");
    }
    return new Look(part(hex, 0), part(hex, 1), part(hex, 2), part(hex, 3));
  }

  private static long part(String hex, int place) {
    return HexFormat.fromHexDigitsToLong(hex, place * DIGITS, (place + 1) * DIGITS);
  }

  /** 64 lower-case hexadecimal digits. */
  public String hex() {
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(a) + hex.toHexDigits(b) + hex.toHexDigits(c) + hex.toHexDigits(d);
  }

  /** In how many of {@value #BITS} bits two looks differ: of strangers, in about half of them. */
  public int bitsApart(Look other) {
    return Long.bitCount(a ^ other.a)
        + Long.bitCount(b ^ other.b)
        + Long.bitCount(c ^ other.c)
        + Long.bitCount(d ^ other.d);
  }
}

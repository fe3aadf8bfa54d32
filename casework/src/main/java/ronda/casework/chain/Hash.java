package ronda.casework.chain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A SHA-256 hash.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Hash(String hex) {
  /** What stands before the first entry of a chain: 64 zeros. */
  public static final Hash NONE = new Hash("0".repeat(64));

  public Hash {
    if (hex.length() != 64 || !hex.chars().allMatch(Hash::isHex)) {
      throw new IllegalArgumentException("a hash has 64 lower-case hex digits, was '" + hex + "'");
    }
  }

  private static boolean isHex(int c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
  }

  /** The hash of a text's UTF-8 bytes. */
  public static Hash of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The hash of these bytes. */
  public static Hash of(byte[] bytes) {
    return new Hash(HexFormat.of().formatHex(sha256().digest(bytes)));
  }

  /**
   * The hash of an entry: SHA-256 over the number (8 bytes, big-endian), the hash before (its 32
   * bytes), and then time, actor, act, subject and body, each as its length in UTF-8 bytes (4
   * bytes, big-endian) and those bytes. The time is written as ISO 8601 in UTC. The lengths keep
   * two different entries from ever giving the same bytes.
   */
  static Hash of(long number, Link.Entry entry, Hash before) {
    MessageDigest digest = sha256();
    digest.update(ByteBuffer.allocate(8).putLong(0, number));
    digest.update(HexFormat.of().parseHex(before.hex));
    add(entry.at().toString(), digest);
    add(entry.actor(), digest);
    add(entry.act(), digest);
    add(entry.subject(), digest);
    add(entry.body(), digest);
    return new Hash(HexFormat.of().formatHex(digest.digest()));
  }

  private static void add(String text, MessageDigest digest) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(4).putInt(0, bytes.length));
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException("every Java platform has SHA-256", never);
    }
  }

  @Override
  public String toString() {
    return hex;
  }
}

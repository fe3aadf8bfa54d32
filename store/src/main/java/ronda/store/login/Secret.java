package ronda.store.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A random word that opens something: a cookie, a link, a token. It is shown once; only its hash is
 * kept. 256 random bits need no salt and no slow hash.
 *
 * @param text as the holder has it, at most {@value #LONGEST} characters
 */
public record Secret(String text) {
  /** Longer words were not made here. */
  public static final int LONGEST = 128;

  private static final SecureRandom RANDOM = new SecureRandom();

  public Secret {
    if (text.isEmpty() || text.length() > LONGEST) {
      throw new IllegalArgumentException("a secret has 1 to 128 characters");
    }
  }

  /** A new one that begins with {@code prefix}, so that a leaked one is recognised. */
  public static Secret random(String prefix) {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return new Secret(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** True where {@code text} could be a secret. */
  public static boolean isOne(String text) {
    return !text.isEmpty() && text.length() <= LONGEST;
  }

  /** What is kept of it: SHA-256. */
  byte[] hash() {
    return hash(text);
  }

  static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException("every Java platform has SHA-256", never);
    }
  }

  /** Keeps the word out of logs. */
  @Override
  public String toString() {
    return "Secret[…]";
  }
}

package ronda.server.login;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;

/** The six digits of an authenticator app (TOTP, RFC 6238), and the codes for a lost telephone. */
final class Codes {
  /** The alphabet of RFC 4648: an app takes the secret in it, and nobody confuses 0 and O. */
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private static final int SECRET_BYTES = 20;
  private static final int RECOVERY_CODES = 10;
  private static final int RECOVERY_GROUPS = 4;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final TimeBasedOneTimePasswordGenerator TOTP =
      new TimeBasedOneTimePasswordGenerator();

  private Codes() {}

  /** A new secret to share with an app. */
  static byte[] newSecret() {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return secret;
  }

  /**
   * The time step whose code this is. The clocks of telephones go wrong: the step before and the
   * one after count too.
   *
   * @return the number of the thirty-second step since 1970; empty if the code is none of the three
   */
  static OptionalLong step(byte[] secret, String code, Instant now) {
    for (int offset = -1; offset <= 1; offset++) {
      Instant at = now.plus(TOTP.getTimeStep().multipliedBy(offset));
      if (MessageDigest.isEqual(bytes(code(secret, at)), bytes(digits(code)))) {
        return OptionalLong.of(at.getEpochSecond() / TOTP.getTimeStep().toSeconds());
      }
    }
    return OptionalLong.empty();
  }

  /** The code that an app shows at this time. */
  static String code(byte[] secret, Instant at) {
    try {
      return TOTP.generateOneTimePasswordString(new SecretKeySpec(secret, "HmacSHA1"), at);
    } catch (InvalidKeyException e) {
      throw new IllegalArgumentException("this secret makes no key", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String digits(String typed) {
    return typed.replace(" ", "").replace("-", "");
  }

  /** As an app takes it when typed: {@code ABCD EFGH …}. */
  static String base32(byte[] secret) {
    var text = new StringBuilder();
    int bits = 0;
    int held = 0;
    for (byte b : secret) {
      held = held << 8 | b & 0xff;
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(BASE32.charAt(held >> bits & 31));
      }
    }
    if (bits > 0) {
      text.append(BASE32.charAt(held << 5 - bits & 31));
    }
    return text.toString();
  }

  /** What the QR code says to the app. */
  static String uri(byte[] secret, String email) {
    return "otpauth://totp/Ronda:"
        + email.replace("%", "%25").replace("?", "%3F").replace("#", "%23").replace(" ", "%20")
        + "?secret="
        + base32(secret)
        + "&issuer=Ronda";
  }

  /** Ten codes of 80 bits each, such as {@code K3QP-7XAB-22MN-VT5E}. */
  static List<String> newRecoveryCodes() {
    return Stream.generate(Codes::recoveryCode).limit(RECOVERY_CODES).toList();
  }

  private static String recoveryCode() {
    byte[] bits = new byte[10];
    RANDOM.nextBytes(bits);
    String text = base32(bits);
    var code = new StringBuilder();
    for (int group = 0; group < RECOVERY_GROUPS; group++) {
      code.append(group == 0 ? "" : "-").append(text, group * 4, group * 4 + 4);
    }
    return code.toString();
  }

  /** A recovery code as it was made, however it was typed. */
  static String recoveryCode(String typed) {
    String letters = digits(typed).toUpperCase(Locale.ROOT);
    if (letters.length() != RECOVERY_GROUPS * 4) {
      return letters;
    }
    return String.join(
        "-",
        letters.substring(0, 4),
        letters.substring(4, 8),
        letters.substring(8, 12),
        letters.substring(12));
  }
}

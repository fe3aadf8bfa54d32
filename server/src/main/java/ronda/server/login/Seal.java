package ronda.server.login;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import ronda.server.door.SettingRefused;

/**
 * Seals small secrets with a key that lies outside the database, so that a copy of the tables alone
 * gives nobody the secrets of the authenticator apps. AES-256-GCM; each seal names what it is for
 * and cannot be moved to another place.
 */
public final class Seal {
  /** The setting that gives the key, as 64 hexadecimal digits, where several servers share it. */
  public static final String SETTING = "RONDA_SEAL_KEY";

  private static final String FILE = "seal.key";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKey key;

  private Seal(byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("the seal's key has 32 bytes, was " + key.length);
    }
    this.key = new SecretKeySpec(key, "AES");
  }

  /**
   * With the key that {@code setting} spells, or else the one in the home folder.
   *
   * @throws SettingRefused if that is no key, or its file cannot be read; the key is not repeated
   */
  public static Seal of(String setting, Path home) {
    return new Seal(key(setting.isBlank() ? keyIn(home) : setting, place(setting, home)));
  }

  private static byte[] key(String spelt, String place) {
    try {
      byte[] key = HexFormat.of().parseHex(spelt.strip());
      if (key.length == KEY_BYTES) {
        return key;
      }
    } catch (IllegalArgumentException noHex) {
      // Said below, without the words.
    }
    throw new SettingRefused(
        place
            + " cannot be used: it holds 64 hexadecimal digits, as openssl rand -hex 32 prints"
            + " them. Put the key back that belongs to this database.");
  }

  /** With a key that is gone when the program ends. */
  public static Seal forOnce() {
    return new Seal(randomBytes(KEY_BYTES));
  }

  private static String keyIn(Path home) {
    Path file = home.resolve(FILE);
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(home);
        write(file, HexFormat.of().formatHex(randomBytes(KEY_BYTES)));
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new SettingRefused("The key file " + file + " cannot be read or made: " + e, e);
    }
  }

  private static void write(Path file, String key) throws IOException {
    Path fresh = Files.createTempFile(file.getParent(), "seal", ".new", onlyTheOwner());
    Files.writeString(fresh, key + "\n", StandardOpenOption.SYNC);
    try {
      Files.createLink(file, fresh); // Of two that start at once, the second keeps the first's.
    } catch (FileAlreadyExistsException another) {
      Files.deleteIfExists(fresh);
      return;
    }
    Files.delete(fresh);
  }

  private static java.nio.file.attribute.FileAttribute<?> onlyTheOwner() {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  }

  /** Where the key is, for a person who keeps it: a file, or the setting that holds it. */
  public static String place(String setting, Path home) {
    return setting.isBlank() ? home.resolve(FILE).toString() : SETTING;
  }

  /** {@code secret}, sealed for {@code purpose}. */
  public byte[] close(byte[] secret, String purpose) {
    byte[] nonce = randomBytes(NONCE_BYTES);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, purpose).doFinal(secret);
      return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }

  /** What was sealed; empty if it was changed, is of another purpose or of another key. */
  public Optional<byte[]> open(byte[] sealed, String purpose) {
    if (sealed.length <= NONCE_BYTES) {
      return Optional.empty();
    }
    byte[] nonce = java.util.Arrays.copyOf(sealed, NONCE_BYTES);
    try {
      return Optional.of(
          cipher(Cipher.DECRYPT_MODE, nonce, purpose)
              .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES));
    } catch (GeneralSecurityException broken) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static byte[] randomBytes(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}

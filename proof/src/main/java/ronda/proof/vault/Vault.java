package ronda.proof.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals bytes with AES-256-GCM (brankas). What is sealed names its key and is bound to what it is
 * for: it cannot be opened as something else, nor after a bit of it was changed. Layout: {@code
 * RV1} and a zero, the key's id (8 bytes), the nonce (12), the ciphertext with its tag (16).
 */
public final class Vault {
  static final int ID_BYTES = 8;
  private static final byte[] MARK = {'R', 'V', '1', 0};
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int BEFORE = MARK.length + ID_BYTES + NONCE_BYTES;

  private final VaultKeys keys;
  private final SecureRandom random = new SecureRandom();

  public Vault(VaultKeys keys) {
    this.keys = keys;
  }

  /**
   * Seals bytes.
   *
   * @param purpose what they are, such as {@code item:0198…/post.json}
   */
  public byte[] seal(byte[] plain, String purpose) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    String id = keys.current();
    byte[] sealed = run(Cipher.ENCRYPT_MODE, id, nonce, plain, 0, plain.length, purpose);
    return ByteBuffer.allocate(BEFORE + sealed.length)
        .put(MARK)
        .put(HexFormat.of().parseHex(id))
        .put(nonce)
        .put(sealed)
        .array();
  }

  /**
   * Opens what was sealed for this purpose.
   *
   * @throws VaultRefused if the key is not here, or a bit was changed, or it is something else
   */
  public byte[] open(byte[] sealed, String purpose) {
    if (sealed.length < BEFORE || !Arrays.equals(sealed, 0, MARK.length, MARK, 0, MARK.length)) {
      throw new VaultRefused("it is nothing that was sealed here");
    }
    ByteBuffer bytes = ByteBuffer.wrap(sealed, MARK.length, sealed.length - MARK.length);
    byte[] id = new byte[ID_BYTES];
    byte[] nonce = new byte[NONCE_BYTES];
    bytes.get(id).get(nonce);
    return run(
        Cipher.DECRYPT_MODE,
        HexFormat.of().formatHex(id),
        nonce,
        sealed,
        BEFORE,
        sealed.length - BEFORE,
        purpose);
  }

  /** The bytes with which everything begins that is sealed now: the mark, and the key's id. */
  public byte[] beginning() {
    return beginning(keys.current());
  }

  /** The same for every key that is here: what begins otherwise cannot be opened. */
  public List<byte[]> beginnings() {
    return keys.ids().stream().map(Vault::beginning).toList();
  }

  private static byte[] beginning(String id) {
    return ByteBuffer.allocate(MARK.length + ID_BYTES)
        .put(MARK)
        .put(HexFormat.of().parseHex(id))
        .array();
  }

  /** Whether it was sealed with another key than the one that seals now. */
  public boolean isOld(byte[] sealed) {
    return sealed.length < BEFORE
        || !HexFormat.of()
            .formatHex(sealed, MARK.length, MARK.length + ID_BYTES)
            .equals(keys.current());
  }

  private byte[] run(
      int mode, String id, byte[] nonce, byte[] bytes, int from, int length, String purpose) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, keys.byId(id), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(bytes, from, length);
    } catch (GeneralSecurityException wrong) {
      throw new VaultRefused("it was changed, or is not what it is taken for (" + purpose + ")");
    }
  }
}

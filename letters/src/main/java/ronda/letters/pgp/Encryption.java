package ronda.letters.pgp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Date;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;

/** Encrypts to one key: AES-256, with integrity protection, in armour (enkripsi OpenPGP). */
public final class Encryption {
  private Encryption() {}

  /** {@code plain}, readable by the key's owner only. */
  public static String to(RecipientKey key, byte[] plain) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      PGPEncryptedDataGenerator generator =
          new PGPEncryptedDataGenerator(
              new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256)
                  .setWithIntegrityPacket(true)
                  .setSecureRandom(new SecureRandom()));
      generator.addMethod(new BcPublicKeyKeyEncryptionMethodGenerator(key.encryption()));
      try (ArmoredOutputStream armour = ArmoredOutputStream.builder().clearHeaders().build(bytes);
          OutputStream encrypted = generator.open(armour, new byte[1 << 14])) {
        PGPLiteralDataGenerator literal = new PGPLiteralDataGenerator();
        try (OutputStream out =
            literal.open(encrypted, PGPLiteralData.BINARY, "", plain.length, new Date(0))) {
          out.write(plain);
        }
      }
      return bytes.toString(StandardCharsets.US_ASCII);
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory cannot be written", impossible);
    } catch (PGPException broken) {
      throw new IllegalStateException("the key was read and cannot encrypt", broken);
    }
  }
}

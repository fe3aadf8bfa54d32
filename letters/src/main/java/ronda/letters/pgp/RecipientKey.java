package ronda.letters.pgp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.jcajce.JcaPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;

/**
 * A recipient's public OpenPGP key (kunci publik). Whether it is truly theirs no program can know:
 * a person compares the fingerprint by another way, and the page asks for it.
 */
public final class RecipientKey {
  /** No armoured key of a few identities is longer, in characters. */
  public static final int LONGEST = 200_000;

  private static final int MOST_KEYS = 50;

  /** RFC 9580, 9.1: keys of this kind are no longer made, and still met. */
  private static final int RSA_ENCRYPT_ONLY = 2;

  private final PGPPublicKey primary;
  private final PGPPublicKey encryption;

  private RecipientKey(PGPPublicKey primary, PGPPublicKey encryption) {
    this.primary = primary;
    this.encryption = encryption;
  }

  /** What came of reading a key. */
  public sealed interface Answer {
    record Read(RecipientKey key) implements Answer {}

    record Refused(Why why) implements Answer {}
  }

  /** Why no letter can be encrypted with what was read. */
  public enum Why {
    /** It is no public key. */
    NONE,
    /** It is the secret half. */
    SECRET,
    BROKEN,
    /** It is over, or was taken back. */
    EXPIRED,
    WEAK,
    CANNOT_ENCRYPT
  }

  /** Reads a key in armour. A secret key is refused: it must never be put here. */
  public static Answer read(String armour, Instant now) {
    if (armour.length() > LONGEST || armour.isBlank()) {
      return new Answer.Refused(Why.NONE);
    }
    if (armour.contains("PRIVATE KEY BLOCK")) {
      return new Answer.Refused(Why.SECRET);
    }
    try {
      var in =
          PGPUtil.getDecoderStream(
              new ByteArrayInputStream(armour.getBytes(StandardCharsets.ISO_8859_1)));
      Object first = new JcaPGPObjectFactory(in).nextObject();
      return first instanceof PGPPublicKeyRing ring ? of(ring, now) : new Answer.Refused(Why.NONE);
    } catch (IOException | PGPException | RuntimeException broken) {
      return new Answer.Refused(Why.BROKEN); // The library throws any of these at a crafted key.
    }
  }

  private static Answer of(PGPPublicKeyRing ring, Instant now) throws PGPException {
    PGPPublicKey primary = ring.getPublicKey();
    if (primary.hasRevocation() || isOver(primary, now)) {
      return new Answer.Refused(Why.EXPIRED);
    }
    boolean weak = false;
    Optional<PGPPublicKey> best = Optional.empty();
    int seen = 0;
    for (Iterator<PGPPublicKey> keys = ring.getPublicKeys(); keys.hasNext() && seen < MOST_KEYS; ) {
      PGPPublicKey key = keys.next();
      seen++;
      if (!mayEncrypt(key, primary) || key.hasRevocation() || isOver(key, now)) {
        continue;
      }
      if (isWeak(key)) {
        weak = true;
      } else {
        best = Optional.of(key); // The last one: a key that was added later replaces earlier ones.
      }
    }
    return best.<Answer>map(key -> new Answer.Read(new RecipientKey(primary, key)))
        .orElse(new Answer.Refused(weak ? Why.WEAK : Why.CANNOT_ENCRYPT));
  }

  private static boolean isOver(PGPPublicKey key, Instant now) {
    long seconds = key.getValidSeconds();
    return seconds > 0 && key.getCreationTime().toInstant().plusSeconds(seconds).isBefore(now);
  }

  private static boolean isWeak(PGPPublicKey key) {
    boolean rsa =
        key.getAlgorithm() == PGPPublicKey.RSA_GENERAL || key.getAlgorithm() == RSA_ENCRYPT_ONLY;
    return rsa && key.getBitStrength() < 2048;
  }

  /** Whether its owner meant it for encryption, and, for a subkey, truly bound it. */
  private static boolean mayEncrypt(PGPPublicKey key, PGPPublicKey primary) throws PGPException {
    if (!key.isEncryptionKey()) {
      return false;
    }
    boolean said = false;
    boolean means = false;
    for (Iterator<PGPSignature> all = key.getSignatures(); all.hasNext(); ) {
      PGPSignature signature = all.next();
      if (signature.getKeyID() != primary.getKeyID()) {
        continue;
      }
      if (!key.isMasterKey()) {
        if (signature.getSignatureType() != PGPSignature.SUBKEY_BINDING) {
          continue;
        }
        signature.init(new BcPGPContentVerifierBuilderProvider(), primary);
        if (!signature.verifyCertification(primary, key)) {
          continue;
        }
      }
      PGPSignatureSubpacketVector words = signature.getHashedSubPackets();
      if (words != null && words.getKeyFlags() != 0) {
        said = true;
        means |= (words.getKeyFlags() & (KeyFlags.ENCRYPT_COMMS | KeyFlags.ENCRYPT_STORAGE)) != 0;
      } else if (!key.isMasterKey()) {
        said = true;
        means = true;
      }
    }
    return said ? means : key.isMasterKey();
  }

  /** The fingerprint of the primary key, in groups of four as people read it to each other. */
  public String fingerprint() {
    String hex = HexFormat.of().formatHex(primary.getFingerprint()).toUpperCase(Locale.ROOT);
    StringBuilder grouped = new StringBuilder();
    for (int i = 0; i < hex.length(); i += 4) {
      grouped.append(i == 0 ? "" : " ").append(hex, i, Math.min(i + 4, hex.length()));
    }
    return grouped.toString();
  }

  /** Whose key it says it is. */
  public String owner() {
    Iterator<String> ids = primary.getUserIDs();
    return ids.hasNext() ? ids.next() : "";
  }

  PGPPublicKey encryption() {
    return encryption;
  }
}

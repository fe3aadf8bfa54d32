package ronda.server.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import ronda.casework.chain.Hash;
import ronda.proof.stamp.BuiltInAuthority;
import ronda.proof.stamp.Stamps;
import ronda.proof.vault.Vault;

/** The authority built in. Its key is made when it is first needed, and lies sealed in the home. */
final class OwnStamps implements Stamps {
  static final String FILE = "time-stamp.sealed";
  static final String PURPOSE = "built-in time stamp authority";

  private final String home;
  private final Vault vault;
  private final InstantSource clock;
  private @Nullable BuiltInAuthority authority;

  OwnStamps(String home, Vault vault, InstantSource clock) {
    this.home = home;
    this.vault = vault;
    this.clock = clock;
  }

  @Override
  public Answer stamp(Hash sha256) {
    return authority().stamp(sha256);
  }

  private synchronized BuiltInAuthority authority() {
    if (authority == null) {
      authority = home.isBlank() ? BuiltInAuthority.create(clock) : kept(Path.of(home));
    }
    return authority;
  }

  private BuiltInAuthority kept(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      if (Files.exists(file)) {
        return read(vault.open(Files.readAllBytes(file), PURPOSE));
      }
      BuiltInAuthority fresh = BuiltInAuthority.create(clock);
      Path half = folder.resolve(FILE + ".new");
      Files.write(half, vault.seal(bytes(fresh), PURPOSE));
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
      return fresh;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the key for time stamps " + file + " cannot be read or made", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key for time stamps " + file + " is no key", e);
    }
  }

  /** The key's length, the key, the certificate. */
  private static byte[] bytes(BuiltInAuthority fresh) throws GeneralSecurityException {
    byte[] key = fresh.key().getEncoded();
    byte[] certificate = fresh.certificate().getEncoded();
    return ByteBuffer.allocate(4 + key.length + certificate.length)
        .putInt(key.length)
        .put(key)
        .put(certificate)
        .array();
  }

  private BuiltInAuthority read(byte[] bytes) throws GeneralSecurityException {
    ByteBuffer from = ByteBuffer.wrap(bytes);
    byte[] key = new byte[from.getInt()];
    from.get(key);
    byte[] certificate = new byte[from.remaining()];
    from.get(certificate);
    return new BuiltInAuthority(
        KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key)),
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(certificate)),
        clock);
  }
}

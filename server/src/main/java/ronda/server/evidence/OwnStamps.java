package ronda.server.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ronda.casework.chain.Hash;
import ronda.proof.stamp.BuiltInAuthority;
import ronda.proof.stamp.Stamps;
import ronda.proof.vault.Vault;
import ronda.proof.vault.VaultRefused;

/** The authority built in. Its key is made when it is first needed, and lies sealed in the home. */
final class OwnStamps implements Stamps {
  static final String FILE = "time-stamp.sealed";
  static final String PURPOSE = "built-in time stamp authority";

  private static final Logger LOG = LoggerFactory.getLogger(OwnStamps.class);

  private final String home;
  private final Vault vault;
  private final InstantSource clock;
  private final OwnKey.Aloud aloud;
  private @Nullable BuiltInAuthority authority;

  OwnStamps(String home, Vault vault, InstantSource clock, OwnKey.Aloud aloud) {
    this.home = home;
    this.vault = vault;
    this.clock = clock;
    this.aloud = aloud;
  }

  @Override
  public Answer stamp(Hash sha256) {
    try {
      return authority().stamp(sha256);
    } catch (IOException | VaultRefused away) {
      LOG.warn("no time stamp: the key of the authority built in cannot be read or made", away);
      return new Answer.Refused("the key of the authority built in cannot be read or made");
    }
  }

  private synchronized BuiltInAuthority authority() throws IOException {
    if (authority == null) {
      authority =
          home.isBlank()
              ? BuiltInAuthority.create(clock)
              : new OwnKey(Path.of(home).resolve(FILE), PURPOSE, vault, clock, aloud)
                  .kept(new Kind(clock));
    }
    return authority;
  }

  /** The key's length, the key, the certificate. */
  private record Kind(InstantSource clock) implements OwnKey.Kind<BuiltInAuthority> {
    @Override
    public BuiltInAuthority make() {
      return BuiltInAuthority.create(clock);
    }

    @Override
    public byte[] bytes(BuiltInAuthority fresh) throws GeneralSecurityException {
      byte[] key = fresh.key().getEncoded();
      byte[] certificate = fresh.certificate().getEncoded();
      return ByteBuffer.allocate(4 + key.length + certificate.length)
          .putInt(key.length)
          .put(key)
          .put(certificate)
          .array();
    }

    @Override
    public BuiltInAuthority read(byte[] bytes) throws GeneralSecurityException {
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
}

package ronda.proof.stamp;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import ronda.casework.chain.Hash;

/**
 * An authority within this installation, for an office that has named no other. Its stamps have the
 * form of any other's, and say by their certificate that they are <em>not independent</em>: they
 * show when the clock of this machine said what, not that nobody set it back.
 */
public final class BuiltInAuthority implements Stamps {
  /** What the certificate's subject says to every reader. */
  public static final String NAME = "Ronda built-in time stamp, not independent";

  /** The extension that marks such a certificate; an arc made from a UUID, as X.667 allows. */
  static final ASN1ObjectIdentifier NOT_INDEPENDENT =
      new ASN1ObjectIdentifier("2.25.103866214961533907219480164380205915521");

  /** The rule by which it stamps, as RFC 3161 asks for one; likewise from a UUID. */
  private static final ASN1ObjectIdentifier POLICY =
      new ASN1ObjectIdentifier("2.25.103866214961533907219480164380205915522");

  private static final Duration VALID = Duration.ofDays(3_653);
  private static final String SIGNATURE = "SHA256withRSA";

  private final PrivateKey key;
  private final X509Certificate certificate;
  private final InstantSource clock;

  public BuiltInAuthority(PrivateKey key, X509Certificate certificate, InstantSource clock) {
    this.key = key;
    this.certificate = certificate;
    this.clock = clock;
  }

  /** A new authority with a new key. */
  public static BuiltInAuthority create(InstantSource clock) {
    try {
      KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
      keys.initialize(3072);
      KeyPair pair = keys.generateKeyPair();
      return new BuiltInAuthority(pair.getPrivate(), certify(pair, clock.instant()), clock);
    } catch (GeneralSecurityException never) {
      throw new IllegalStateException("every Java platform has RSA", never);
    }
  }

  private static X509Certificate certify(KeyPair pair, Instant now)
      throws GeneralSecurityException {
    try {
      var name = new X500Principal("CN=\"" + NAME + "\"");
      // Long before, too: a clock that is set back must not make its own stamps invalid.
      var from = now.minus(VALID);
      var builder =
          new JcaX509v3CertificateBuilder(
              name,
              new BigInteger(128, new SecureRandom()),
              Date.from(from),
              Date.from(now.plus(VALID)),
              name,
              pair.getPublic());
      builder.addExtension(
          Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
      builder.addExtension(NOT_INDEPENDENT, false, new DERUTF8String("not independent"));
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(new JcaContentSignerBuilder(SIGNATURE).build(pair.getPrivate())));
    } catch (IOException | OperatorException wrong) {
      throw new GeneralSecurityException("the certificate cannot be made", wrong);
    }
  }

  public PrivateKey key() {
    return key;
  }

  public X509Certificate certificate() {
    return certificate;
  }

  @Override
  public Answer stamp(Hash sha256) {
    try {
      var request = new TimeStampRequestGenerator();
      request.setCertReq(true);
      byte[] hash = HexFormat.of().parseHex(sha256.hex());
      var asked = request.generate(TSPAlgorithms.SHA256, hash);
      // A serial number is never given twice: random, because nothing here counts.
      var serial = new BigInteger(127, new SecureRandom());
      byte[] response =
          new TimeStampResponseGenerator(tokens(), Set.of(TSPAlgorithms.SHA256.getId()))
              .generate(asked, serial, Date.from(clock.instant()))
              .getEncoded();
      return new Answer.Stamped(StampCheck.read(response, sha256));
    } catch (IOException | TSPException | OperatorException | GeneralSecurityException wrong) {
      throw new IllegalStateException("this installation's own stamp cannot be made", wrong);
    } catch (StampCheck.Refused wrong) {
      throw new IllegalStateException("this installation's own stamp is not right", wrong);
    }
  }

  /** What signs its stamps. */
  TimeStampTokenGenerator tokens()
      throws OperatorException, TSPException, GeneralSecurityException {
    var digests = new JcaDigestCalculatorProviderBuilder().build();
    DigestCalculator sha256 = digests.get(new AlgorithmIdentifier(TSPAlgorithms.SHA256));
    var signer = new JcaSimpleSignerInfoGeneratorBuilder().build(SIGNATURE, key, certificate);
    var tokens = new TimeStampTokenGenerator(signer, sha256, POLICY);
    tokens.addCertificates(new JcaCertStore(List.of(certificate)));
    return tokens;
  }
}

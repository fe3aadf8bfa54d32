package ronda.proof.stamp;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.util.Selector;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;
import org.jspecify.annotations.Nullable;
import ronda.casework.chain.Hash;

/**
 * Looks at a time stamp: is it of this hash, and signed by the certificate that it carries? Whether
 * that certificate is to be trusted is for the reader: its name and hash are told.
 */
public final class StampCheck {
  /** A stamp with its certificates has some kilobytes. */
  public static final int LARGEST = 1 << 18;

  private StampCheck() {}

  /** A stamp that cannot be relied on, and why. */
  public static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    Refused(String reason) {
      super(reason);
    }

    /** The reason: there always is one. */
    public String reason() {
      return String.valueOf(getMessage());
    }
  }

  /**
   * The stamp in an authority's answer.
   *
   * @throws Refused if it is none, is of something else, or its signature is not right
   */
  public static Stamp read(byte[] response, Hash sha256) throws Refused {
    return read(response, sha256, null);
  }

  /** As above; where a nonce was sent, the answer must repeat it. */
  static Stamp read(byte[] response, Hash sha256, @Nullable BigInteger nonce) throws Refused {
    try {
      TimeStampToken token = token(response);
      var told = token.getTimeStampInfo();
      if (!told.getMessageImprintAlgOID().equals(TSPAlgorithms.SHA256)) {
        throw new Refused("it is of a hash that is no SHA-256");
      }
      byte[] imprint = told.getMessageImprintDigest();
      if (!Arrays.equals(imprint, HexFormat.of().parseHex(sha256.hex()))) {
        throw new Refused("it is of something else: " + HexFormat.of().formatHex(imprint));
      }
      if (nonce != null && !nonce.equals(told.getNonce())) {
        throw new Refused("it answers another request");
      }
      X509CertificateHolder signer = signer(token);
      X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(signer);
      token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
      return new Stamp(
          response, pem(token), told.getGenTime().toInstant(), nameOf(signer), !isMadeHere(signer));
    } catch (IOException
        | TSPException
        | CertificateException
        | OperatorCreationException
        | RuntimeException wrong) {
      throw new Refused("it cannot be read or is not signed rightly: " + wrong.getMessage());
    }
  }

  private static TimeStampToken token(byte[] response) throws IOException, TSPException, Refused {
    if (response.length > LARGEST) {
      throw new Refused("it has more than " + LARGEST + " bytes");
    }
    var answer = new TimeStampResponse(response);
    TimeStampToken token = answer.getTimeStampToken();
    if (token == null) {
      throw new Refused("the authority refused: " + answer.getStatusString());
    }
    return token;
  }

  @SuppressWarnings("unchecked") // BouncyCastle's selector has no type of its own.
  private static X509CertificateHolder signer(TimeStampToken token) throws Refused {
    Selector<X509CertificateHolder> wanted = token.getSID();
    Collection<X509CertificateHolder> found = token.getCertificates().getMatches(wanted);
    if (found.isEmpty()) {
      throw new Refused("it does not carry its signer's certificate");
    }
    return found.iterator().next();
  }

  private static String pem(TimeStampToken token) throws IOException {
    var text = new StringWriter();
    try (var writer = new PemWriter(text)) {
      for (X509CertificateHolder one : token.getCertificates().getMatches(null)) {
        writer.writeObject(new PemObject("CERTIFICATE", one.getEncoded()));
      }
    } catch (UncheckedIOException broken) {
      throw new IOException(broken);
    }
    return text.toString().replace("\r\n", "\n");
  }

  private static String nameOf(X509CertificateHolder certificate) {
    RDN[] names = certificate.getSubject().getRDNs(BCStyle.CN);
    return names.length == 0
        ? certificate.getSubject().toString()
        : text(names[0].getFirst().getValue());
  }

  private static String text(ASN1Encodable value) {
    return value instanceof ASN1String string ? string.getString() : value.toString();
  }

  private static boolean isMadeHere(X509CertificateHolder certificate) {
    Extension mark = certificate.getExtension(BuiltInAuthority.NOT_INDEPENDENT);
    return mark != null || certificate.getSubject().equals(certificate.getIssuer());
  }
}

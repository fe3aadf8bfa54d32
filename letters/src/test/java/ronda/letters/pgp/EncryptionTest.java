package ronda.letters.pgp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.jcajce.JcaPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyDataDecryptorFactory;
import org.junit.jupiter.api.Test;
import ronda.letters.mail.OutgoingMail;

class EncryptionTest {
  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

  private static PGPKeyPair pair(int bits) throws PGPException {
    RSAKeyPairGenerator generator = new RSAKeyPairGenerator();
    generator.init(
        new RSAKeyGenerationParameters(BigInteger.valueOf(65537), new SecureRandom(), bits, 20));
    return new BcPGPKeyPair(
        4,
        PGPPublicKey.RSA_GENERAL,
        generator.generateKeyPair(),
        Date.from(NOW.minusSeconds(3600)));
  }

  private static String armoured(PGPKeyPair pair) throws PGPException, IOException {
    PGPKeyRingGenerator ring =
        new PGPKeyRingGenerator(
            PGPSignature.POSITIVE_CERTIFICATION,
            pair,
            "Direktorat Contoh <aduan@kementerian.invalid>",
            new BcPGPDigestCalculatorProvider().get(2),
            null,
            null,
            new BcPGPContentSignerBuilder(pair.getPublicKey().getAlgorithm(), 8),
            null);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ArmoredOutputStream armour = ArmoredOutputStream.builder().build(bytes)) {
      ring.generatePublicKeyRing().encode(armour);
    }
    return bytes.toString(StandardCharsets.US_ASCII);
  }

  private static RecipientKey key(PGPKeyPair pair) throws PGPException, IOException {
    RecipientKey.Answer answer = RecipientKey.read(armoured(pair), NOW);
    assertThat(answer).isInstanceOf(RecipientKey.Answer.Read.class);
    return ((RecipientKey.Answer.Read) answer).key();
  }

  private static byte[] opened(PGPKeyPair pair, String armour) throws Exception {
    PGPEncryptedDataList list =
        (PGPEncryptedDataList)
            new JcaPGPObjectFactory(
                    PGPUtil.getDecoderStream(
                        new ByteArrayInputStream(armour.getBytes(StandardCharsets.US_ASCII))))
                .nextObject();
    PGPPublicKeyEncryptedData data = (PGPPublicKeyEncryptedData) list.get(0);
    PGPLiteralData literal =
        (PGPLiteralData)
            new JcaPGPObjectFactory(
                    data.getDataStream(new BcPublicKeyDataDecryptorFactory(pair.getPrivateKey())))
                .nextObject();
    byte[] plain = literal.getInputStream().readAllBytes();
    assertThat(data.isIntegrityProtected()).isTrue();
    assertThat(data.verify()).isTrue();
    return plain;
  }

  @Test
  void the_owner_of_the_key_reads_the_letter_and_nobody_else_does() throws Exception {
    PGPKeyPair pair = pair(2048);
    byte[] mail =
        new OutgoingMail(
                "satu@contoh.invalid",
                "",
                "kominfo@contoh.invalid",
                "aduan@kementerian.invalid",
                NOW,
                "Surat nomor B-1",
                "Isi yang rahasia",
                List.of(
                    new OutgoingMail.Attachment(
                        "B-1.pdf", "application/pdf", new byte[] {1, 2, 3})))
            .bytes(Optional.of(key(pair)));
    String written = new String(mail, StandardCharsets.US_ASCII);

    assertThat(written).contains("multipart/encrypted").contains("application/pgp-encrypted");
    assertThat(written).doesNotContain("Isi yang rahasia").doesNotContain("B-1.pdf");
    String armour =
        written.substring(
            written.indexOf("-----BEGIN PGP MESSAGE"), written.indexOf("-----END PGP MESSAGE"));
    String plain =
        new String(opened(pair, armour + "-----END PGP MESSAGE-----\r\n"), StandardCharsets.UTF_8);
    assertThat(plain).contains("Isi yang rahasia").contains("B-1.pdf").contains("multipart/mixed");
  }

  @Test
  void a_fingerprint_is_forty_letters_in_groups_of_four() throws Exception {
    RecipientKey key = key(pair(2048));
    assertThat(key.fingerprint()).matches("([0-9A-F]{4} ){9}[0-9A-F]{4}");
    assertThat(key.owner()).contains("aduan@kementerian.invalid");
  }

  @Test
  void weak_secret_and_broken_keys_are_refused_with_a_word() throws Exception {
    assertThat(RecipientKey.read(armoured(pair(1024)), NOW))
        .isEqualTo(new RecipientKey.Answer.Refused(RecipientKey.Why.WEAK));
    assertThat(RecipientKey.read("-----BEGIN PGP PRIVATE KEY BLOCK-----", NOW))
        .isEqualTo(new RecipientKey.Answer.Refused(RecipientKey.Why.SECRET));
    assertThat(RecipientKey.read("bukan kunci", NOW))
        .isInstanceOf(RecipientKey.Answer.Refused.class);
    String cut = armoured(pair(2048)).substring(0, 400);
    assertThat(RecipientKey.read(cut, NOW)).isInstanceOf(RecipientKey.Answer.Refused.class);
  }
}

package ronda.proof.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ronda.casework.chain.Hash;
import ronda.proof.stamp.Stamps;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes anchors, signed with Ed25519 and stamped, and checks what is their own. */
public final class Anchors {
  static final String HEADS = "heads.json";
  static final String SIGNATURE = "heads.sig";
  static final String KEY = "key.pem";

  private Anchors() {}

  /** Writes an anchor, whole or not at all, and answers the hash of the file. */
  public static Hash write(Path path, Anchor anchor, KeyPair key, Stamps stamps)
      throws IOException {
    ObjectNode about = Json.object();
    about.put("format", Anchor.FORMAT).put("office", anchor.office()).put("name", anchor.name());
    about.put("at", anchor.at().toString());
    ArrayNode heads = about.putArray("heads");
    anchor
        .heads()
        .forEach(
            head ->
                heads
                    .addObject()
                    .put("chain", head.chain())
                    .put("entries", head.entries())
                    .put("head", head.head().hex()));
    byte[] bytes = Json.bytes(about);
    List<Envelope.Page> pages =
        List.of(
            new Envelope.Page(Bundles.README, Content.of(Readme.ANCHOR)),
            new Envelope.Page(HEADS, Content.of(bytes)),
            new Envelope.Page(SIGNATURE, Content.of(signed(bytes, key))),
            new Envelope.Page(KEY, Content.of(pem(key.getPublic()))));
    var sealing =
        new Envelope.Sealing(
            Anchor.FORMAT, "office:" + anchor.office(), "Ronda", anchor.at(), Map.of());
    return Envelope.write(path, pages, sealing, stamps);
  }

  private static byte[] signed(byte[] bytes, KeyPair key) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key.getPrivate());
      signature.update(bytes);
      return signature.sign();
    } catch (GeneralSecurityException wrong) {
      throw new IllegalStateException("an anchor cannot be signed with this key", wrong);
    }
  }

  private static String pem(PublicKey key) {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
    return "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n";
  }

  /** What is wrong goes to {@code opened}. */
  static List<Verdict.Count> check(Opened opened, EnvelopeCheck envelope) throws IOException {
    Optional<byte[]> bytes = opened.bytes(HEADS);
    Optional<byte[]> signature = opened.bytes(SIGNATURE);
    Optional<byte[]> key = opened.bytes(KEY);
    Optional<JsonNode> about = bytes.flatMap(Json::read);
    if (about.isEmpty() || signature.isEmpty() || key.isEmpty()) {
      opened.fault(Fault.in(HEADS, "heads, signature or key are not to be read"));
      return List.of();
    }
    if (!envelope.subject().equals("office:" + Json.text(about.get(), "office"))
        || !Json.text(about.get(), "format").equals(Anchor.FORMAT)) {
      opened.fault(Fault.in(HEADS, "they are of another office than the seal says"));
    }
    if (!holds(bytes.orElseThrow(), signature.get(), key.get())) {
      opened.fault(
          Fault.at(SIGNATURE, opened.place(SIGNATURE), "the signature is not of these heads"));
    }
    return List.of(new Verdict.Count("heads", about.get().path("heads").size()));
  }

  private static boolean holds(byte[] bytes, byte[] signature, byte[] pem) {
    try {
      String base64 =
          new String(pem, StandardCharsets.US_ASCII)
              .replace("-----BEGIN PUBLIC KEY-----", "")
              .replace("-----END PUBLIC KEY-----", "");
      byte[] der = Base64.getMimeDecoder().decode(base64);
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der)));
      check.update(bytes);
      return check.verify(signature);
    } catch (GeneralSecurityException | IllegalArgumentException wrong) {
      return false;
    }
  }
}

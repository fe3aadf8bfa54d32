package ronda.proof.bundle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import ronda.casework.chain.Hash;

/** A SHA-256 of bytes that come in pieces. */
final class Hashing {
  private final MessageDigest digest;

  Hashing() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException("every Java platform has SHA-256", never);
    }
  }

  void add(byte[] bytes, int length) {
    digest.update(bytes, 0, length);
  }

  /** The hash of all that was added; afterwards it begins anew. */
  Hash hash() {
    return new Hash(HexFormat.of().formatHex(digest.digest()));
  }
}

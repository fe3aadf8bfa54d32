package ronda.proof.stamp;

import java.time.Instant;
import java.util.Arrays;

/**
 * A time stamp (stempel waktu): that a hash was known to an authority at a time.
 *
 * @param response the authority's whole answer, DER of a TimeStampResp (RFC 3161)
 * @param certificates the certificates it carries, in PEM: what {@code openssl ts -verify} is given
 * @param at the authority's time
 * @param authority the name in the signer's certificate
 * @param independent false where it was made by this installation, for itself
 */
public record Stamp(
    byte[] response, String certificates, Instant at, String authority, boolean independent) {
  public Stamp {
    response = response.clone();
  }

  @Override
  public byte[] response() {
    return response.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Stamp stamp && Arrays.equals(response, stamp.response);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(response);
  }

  @Override
  public String toString() {
    return "stamp of " + authority + " at " + at;
  }
}

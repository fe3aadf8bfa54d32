package ronda.proof.picture;

/**
 * Counts how often a JPEG picture paints over itself. Within what is painted the byte FF is always
 * followed by 00, so that the mark FF DA can be counted without decoding anything; a small picture
 * within the head may add one or two.
 */
final class Scans {
  private Scans() {}

  /** At least 1. */
  static int in(byte[] bytes) {
    boolean jpeg = bytes.length > 2 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xd8;
    int scans = 0;
    for (int i = 2; jpeg && i + 1 < bytes.length; i++) {
      if ((bytes[i] & 0xff) == 0xff && (bytes[i + 1] & 0xff) == 0xda) {
        scans++;
      }
    }
    return Math.max(1, scans);
  }
}

package ronda.server.desk;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Bytes that are counted and hashed while somebody reads them, in whatever portions. Skipped bytes
 * are read; closing it leaves the bytes open, since what follows the last line belongs to them too.
 */
final class Measured extends InputStream {
  private static final int PORTION = 64 << 10;

  private final InputStream bytes;
  private final MessageDigest digest = sha256();
  private long count;
  private Optional<IOException> broken = Optional.empty();

  Measured(InputStream bytes) {
    this.bytes = bytes;
  }

  /**
   * By what bytes are known again.
   *
   * @param count how many
   * @param digest their SHA-256, in hexadecimal
   */
  record Measure(long count, String digest) {}

  /**
   * Reads what is left, and says what all of them are known by.
   *
   * @throws IOException if they broke off, now or under somebody who took that for their end
   */
  Measure toTheEnd() throws IOException {
    if (broken.isPresent()) {
      throw broken.get();
    }
    byte[] portion = new byte[PORTION];
    while (read(portion) >= 0) {
      // Reading is all that is needed.
    }
    return measure();
  }

  /** Whether they are the bytes of this measure: reads at most one portion more than those. */
  boolean are(Measure known) throws IOException {
    byte[] portion = new byte[PORTION];
    while (count <= known.count()) {
      if (read(portion) < 0) {
        return measure().equals(known);
      }
    }
    return false;
  }

  private Measure measure() {
    return new Measure(count, HexFormat.of().formatHex(digest.digest()));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int read;
    try {
      read = bytes.read(into, from, length);
    } catch (IOException e) {
      broken = Optional.of(e);
      throw e;
    }
    if (read > 0) {
      digest.update(into, from, read);
      count += read;
    }
    return read;
  }

  @Override
  public int available() throws IOException {
    return bytes.available();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}

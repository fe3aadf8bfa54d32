package ronda.server.desk;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Bytes that have to come at a fair pace while somebody reads them: a sender who dawdles keeps a
 * place from others. Only waiting for the sender counts, not what is done with the bytes.
 */
final class Steady extends FilterInputStream {
  /** The least that is expected, in bytes a second: slower than any telephone line in use. */
  static final int LEAST_A_SECOND = 4 << 10;

  private final long patience;
  private final LongSupplier nanos;
  private long waited;
  private long count;

  /** The sender dawdles. Unchecked: whoever reads takes a broken stream for the end of it. */
  static final class TooSlow extends RuntimeException {
    TooSlow() {
      super("the bytes come too slowly", null, false, false);
    }
  }

  /**
   * @param patience how long one may wait in all, beyond a second for each {@link #LEAST_A_SECOND}
   * @param nanos a clock that only runs forward, in nanoseconds
   */
  Steady(InputStream bytes, Duration patience, LongSupplier nanos) {
    super(bytes);
    this.patience = patience.toNanos();
    this.nanos = nanos;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] portion, int offset, int length) throws IOException {
    long begun = nanos.getAsLong();
    int read;
    try {
      read = super.read(portion, offset, length);
    } catch (SocketTimeoutException silent) {
      throw new TooSlow();
    }
    waited += nanos.getAsLong() - begun;
    count += Math.max(read, 0);
    if (waited > patience + (long) (count * 1e9 / LEAST_A_SECOND)) {
      throw new TooSlow();
    }
    return read;
  }

  @Override
  public long skip(long bytes) throws IOException {
    return Math.max(0, read(new byte[(int) Math.min(bytes, 64 << 10)]));
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}

package ronda.sources.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * What a gzip file unpacks to, up to a bound: a megabyte of it can stand for a gigabyte. Beyond it
 * reading fails, as on a file that breaks off.
 */
public final class Unpacked extends FilterInputStream {
  private final long most;
  private long unpacked;

  private Unpacked(InputStream in, long most) {
    super(in);
    this.most = most;
  }

  /**
   * Unpacks as one reads.
   *
   * @param most in bytes
   */
  public static InputStream gzip(InputStream packed, long most) throws IOException {
    return new Unpacked(new GZIPInputStream(packed, 64 << 10), most);
  }

  @Override
  public int read() throws IOException {
    int read = in.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = in.read(into, offset, length);
    count(Math.max(read, 0));
    return read;
  }

  /** It unpacks to more than was allowed. */
  static final class TooFar extends IOException {
    private static final long serialVersionUID = 1;

    private final long most;

    TooFar(long most) {
      super("it unpacks to more than " + most + " MB");
      this.most = most;
    }

    /** In megabytes. */
    long most() {
      return most;
    }
  }

  private void count(int more) throws IOException {
    unpacked += more;
    if (unpacked > most) {
      throw new TooFar(most >> 20);
    }
  }
}

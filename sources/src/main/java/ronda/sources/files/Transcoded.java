package ronda.sources.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Bytes in one encoding, read as UTF-8. */
final class Transcoded extends InputStream {
  private static final int AT_ONCE = 8 << 10;

  private final InputStreamReader letters;
  private final char[] units = new char[AT_ONCE];
  private byte[] bytes = {};
  private int at;

  /** A high surrogate whose other half has not been read yet stands in front. */
  private int held;

  Transcoded(InputStream source, Charset charset) {
    letters = new InputStreamReader(source, charset);
  }

  @Override
  public int read() throws IOException {
    return fill() ? bytes[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, into.length);
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, bytes.length - at);
    System.arraycopy(bytes, at, into, offset, count);
    at += count;
    return count;
  }

  private boolean fill() throws IOException {
    while (at == bytes.length) {
      int read = letters.read(units, held, units.length - held);
      if (read < 0 && held == 0) {
        return false;
      }
      int end = held + Math.max(read, 0);
      held = read >= 0 && Character.isHighSurrogate(units[end - 1]) ? 1 : 0;
      bytes = new String(units, 0, end - held).getBytes(StandardCharsets.UTF_8);
      at = 0;
      if (held == 1) {
        units[0] = units[end - 1];
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    letters.close();
  }
}

package ronda.sources.files;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** How a file's letters are written as bytes (pengodean huruf). */
public enum Encoding {
  UTF_8("UTF-8"),
  /** What spreadsheets on Windows write where they are not asked for UTF-8. */
  WINDOWS_1252("windows-1252"),
  UTF_16LE("UTF-16LE"),
  UTF_16BE("UTF-16BE");

  private final Charset charset;

  Encoding(String name) {
    charset = Charset.forName(name);
  }

  /** As it is shown to people. */
  public String label() {
    return this == WINDOWS_1252 ? "Windows-1252" : charset.name();
  }

  /**
   * What the beginning of a file shows. A file that is UTF-8 but for a few broken bytes stays
   * UTF-8: its broken lines are refused one by one. One whose bytes above 127 are mostly not UTF-8
   * is Windows-1252.
   */
  public static Encoding of(byte[] head) {
    if (head.length >= 2 && (head[0] & 0xff) == 0xff && (head[1] & 0xff) == 0xfe) {
      return UTF_16LE;
    }
    if (head.length >= 2 && (head[0] & 0xff) == 0xfe && (head[1] & 0xff) == 0xff) {
      return UTF_16BE;
    }
    int letters = 0;
    int broken = 0;
    int at = 0;
    while (at < head.length) {
      int length = letterAt(head, at);
      if (length > 1) {
        letters++;
      } else if (length == 0 && at < head.length - 3) {
        broken++;
      }
      at += Math.max(1, length);
    }
    return broken > letters ? WINDOWS_1252 : UTF_8;
  }

  /** How many bytes the UTF-8 letter at this place takes; 0 if none stands there. */
  private static int letterAt(byte[] bytes, int at) {
    int first = bytes[at] & 0xff;
    if (first < 0x80) {
      return 1;
    }
    int length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4 || at + length > bytes.length) {
      return 0;
    }
    for (int i = 1; i < length; i++) {
      if ((bytes[at + i] & 0xc0) != 0x80) {
        return 0;
      }
    }
    return length;
  }

  /** The same letters in UTF-8. */
  public InputStream toUtf8(InputStream bytes) {
    return this == UTF_8 ? bytes : new Transcoded(bytes, charset);
  }

  /** The same letters in UTF-8, of bytes in memory. */
  public byte[] toUtf8(byte[] bytes) {
    return this == UTF_8 ? bytes : new String(bytes, charset).getBytes(StandardCharsets.UTF_8);
  }
}

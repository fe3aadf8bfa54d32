package ronda.sources.files;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Objects;

/** Writes JSON as UTF-8 into memory. It knows the form, and leaves the meaning to its callers. */
public final class JsonBytes {
  private static final byte[] HEX = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
  };

  private byte[] bytes;
  private int length;

  /** Nothing is written yet, and {@code capacity} bytes fit before the first growth. */
  public JsonBytes(int capacity) {
    bytes = new byte[capacity];
  }

  /** How many bytes were written. */
  public int length() {
    return length;
  }

  /** Takes back what was written after the first {@code length} bytes. */
  public void cutTo(int length) {
    this.length = Objects.checkIndex(length, this.length + 1);
  }

  /** Writes everything to {@code out}. */
  public void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, length);
  }

  /** Everything written so far. */
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  /** Writes ASCII text as it is: brackets, names, commas. */
  public JsonBytes raw(String ascii) {
    int size = ascii.length();
    reserve(size);
    for (int i = 0; i < size; i++) {
      bytes[length + i] = (byte) ascii.charAt(i);
    }
    length += size;
    return this;
  }

  /** Writes one ASCII character as it is. */
  public JsonBytes raw(char ascii) {
    reserve(1);
    bytes[length++] = (byte) ascii;
    return this;
  }

  /** Writes a whole number. */
  public JsonBytes number(long value) {
    return raw(Long.toString(value));
  }

  /**
   * Writes a number rounded to four digits after the point, without idle zeros. What is not finite
   * or too large for that is written in full, or as 0.
   */
  public JsonBytes number(double value) {
    if (!(Math.abs(value) < 1e12)) {
      return raw(Double.isFinite(value) ? Double.toString(value) : "0");
    }
    long scaled = Math.round(value * 10_000);
    if (scaled < 0) {
      raw('-');
      scaled = -scaled;
    }
    long whole = scaled / 10_000;
    if (whole < 10) {
      raw((char) ('0' + whole));
    } else {
      number(whole);
    }
    int rest = (int) (scaled % 10_000);
    if (rest != 0) {
      reserve(5);
      bytes[length++] = '.';
      for (int digit = 1_000; rest != 0; digit /= 10) {
        bytes[length++] = (byte) ('0' + rest / digit);
        rest %= digit;
      }
    }
    return this;
  }

  /**
   * Writes a number rounded to six digits after the point: for rates far below one in a hundred.
   */
  public JsonBytes precise(double value) {
    return raw(
        new BigDecimal(value)
            .setScale(6, RoundingMode.HALF_EVEN)
            .stripTrailingZeros()
            .toPlainString());
  }

  /** Writes a string in quotes. A lone surrogate, which UTF-8 cannot hold, is escaped. */
  public JsonBytes string(String value) {
    int size = value.length();
    reserve(6L * size + 2);
    bytes[length++] = '"';
    for (int i = 0; i < size; i++) {
      char c = value.charAt(i);
      if (c >= ' ' && c < 0x80 && c != '"' && c != '\\') {
        bytes[length++] = (byte) c;
      } else if (c < 0x80) {
        ascii(c);
      } else if (c < 0x800) {
        bytes[length++] = (byte) (0xc0 | c >> 6);
        bytes[length++] = (byte) (0x80 | c & 0x3f);
      } else if (Character.isHighSurrogate(c)
          && i + 1 < size
          && Character.isLowSurrogate(value.charAt(i + 1))) {
        pair(Character.toCodePoint(c, value.charAt(++i)));
      } else if (Character.isSurrogate(c)) {
        escape(c);
      } else {
        bytes[length++] = (byte) (0xe0 | c >> 12);
        bytes[length++] = (byte) (0x80 | c >> 6 & 0x3f);
        bytes[length++] = (byte) (0x80 | c & 0x3f);
      }
    }
    bytes[length++] = '"';
    return this;
  }

  private void pair(int point) {
    bytes[length++] = (byte) (0xf0 | point >> 18);
    bytes[length++] = (byte) (0x80 | point >> 12 & 0x3f);
    bytes[length++] = (byte) (0x80 | point >> 6 & 0x3f);
    bytes[length++] = (byte) (0x80 | point & 0x3f);
  }

  private void ascii(char c) {
    byte letter =
        switch (c) {
          case '"' -> '"';
          case '\\' -> '\\';
          case '\n' -> 'n';
          case '\r' -> 'r';
          case '\t' -> 't';
          default -> 0;
        };
    if (letter == 0) {
      escape(c);
    } else {
      bytes[length++] = '\\';
      bytes[length++] = letter;
    }
  }

  private void escape(char c) {
    bytes[length++] = '\\';
    bytes[length++] = 'u';
    for (int shift = 12; shift >= 0; shift -= 4) {
      bytes[length++] = HEX[c >> shift & 0xf];
    }
  }

  private void reserve(long more) {
    if (length + more > bytes.length) {
      long wanted = Math.max(length + more, 2L * bytes.length);
      bytes = Arrays.copyOf(bytes, Math.toIntExact(Math.min(wanted, Integer.MAX_VALUE - 8)));
    }
  }
}

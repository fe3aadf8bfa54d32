package ronda.identify.text;

/** Characters as UTF-8, one at a time. */
final class Utf8 {
  private Utf8() {}

  /** Writes {@code c}, which is no surrogate, and returns the position after it. */
  static int write(int c, byte[] target, int at) {
    int next = at;
    if (c < 0x80) {
      target[next++] = (byte) c;
    } else if (c < 0x800) {
      target[next++] = (byte) (0xC0 | c >> 6);
      target[next++] = (byte) (0x80 | c & 0x3F);
    } else if (c < 0x10000) {
      target[next++] = (byte) (0xE0 | c >> 12);
      target[next++] = (byte) (0x80 | c >> 6 & 0x3F);
      target[next++] = (byte) (0x80 | c & 0x3F);
    } else {
      target[next++] = (byte) (0xF0 | c >> 18);
      target[next++] = (byte) (0x80 | c >> 12 & 0x3F);
      target[next++] = (byte) (0x80 | c >> 6 & 0x3F);
      target[next++] = (byte) (0x80 | c & 0x3F);
    }
    return next;
  }

  /** How many bytes these characters become; half a surrogate pair becomes a question mark. */
  static int length(char[] text, int from, int to) {
    int bytes = 0;
    for (int i = from; i < to; i++) {
      char c = text[i];
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length
          && Character.isLowSurrogate(text[i + 1])) {
        bytes += 4;
        i++;
      } else {
        bytes += c < 0x80 || Character.isSurrogate(c) ? 1 : c < 0x800 ? 2 : 3;
      }
    }
    return bytes;
  }

  /** How many bytes the character has that begins with {@code first}. */
  static int length(byte first) {
    if (first >= 0) {
      return 1;
    }
    return (first & 0xE0) == 0xC0 ? 2 : (first & 0xF0) == 0xE0 ? 3 : 4;
  }

  /** The character at {@code at}, of bytes that this class wrote. */
  static int read(byte[] bytes, int at) {
    int length = length(bytes[at]);
    int c = length == 1 ? bytes[at] : bytes[at] & 0x7F >> length;
    for (int i = 1; i < length; i++) {
      c = c << 6 | bytes[at + i] & 0x3F;
    }
    return c;
  }
}

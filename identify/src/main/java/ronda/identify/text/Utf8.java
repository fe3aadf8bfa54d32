package ronda.identify.text;

/** Writes characters as UTF-8. */
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
}

package ronda.sources.files;

/** What every format asks of the bytes of a line before it looks at their meaning. */
final class Text {
  private Text() {}

  /** Refuses bytes that are not UTF-8, or hold a NUL, and says where (from 0). */
  static void check(byte[] bytes, int from, int to) throws Unreadable {
    int error = Utf8.firstError(bytes, from, to);
    if (error >= 0) {
      throw new Unreadable(
          "not UTF-8: byte 0x%02x at offset %d of the line"
              .formatted(bytes[error] & 0xff, error - from));
    }
    for (int i = from; i < to; i++) {
      if (bytes[i] == 0) {
        throw new Unreadable(
            "a NUL byte at offset %d of the line: is this UTF-16, or not a text file?"
                .formatted(i - from));
      }
    }
  }

  /** Refuses a text that is longer than any post. */
  static void checkLength(String text) throws Unreadable {
    if (text.length() > Limits.TEXT_UNITS) {
      throw new Unreadable(
          "text is too long: %,d UTF-16 units, at most %,d are read"
              .formatted(text.length(), Limits.TEXT_UNITS));
    }
  }
}

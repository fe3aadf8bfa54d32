package ronda.sources.files;

import ronda.sources.files.Why.Kind;

/** What every format asks of the bytes of a line before it looks at their meaning. */
final class Text {
  private Text() {}

  /** Refuses bytes that are not UTF-8, or hold a NUL, and says where (from 0). */
  static void check(byte[] bytes, int from, int to) throws Unreadable {
    int error = Utf8.firstError(bytes, from, to);
    if (error >= 0) {
      throw new Unreadable(
          Why.of(Kind.NOT_UTF_8, "0x%02x".formatted(bytes[error] & 0xff)).and(error - from));
    }
    for (int i = from; i < to; i++) {
      if (bytes[i] == 0) {
        throw new Unreadable(Why.of(Kind.NUL).and(i - from));
      }
    }
  }

  /** Refuses a text that is longer than any post. */
  static void checkLength(String text) throws Unreadable {
    if (text.length() > Limits.TEXT_UNITS) {
      throw new Unreadable(Why.of(Kind.TEXT_TOO_LONG).and(text.length(), Limits.TEXT_UNITS));
    }
  }
}

package ronda.identify.entity;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import ronda.identify.post.Span;
import ronda.identify.text.PlainText;

/** One text while it is being walked: its plain bytes, and the way back to the original. */
final class Reading {
  private final PlainText text;
  private final byte[] bytes;
  private final int length;
  private @Nullable LooseNumber number;
  private int linksReadTo;
  private int disguisedReadTo;

  Reading(PlainText text) {
    this.text = text;
    this.bytes = text.bytes();
    this.length = text.length();
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  /** The plain byte at {@code i}: below 0 where it is not ASCII, a line feed outside the text. */
  int at(int i) {
    return i >= 0 && i < length ? bytes[i] : '\n';
  }

  /** Up to where disguised host names have been weighed, in the same sense. */
  int disguisedReadTo() {
    return disguisedReadTo;
  }

  void disguisedReadTo(int place) {
    disguisedReadTo = place;
  }

  /** Whether the blank at {@code i} was the end of a line: plain text has no line feeds. */
  boolean endsLine(int i) {
    if (i < 0 || i >= length) {
      return true;
    }
    if (bytes[i] != ' ') {
      return false;
    }
    char written = text.original().charAt(span(i, i + 1).start());
    return written == '\n' || written == '\r';
  }

  /** The number that begins with the digit at {@code at}; read once, however many finders ask. */
  LooseNumber numberAt(int at) {
    LooseNumber known = number;
    if (known == null || known.anchor() != at) {
      known = LooseNumber.read(this, at);
      number = known;
    }
    return known;
  }

  /** Up to where host names have been weighed; a dot before it belongs to one of them. */
  int linksReadTo() {
    return linksReadTo;
  }

  void linksReadTo(int place) {
    linksReadTo = place;
  }

  /** Whether the plain text holds {@code word}, in ASCII, at {@code at}. */
  boolean holds(String word, int at) {
    if (at < 0 || at + word.length() > length) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (bytes[at + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Where the run of letters and digits around or before {@code at} begins. */
  int tokenStart(int at, int atMost) {
    int i = at;
    while (i > 0 && at - i < atMost && isAlphanumeric(bytes[i - 1])) {
      i--;
    }
    return i;
  }

  /** Where the run of letters and digits that begins at {@code at} ends. */
  int tokenEnd(int at, int atMost) {
    int i = at;
    while (i < length && i - at < atMost && isAlphanumeric(bytes[i])) {
      i++;
    }
    return i;
  }

  /** The plain text from {@code from} to {@code to}. */
  String plain(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  Span span(int from, int to) {
    return text.originalSpan(from, to);
  }

  /** The whole text as it was collected. */
  String original() {
    return text.original();
  }

  /**
   * The stretch as it was written, upper case included; or the plain stretch where the writing was
   * not plain ASCII, since then the original says no more.
   */
  String written(int from, int to) {
    String original = span(from, to).of(text.original());
    return original.length() == to - from && isAscii(original) ? original : plain(from, to);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  static boolean isDigit(int b) {
    return b >= '0' && b <= '9';
  }

  static boolean isLetter(int b) {
    return b >= 'a' && b <= 'z';
  }

  static boolean isAlphanumeric(int b) {
    return isDigit(b) || isLetter(b);
  }
}

package ronda.identify.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** What the tests of this room ask of a plain text. */
final class Texts {
  private Texts() {}

  static String plain(String text) {
    return string(Fold.plain(text));
  }

  static String string(PlainText plain) {
    return new String(plain.bytes(), 0, plain.length(), UTF_8);
  }

  /** Recovered words, without chat spelling. */
  static List<String> recovered(String text) {
    return Fold.plain(text).recovered().stream()
        .filter(word -> (word.spelling() & Spelling.CHAT) == 0)
        .map(Recovered::plain)
        .toList();
  }

  static List<String> chat(String text) {
    return Fold.plain(text).recovered().stream()
        .filter(word -> (word.spelling() & Spelling.CHAT) != 0)
        .map(Recovered::plain)
        .toList();
  }

  /** The spelling of the only word of {@code text}. */
  static int spelling(String text) {
    PlainText plain = Fold.plain(text);
    if (plain.words() != 1) {
      throw new IllegalArgumentException("not one word: " + text);
    }
    return plain.wordSpelling(0);
  }

  /** Where the plain word {@code word} stood in {@code text}. */
  static String originalOf(String word, String text) {
    PlainText plain = Fold.plain(text);
    String before = string(plain).substring(0, string(plain).indexOf(word));
    int from = before.getBytes(UTF_8).length;
    return plain.originalSpan(from, from + word.getBytes(UTF_8).length).of(text);
  }
}

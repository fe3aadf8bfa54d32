package ronda.identify.classify;

import java.nio.charset.StandardCharsets;
import ronda.identify.text.PlainText;
import ronda.identify.text.Recovered;

/**
 * One way through a text for all who read its features: its words and the signs between them in
 * order, then the words that only the strong reading sees. Learning and judging walk the same way.
 */
final class Walk {
  private Walk() {}

  /** Receives the tokens of a text. */
  interface Sink {
    /**
     * @param bytes where the token's letters stand, from {@code from} up to {@code to}
     * @param spelling bits of {@link ronda.identify.text.Spelling}, with {@link Features#GAP} or
     *     {@link Features#RECOVERED}
     * @param plainFrom where it begins in the plain text
     * @param plainTo where it ends in the plain text, exclusive
     */
    void token(byte[] bytes, int from, int to, int spelling, int plainFrom, int plainTo);
  }

  static void over(PlainText text, Sink sink) {
    byte[] bytes = text.bytes();
    int[] bounds = text.bounds();
    int words = text.words();
    int end = 0;
    for (int w = 0; w < words; w++) {
      int from = bounds[2 * w];
      gap(bytes, end, from, sink);
      end = bounds[2 * w + 1];
      sink.token(bytes, from, end, text.wordSpelling(w), from, end);
    }
    gap(bytes, end, text.length(), sink);
    for (Recovered recovered : text.recovered()) {
      byte[] plain = recovered.plain().getBytes(StandardCharsets.UTF_8);
      int spelling = recovered.spelling() | Features.RECOVERED;
      sink.token(plain, 0, plain.length, spelling, recovered.from(), recovered.to());
    }
  }

  /** Signs between words speak, a lone space does not. */
  private static void gap(byte[] bytes, int from, int to, Sink sink) {
    while (from < to && bytes[from] == ' ') {
      from++;
    }
    while (to > from && bytes[to - 1] == ' ') {
      to--;
    }
    if (from < to) {
      sink.token(bytes, from, to, Features.GAP, from, to);
    }
  }
}

package ronda.sources.files;

import java.nio.charset.StandardCharsets;

/**
 * A line that could not be read, kept for the person who sent it (tolakan).
 *
 * @param line its number, from 1
 * @param why what is wrong with it
 * @param input the line as it stood; bytes that are not UTF-8 show as U+FFFD
 * @param bytes how long the line was; more than {@code input} holds where it was cut
 */
public record Refusal(long line, Why why, String input, long bytes) {

  static Refusal of(long line, Why why, byte[] bytes, int from, int to) {
    return cut(line, why, bytes, from, to, to - from);
  }

  /** A line of {@code length} bytes of which only the beginning is at hand. */
  static Refusal cut(long line, Why why, byte[] bytes, int from, int to, long length) {
    int end = Math.min(to, from + Limits.KEPT_BYTES);
    return new Refusal(
        line, why, new String(bytes, from, end - from, StandardCharsets.UTF_8), length);
  }

  /** What is wrong with it, in English. */
  public String error() {
    return why.toString();
  }

  /** Whether {@link #input} is only the beginning. */
  public boolean isCut() {
    return bytes > Limits.KEPT_BYTES;
  }
}

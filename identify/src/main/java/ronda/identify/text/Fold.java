package ronda.identify.text;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Undoes disguised spelling, by one table, in one pass (bacaan ringan). Stateless and safe to
 * share.
 */
public final class Fold {
  private Fold() {}

  /** The plain reading of {@code text}. Any string is accepted, lone surrogates included. */
  public static PlainText plain(String text) {
    // An intrinsic, and as long as the text only if all of it is ASCII (or a lone surrogate, which
    // becomes a question mark in its place). Then nothing moves, and no offsets are needed.
    byte[] bytes = text.getBytes(UTF_8);
    if (bytes.length != text.length()) {
      return new FoldPass(text, bytes).run();
    }
    PlainText ascii = AsciiPass.read(text, bytes);
    return ascii != null ? ascii : new FoldPass(text, text.getBytes(UTF_8)).run();
  }
}

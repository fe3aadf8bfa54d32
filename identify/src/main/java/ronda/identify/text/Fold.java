package ronda.identify.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Undoes disguised spelling, by one table, in one pass. Stateless and safe to share. */
public final class Fold {
  private Fold() {}

  /** The plain reading of {@code text}. Any string is accepted, lone surrogates included. */
  public static PlainText plain(String text) {
    // An intrinsic, and as long as the text only if all of it is ASCII (or a lone surrogate, which
    // becomes a question mark in its place). Then nothing moves, and no offsets are needed.
    byte[] bytes = text.getBytes(UTF_8);
    if (bytes.length == text.length()) {
      PlainText plain = inPlace(text, bytes);
      if (plain != null) {
        return plain;
      }
    }
    return new FoldPass(text).run();
  }

  /** Folds ASCII where it stands, or returns null if a character must go. */
  private static @Nullable PlainText inPlace(String text, byte[] bytes) {
    byte[] kinds = Ascii.KIND;
    byte[] plain = Ascii.PLAIN;
    int[] bounds = new int[bytes.length / 2 + 8];
    int count = 0;
    int all = 0;
    int before = 0;
    for (int i = 0; i < bytes.length; i++) {
      int c = bytes[i];
      int kind = kinds[c];
      bytes[i] = plain[c];
      all |= kind;
      int inWord = (kind + 7) >> 3; // 0 for 0, and 1 for the kinds of words
      if (count == bounds.length) {
        bounds = Arrays.copyOf(bounds, count * 2);
      }
      bounds[count] = i; // written always, counted only where a word begins or ends
      count += inWord ^ before;
      before = inWord;
    }
    if ((all & Ascii.CONTROL) != 0) {
      return null;
    }
    if (before != 0) {
      if (count == bounds.length) {
        bounds = Arrays.copyOf(bounds, count + 1);
      }
      bounds[count++] = bytes.length;
    }
    return PlainText.ofAscii(text, bytes, bounds, count / 2);
  }
}

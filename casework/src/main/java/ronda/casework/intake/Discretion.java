package ronda.casework.intake;

import java.util.List;
import ronda.identify.post.Origin;
import ronda.identify.post.Post;
import ronda.identify.signal.EntityFound;
import ronda.identify.signal.EntityKind;

/** What of a post is hidden before it is kept. */
public final class Discretion {
  private Discretion() {}

  /**
   * The post with the digits of every identity number (NIK) replaced by stars, one for one, so that
   * every reason still points at its place: in whatever disguise they are written, as letters, in
   * circles or in words. So is, in every field, what is no text: a database and a hash know neither
   * NUL nor half a surrogate pair, and one such name must not stop the posts beside it.
   */
  public static Post hide(Post post, List<EntityFound> entities) {
    StringBuilder text = new StringBuilder(post.text());
    for (EntityFound entity : entities) {
      if (entity.entityKind() == EntityKind.NIK) {
        for (int i = entity.span().start(); i < entity.span().end(); i++) {
          if (!isGap(text.charAt(i))) {
            text.setCharAt(i, '*');
          }
        }
      }
    }
    Origin origin = post.origin();
    return new Post(
        asText(post.id()),
        asText(text),
        new Origin(
            asText(origin.author()),
            asText(origin.platform()),
            asText(origin.url()),
            origin.postedAt(),
            asText(origin.region()),
            origin.links().stream().map(Discretion::asText).toList(),
            origin.images().stream().map(Discretion::asText).toList()));
  }

  /** What stands between digits and tells nothing; all else may be one in disguise. */
  private static boolean isGap(char c) {
    return Character.isWhitespace(c) || " .-/,:()".indexOf(c) >= 0;
  }

  private static String asText(CharSequence written) {
    StringBuilder text = new StringBuilder(written);
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == 0 || isHalf(text, i)) {
        text.setCharAt(i, '\uFFFD');
      }
    }
    return text.toString();
  }

  private static boolean isHalf(CharSequence text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }
}

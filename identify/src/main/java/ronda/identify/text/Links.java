package ronda.identify.text;

import java.util.Set;

/**
 * Whether a stretch of text without spaces is a link, an e-mail address or a handle. These are
 * never read as disguised words: their letters are what they are.
 *
 * <p>Remembers the last stretch looked at, so that a text without spaces is looked at once.
 */
final class Links {
  /** Ends of names common enough in posts that "word.end" is a link and not a missing space. */
  private static final Set<String> ENDS =
      Set.of(
          "com", "net", "org", "id", "co", "info", "xyz", "site", "club", "online", "top", "vip",
          "pro", "link", "io", "me", "ly", "live", "app", "dev", "biz", "cc", "tv", "my", "sg",
          "us", "bet", "win", "fun", "store", "shop", "website", "asia", "space", "art", "lol",
          "bio", "ink", "icu", "one", "click", "page", "gov", "edu", "mobi", "best", "world");

  private static final int LONGEST_END = 7;

  private final byte[] bytes;
  private final int length;
  private int from;
  private int to;
  private boolean isLink;

  Links(PlainText text) {
    bytes = text.bytes();
    length = text.length();
  }

  /** Whether the word at {@code at} stands in one. */
  boolean holds(int at) {
    if (at < from || at >= to) {
      look(at);
    }
    return isLink;
  }

  private void look(int at) {
    from = at;
    while (from > 0 && bytes[from - 1] != ' ') {
      from--;
    }
    to = at;
    while (to < length && bytes[to] != ' ') {
      to++;
    }
    isLink = bytes[from] == '@' || hasLinkSigns();
  }

  private boolean hasLinkSigns() {
    for (int i = from; i < to; i++) {
      if (bytes[i] == ':' && i + 2 < to && bytes[i + 1] == '/' && bytes[i + 2] == '/') {
        return true;
      }
      if (bytes[i] == '.' && i > from && isWord(bytes[i - 1]) && isEnd(i + 1)) {
        return true;
      }
    }
    return false;
  }

  private boolean isEnd(int at) {
    int end = at;
    while (end < to && end - at <= LONGEST_END && Characters.isLetter(bytes[end])) {
      end++;
    }
    if (end - at < 2 || end - at > LONGEST_END || end < to && isWord(bytes[end])) {
      return false;
    }
    return ENDS.contains(Readings.ascii(bytes, at, end));
  }

  private static boolean isWord(int c) {
    return Characters.isLetter(c) || Characters.isDigit(c) || c < 0;
  }
}

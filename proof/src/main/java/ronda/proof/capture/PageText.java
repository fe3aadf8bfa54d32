package ronda.proof.capture;

import java.util.Locale;
import java.util.Set;

/** The words of a page without its tags; good enough to search in, no proof by itself. */
final class PageText {
  private static final Set<String> SILENT = Set.of("script", "style", "noscript", "template");

  private PageText() {}

  static String of(String html) {
    var text = new StringBuilder(html.length() / 4);
    int at = 0;
    while (at < html.length()) {
      char c = html.charAt(at);
      if (c != '<') {
        text.append(c);
        at++;
        continue;
      }
      int end = html.indexOf('>', at);
      if (end < 0) {
        break;
      }
      String name = name(html, at + 1);
      at = end + 1;
      if (SILENT.contains(name)) {
        int close = html.indexOf("</" + name, at);
        at = close < 0 ? html.length() : close;
      }
      text.append(' ');
    }
    return unescaped(text.toString())
        .replaceAll("[ \\t\\x0B\\f\\r]+", " ")
        .replaceAll(" ?\\n[ \\n]*", "\n")
        .strip();
  }

  private static String name(String html, int from) {
    int to = from;
    while (to < html.length() && to - from < 12 && Character.isLetter(html.charAt(to))) {
      to++;
    }
    return html.substring(from, to).toLowerCase(Locale.ROOT);
  }

  private static String unescaped(String text) {
    return text.replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }
}

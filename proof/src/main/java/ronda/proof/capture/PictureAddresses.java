package ronda.proof.capture;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The pictures that a page names, in the order of the page: what links show of it, pictures, video
 * covers, backgrounds. One walk over the text, whatever the text.
 */
final class PictureAddresses {
  private static final Set<String> TOLD =
      Set.of("og:image", "og:image:url", "og:image:secure_url", "twitter:image");
  private static final int LONGEST_NAME = 40;
  private static final int MOST_ATTRIBUTES = 100;

  private final String html;
  private final int most;
  private final Set<String> found = new LinkedHashSet<>();
  private int at;

  private PictureAddresses(String html, int most) {
    this.html = html;
    this.most = most;
  }

  /** The addresses as they are written, each once, at most {@code most}. */
  static List<String> in(String html, int most) {
    var addresses = new PictureAddresses(html, most);
    addresses.walk();
    return addresses.found.stream().limit(most).toList();
  }

  private void walk() {
    for (at = html.indexOf('<'); at >= 0 && found.size() < most; at = html.indexOf('<', at)) {
      at++;
      String tag = name();
      Map<String, String> attributes = attributes();
      switch (tag) {
        case "img" -> {
          add(largest(attributes.getOrDefault("srcset", "")));
          add(attributes.getOrDefault("src", ""));
          add(attributes.getOrDefault("data-src", ""));
        }
        case "source" -> add(largest(attributes.getOrDefault("srcset", "")));
        case "video" -> add(attributes.getOrDefault("poster", ""));
        case "meta" -> {
          String told = attributes.getOrDefault("property", attributes.getOrDefault("name", ""));
          if (TOLD.contains(told.toLowerCase(Locale.ROOT))) {
            add(attributes.getOrDefault("content", ""));
          }
        }
        case "link" -> {
          if (attributes.getOrDefault("rel", "").equalsIgnoreCase("image_src")) {
            add(attributes.getOrDefault("href", ""));
          }
        }
        default -> {
          // What else a page holds shows no picture, but for its background.
        }
      }
      add(background(attributes.getOrDefault("style", "")));
    }
  }

  private void add(String address) {
    String plain = address.strip().replace("&amp;", "&");
    if (!plain.isEmpty()) {
      found.add(plain);
    }
  }

  /** The address behind the first {@code url(…)}. */
  private static String background(String style) {
    int from = style.indexOf("url(");
    int to = from < 0 ? -1 : style.indexOf(')', from);
    return to < 0
        ? ""
        : style.substring(from + 4, to).replace("&quot;", "").replace("\"", "").replace("'", "");
  }

  /** Of {@code a.jpg 320w, b.jpg 640w} the one with the largest number. */
  private static String largest(String set) {
    String best = "";
    double size = -1;
    for (String one : set.startsWith("data:") ? new String[0] : set.split(",", -1)) {
      String[] words = one.strip().split(" ", 2);
      double told = words.length < 2 ? 1 : number(words[1].strip());
      if (told > size) {
        size = told;
        best = words[0];
      }
    }
    return best;
  }

  private static double number(String descriptor) {
    try {
      return Double.parseDouble(descriptor.substring(0, Math.max(0, descriptor.length() - 1)));
    } catch (NumberFormatException none) {
      return 0;
    }
  }

  private String name() {
    int from = at;
    while (at < html.length() && isNamed(html.charAt(at)) && at - from < LONGEST_NAME) {
      at++;
    }
    return html.substring(from, at).toLowerCase(Locale.ROOT);
  }

  private static boolean isNamed(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == ':' || c == '_';
  }

  /** The attributes up to the end of the tag, the first of each name. */
  private Map<String, String> attributes() {
    Map<String, String> attributes = new TreeMap<>();
    while (at < html.length() && html.charAt(at) != '>') {
      String name = name();
      if (name.isEmpty()) {
        at++;
        continue;
      }
      skipSpace();
      String value = "";
      if (at < html.length() && html.charAt(at) == '=') {
        at++;
        skipSpace();
        value = value();
      }
      if (attributes.size() < MOST_ATTRIBUTES) {
        attributes.putIfAbsent(name, value);
      }
    }
    return attributes;
  }

  private void skipSpace() {
    while (at < html.length() && Character.isWhitespace(html.charAt(at))) {
      at++;
    }
  }

  private String value() {
    if (at >= html.length()) {
      return "";
    }
    char quote = html.charAt(at);
    if (quote == '"' || quote == '\'') {
      int end = html.indexOf(quote, at + 1);
      int to = end < 0 ? html.length() : end;
      String value = html.substring(at + 1, to);
      at = Math.min(html.length(), to + 1);
      return value;
    }
    int from = at;
    while (at < html.length()
        && html.charAt(at) != '>'
        && !Character.isWhitespace(html.charAt(at))) {
      at++;
    }
    return html.substring(from, at);
  }
}

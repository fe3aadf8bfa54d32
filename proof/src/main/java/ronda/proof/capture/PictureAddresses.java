package ronda.proof.capture;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The pictures that a page names, in the order of the page: what links show of it, pictures, video
 * covers, backgrounds. One walk over the text, whatever the text.
 */
final class PictureAddresses {
  private static final Set<String> TOLD =
      Set.of("og:image", "og:image:url", "og:image:secure_url", "twitter:image");

  private final String html;
  private final int most;
  private final Set<String> found = new LinkedHashSet<>();

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
    var tags = new Tags(html);
    while (found.size() < most && tags.next()) {
      Map<String, String> attributes = tags.attributes();
      switch (tags.name()) {
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
}

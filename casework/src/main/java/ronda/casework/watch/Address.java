package ronda.casework.watch;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A link, as far as it names an account.
 *
 * @param host lower-case, without port
 * @param path its parts, without what follows {@code ?} or {@code #}
 * @param query what follows {@code ?}; empty if nothing does
 */
record Address(String host, List<String> path, String query) {
  /** Parts after which the account's name comes. */
  private static final Set<String> BEFORE_ACCOUNT =
      Set.of("channel", "c", "user", "in", "groups", "people", "s", "invite");

  /** Parts with which one post begins, and no account. */
  private static final Set<String> BEFORE_POST =
      Set.of(
          "watch",
          "p",
          "reel",
          "reels",
          "shorts",
          "share",
          "video",
          "ti",
          "story.php",
          "photo.php",
          "permalink.php",
          "photo");

  /** The link that {@code text} is; empty if it is none. */
  static Optional<Address> in(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int from = lower.startsWith("https://") ? 8 : lower.startsWith("http://") ? 7 : 0;
    int hostEnd = endOfHost(text, from);
    String host = lower.substring(from, hostEnd).replaceFirst(":\\d{1,5}$", "");
    boolean saysSo = from > 0 || host.startsWith("www.") || hostEnd < text.length();
    if (!saysSo || !isHost(host)) {
      return Optional.empty();
    }
    String rest = text.substring(hostEnd);
    int hash = rest.indexOf('#');
    rest = hash < 0 ? rest : rest.substring(0, hash);
    int mark = rest.indexOf('?');
    String path = mark < 0 ? rest : rest.substring(0, mark);
    return Optional.of(
        new Address(
            host,
            Arrays.stream(path.split("/")).filter(part -> !part.isBlank()).toList(),
            mark < 0 ? "" : rest.substring(mark + 1)));
  }

  private static int endOfHost(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '/' || c == '?' || c == '#') {
        return i;
      }
    }
    return text.length();
  }

  private static boolean isHost(String text) {
    return text.indexOf('.') > 0
        && !text.endsWith(".")
        && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == '-');
  }

  /** The account's part of the path; of a link to one post, what names that post. */
  String account() {
    if (path.getFirst().equals("profile.php")) {
      return idOf(query);
    }
    if (BEFORE_POST.contains(path.getFirst())) {
      return String.join("/", path) + (query.isEmpty() ? "" : "?" + query);
    }
    boolean second = path.size() > 1 && BEFORE_ACCOUNT.contains(path.getFirst());
    return path.get(second ? 1 : 0);
  }

  private static String idOf(String query) {
    return Arrays.stream(query.split("&"))
        .filter(pair -> pair.startsWith("id="))
        .map(pair -> pair.substring(3))
        .findFirst()
        .orElse("");
  }

  /** Host and path, for a site of which Ronda does not know how it names accounts. */
  String whole() {
    String bare = host.startsWith("www.") ? host.substring(4) : host;
    return path.isEmpty() ? bare : bare + "/" + String.join("/", path);
  }
}

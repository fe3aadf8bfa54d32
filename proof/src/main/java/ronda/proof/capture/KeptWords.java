package ronda.proof.capture;

import java.util.Locale;
import java.util.Set;

/**
 * All words that a kept page carries, whether its window shows them or not: its text, what its
 * frames and pictures are said to hold, what it tells machines, what it hides in comments. Without
 * program code and style sheets, whose words are nobody's.
 */
final class KeptWords {
  /** What an attribute of such a name holds is said to somebody; the rest are places and looks. */
  private static final Set<String> SAID =
      Set.of(
          "alt",
          "title",
          "content",
          "srcdoc",
          "aria-label",
          "aria-description",
          "placeholder",
          "value",
          "label",
          "summary",
          "data-title",
          "data-caption",
          "data-description");

  private static final int DEEPEST = 4;

  private KeptWords() {}

  /** Whether an attribute of this name holds words. */
  static boolean isSaid(String attribute) {
    return SAID.contains(attribute.toLowerCase(Locale.ROOT));
  }

  static String of(String html) {
    var words = new StringBuilder();
    add(html, words, DEEPEST);
    return words.toString();
  }

  private static void add(String html, StringBuilder words, int deep) {
    var tags = new Tags(html);
    while (true) {
      String before = tags.textUpToTag();
      words.append(PageText.unescaped(before)).append(' ');
      if (!tags.next()) {
        return;
      }
      boolean silent = tags.name().equals("style") || tags.name().equals("script") && !isData(tags);
      tags.attributes()
          .forEach(
              (name, value) -> {
                if (isSaid(name)) {
                  said(PageText.unescaped(value), words, deep);
                }
              });
      if (silent) {
        tags.skipTo("</" + tags.name());
      }
    }
  }

  /** A description for machines, not a program. */
  private static boolean isData(Tags tags) {
    return tags.attributes().getOrDefault("type", "").toLowerCase(Locale.ROOT).contains("json");
  }

  /** A value may be a page of its own ({@code srcdoc}). */
  private static void said(String value, StringBuilder words, int deep) {
    if (deep > 0 && value.indexOf('<') >= 0) {
      add(value, words, deep - 1);
    } else {
      words.append(value);
    }
    words.append('\n');
  }
}

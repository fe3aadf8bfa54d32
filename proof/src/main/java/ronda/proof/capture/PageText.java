package ronda.proof.capture;

import java.util.Set;

/** The words of a page without its tags; good enough to search in, no proof by itself. */
final class PageText {
  private static final Set<String> SILENT = Set.of("script", "style", "noscript", "template");
  private static final int LONGEST_NAME = 10;

  private PageText() {}

  static String of(String html) {
    var text = new StringBuilder(html.length() / 4);
    var tags = new Tags(html);
    while (true) {
      text.append(tags.textUpToTag());
      if (!tags.next()) {
        break;
      }
      if (SILENT.contains(tags.name())) {
        tags.skipTo("</" + tags.name());
      } else if (tags.isComment()) {
        tags.skipPast("-->");
      }
      text.append(' ');
    }
    return unescaped(text.toString())
        .replaceAll("[ \\t\\x0B\\f\\r]+", " ")
        .replaceAll(" ?\\n[ \\n]*", "\n")
        .strip();
  }

  /** The text with what stands for characters ({@code &amp;}, {@code &#98;}) replaced by them. */
  static String unescaped(String text) {
    int and = text.indexOf('&');
    if (and < 0) {
      return text;
    }
    var plain = new StringBuilder(text.length());
    int from = 0;
    while (and >= 0) {
      int end = and + 1;
      while (end < text.length() && end - and < LONGEST_NAME && isOfAName(text.charAt(end))) {
        end++;
      }
      String meant = meant(text.substring(and + 1, end));
      plain.append(text, from, and).append(meant.isEmpty() ? "&" : meant);
      boolean closed = end < text.length() && text.charAt(end) == ';';
      from = meant.isEmpty() ? and + 1 : closed ? end + 1 : end;
      and = text.indexOf('&', from);
    }
    return plain.append(text, from, text.length()).toString();
  }

  private static boolean isOfAName(char c) {
    return c == '#' || c < 128 && Character.isLetterOrDigit(c);
  }

  /** What a name stands for; empty if nobody knows. */
  private static String meant(String name) {
    return switch (name) {
      case "nbsp" -> " ";
      case "lt" -> "<";
      case "gt" -> ">";
      case "quot" -> "\"";
      case "apos" -> "'";
      case "amp" -> "&";
      default -> name.startsWith("#") ? numbered(name.substring(1)) : "";
    };
  }

  private static String numbered(String number) {
    boolean hex = number.startsWith("x") || number.startsWith("X");
    try {
      int point = hex ? Integer.parseInt(number.substring(1), 16) : Integer.parseInt(number);
      return Character.isValidCodePoint(point) && point > 0 ? Character.toString(point) : "";
    } catch (NumberFormatException none) {
      return "";
    }
  }
}

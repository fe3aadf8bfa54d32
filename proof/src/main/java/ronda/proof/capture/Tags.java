package ronda.proof.capture;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The tags of a page one after another, and the text between them. One walk, whatever the text. */
final class Tags {
  private static final int LONGEST_NAME = 40;
  private static final int MOST_ATTRIBUTES = 100;

  private final String html;
  private int at;
  private String name = "";
  private boolean comment;
  private Map<String, String> attributes = Map.of();

  Tags(String html) {
    this.html = html;
  }

  /** The text up to the next tag, or to the end. */
  String textUpToTag() {
    int tag = html.indexOf('<', at);
    String text = html.substring(at, tag < 0 ? html.length() : tag);
    at = tag < 0 ? html.length() : tag;
    return text;
  }

  /** Goes to the next tag; false if there is none. */
  boolean next() {
    int tag = html.indexOf('<', at);
    if (tag < 0) {
      at = html.length();
      return false;
    }
    at = tag + 1;
    comment = html.startsWith("!--", at);
    if (comment) {
      at += 3;
      name = "";
      attributes = Map.of();
      return true;
    }
    name = word();
    attributes = readAttributes();
    at = Math.min(html.length(), at + 1);
    return true;
  }

  /** Whether it is no tag but the beginning of a comment, whose text follows. */
  boolean isComment() {
    return comment;
  }

  /** The tag's name in small letters; empty for one that closes. */
  String name() {
    return name;
  }

  /** The tag's attributes by their names in small letters, the first of each. */
  Map<String, String> attributes() {
    return attributes;
  }

  /** Goes to the next place where this stands, in whatever letters, or to the end. */
  void skipTo(String text) {
    int last = html.length() - text.length();
    for (at = html.indexOf('<', at); at >= 0 && at <= last; at = html.indexOf('<', at + 1)) {
      if (html.regionMatches(true, at, text, 0, text.length())) {
        return;
      }
    }
    at = html.length();
  }

  /** Goes behind the next place where this stands, or to the end. */
  void skipPast(String text) {
    int place = html.indexOf(text, at);
    at = place < 0 ? html.length() : place + text.length();
  }

  private String word() {
    int from = at;
    while (at < html.length() && isNamed(html.charAt(at)) && at - from < LONGEST_NAME) {
      at++;
    }
    return html.substring(from, at).toLowerCase(Locale.ROOT);
  }

  private static boolean isNamed(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == ':' || c == '_';
  }

  /** The attributes up to the end of the tag. */
  private Map<String, String> readAttributes() {
    Map<String, String> read = new TreeMap<>();
    while (at < html.length() && html.charAt(at) != '>') {
      String key = word();
      if (key.isEmpty()) {
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
      if (read.size() < MOST_ATTRIBUTES) {
        read.putIfAbsent(key, value);
      }
    }
    return read;
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

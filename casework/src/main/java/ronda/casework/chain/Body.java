package ronda.casework.chain;

import java.util.Map;
import java.util.TreeMap;

/**
 * Words as one line of JSON, always the same for the same words: the names in order, no blank, only
 * what must be escaped escaped. What is hashed must not depend on a library's taste.
 */
public final class Body {
  private Body() {}

  /** The JSON object of these words. */
  public static String of(Map<String, String> words) {
    StringBuilder json = new StringBuilder("{");
    new TreeMap<>(words)
        .forEach(
            (name, value) -> {
              json.append(json.length() == 1 ? "" : ",");
              string(name, json);
              json.append(':');
              string(value, json);
            });
    return json.append('}').toString();
  }

  private static void string(String text, StringBuilder json) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        default -> {
          if (c < ' ' || Character.isSurrogate(c) && !isPaired(text, i)) {
            json.append("\\u%04x".formatted((int) c));
          } else {
            json.append(c);
          }
        }
      }
    }
    json.append('"');
  }

  /** A lone surrogate has no UTF-8: it would be hashed as a question mark. */
  private static boolean isPaired(String text, int i) {
    char c = text.charAt(i);
    return Character.isHighSurrogate(c)
        ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
  }
}

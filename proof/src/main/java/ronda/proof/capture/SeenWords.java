package ronda.proof.capture;

import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The words that a browser has of a page and the frames within it: what it wrote on the window,
 * what it holds back, and what describes a picture. From a snapshot of the DevTools protocol, in
 * which every text is a number in a list of strings.
 */
final class SeenWords {
  private static final int TEXT = 3;
  private static final Set<String> SILENT = Set.of("script", "style");

  private final JsonNode strings;
  private final StringBuilder words = new StringBuilder();

  private SeenWords(JsonNode strings) {
    this.strings = strings;
  }

  static String of(JsonNode snapshot) {
    var seen = new SeenWords(snapshot.path("strings"));
    for (JsonNode document : snapshot.path("documents")) {
      seen.read(document.path("nodes"));
      for (JsonNode written : document.path("layout").path("text")) {
        seen.add(written); // What a style sheet puts in is in no node.
      }
    }
    return seen.words.toString();
  }

  private void read(JsonNode nodes) {
    JsonNode names = nodes.path("nodeName");
    for (int i = 0; i < names.size(); i++) {
      if (nodes.path("nodeType").path(i).asInt(0) == TEXT) {
        JsonNode parent = names.path(nodes.path("parentIndex").path(i).asInt(-1));
        if (!SILENT.contains(text(parent).toLowerCase(Locale.ROOT))) {
          add(nodes.path("nodeValue").path(i));
        }
      }
      JsonNode attributes = nodes.path("attributes").path(i);
      for (int k = 0; k + 1 < attributes.size(); k += 2) {
        if (KeptWords.isSaid(text(attributes.path(k)))) {
          words.append(KeptWords.of(text(attributes.path(k + 1)))).append('\n');
        }
      }
    }
  }

  private void add(JsonNode number) {
    words.append(text(number)).append('\n');
  }

  private String text(JsonNode number) {
    return strings.path(number.asInt(-1)).asString("");
  }
}

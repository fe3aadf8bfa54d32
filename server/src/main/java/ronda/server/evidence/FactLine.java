package ronda.server.evidence;

import java.util.List;
import java.util.Map;
import java.util.Set;
import ronda.casework.evidence.Item;
import ronda.proof.capture.Captured;

/**
 * A fact of an item, as a page tells it. The fact itself is part of what was hashed and stays.
 *
 * @param name what it is called in the item
 * @param value as it stands there
 * @param key the message that says the value; empty where it says itself
 */
record FactLine(String name, String value, String key) {
  private static final Set<String> TIMES = Set.of("keptAt", "capturedAt");

  static List<FactLine> of(Item item) {
    return item.facts().entrySet().stream().map(FactLine::of).toList();
  }

  private static FactLine of(Map.Entry<String, String> fact) {
    return new FactLine(fact.getKey(), fact.getValue(), key(fact.getKey(), fact.getValue()));
  }

  private static String key(String name, String value) {
    return switch (name) {
      case "how" -> "evidence.how." + value;
      case "shown" -> "evidence.shown." + value;
      case "browser" ->
          value.equals(Captured.NO_BROWSER)
              ? "evidence.browser.none"
              : value.startsWith(Captured.BROWSER_FAILED) ? "evidence.browser.failed" : "";
      default -> "";
    };
  }

  /** Whether the value is a time. */
  public boolean isTime() {
    return TIMES.contains(name);
  }
}

package ronda.identify.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ronda.identify.post.Span;
import ronda.identify.signal.EntityFound;
import ronda.identify.signal.EntityKind;

/**
 * What the walk has found so far, in the order of the text and without overlap: of two that overlap
 * the longer stays.
 */
final class Finds {
  private @Nullable List<EntityFound> found;

  /**
   * Adds one, unless a longer one stands there already. An identity number (NIK) inside a value or
   * a detail is masked here, so that no finder can let one through.
   */
  void add(Reading reading, EntityKind kind, String value, int from, int to, Object... details) {
    Span span = reading.span(from, to);
    List<EntityFound> all = found;
    if (all == null) {
      all = new ArrayList<>(4);
      found = all;
    }
    int place = all.size();
    while (place > 0 && all.get(place - 1).span().end() > span.start()) {
      place--;
    }
    while (place < all.size() && all.get(place).span().start() < span.end()) {
      if (all.get(place).span().length() >= span.length()) {
        return;
      }
      all.remove(place);
    }
    all.add(place, new EntityFound(kind, Niks.masked(value), span, named(details)));
  }

  /** Pairs of name and text become a map; a pair with an empty text is left out. */
  private static Map<String, String> named(Object... details) {
    if (details.length == 0) {
      return Map.of();
    }
    Map<String, String> named = new TreeMap<>();
    for (int i = 0; i + 1 < details.length; i += 2) {
      String text = details[i + 1].toString();
      if (!text.isEmpty()) {
        named.put(details[i].toString(), Niks.masked(text));
      }
    }
    return named;
  }

  List<EntityFound> inOrder() {
    return found == null ? List.of() : List.copyOf(found);
  }
}

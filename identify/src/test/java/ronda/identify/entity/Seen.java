package ronda.identify.entity;

import java.util.List;
import ronda.identify.signal.EntityFound;
import ronda.identify.text.Fold;

/** What the tests ask: the kinds and values found in a text, in its order. */
final class Seen {
  private static final Entities ENTITIES = new Entities();

  private Seen() {}

  static List<EntityFound> entities(String text) {
    return ENTITIES.in(Fold.plain(text));
  }

  /** Such as {@code phone +6281234567890}. */
  static List<String> in(String text) {
    return entities(text).stream()
        .map(entity -> entity.entityKind().code() + " " + entity.value())
        .toList();
  }

  /** The writings that were found. */
  static List<String> writings(String text) {
    return entities(text).stream().map(entity -> entity.span().of(text)).toList();
  }

  static String detail(String text, String name) {
    return entities(text).getFirst().details().getOrDefault(name, "");
  }
}

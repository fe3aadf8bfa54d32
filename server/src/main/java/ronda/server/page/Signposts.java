package ronda.server.page;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import ronda.server.door.Caller;

/**
 * Where the things have their pages that the audit log names, such as {@code case:2026-000001}
 * (rambu). Each bean of this kind knows the pages of its own room.
 */
public interface Signposts {
  /**
   * The addresses of those of these subjects whose page opens for this person; of what is not
   * there, or is not for them, nothing.
   */
  Map<String, String> of(Collection<String> subjects, Caller.Person person);

  /** What stands behind the colon of the subjects of this kind, each once. */
  static List<String> names(String kind, Collection<String> subjects) {
    String start = kind + ":";
    return subjects.stream()
        .filter(subject -> subject.startsWith(start))
        .map(subject -> subject.substring(start.length()))
        .distinct()
        .toList();
  }

  /** The same of subjects that are named by an id; whatever else stands there is left out. */
  static List<UUID> ids(String kind, Collection<String> subjects) {
    return names(kind, subjects).stream().flatMap(Signposts::id).toList();
  }

  private static Stream<UUID> id(String name) {
    try {
      return Stream.of(UUID.fromString(name));
    } catch (IllegalArgumentException none) {
      return Stream.empty();
    }
  }
}

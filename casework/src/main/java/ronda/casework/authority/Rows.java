package ronda.casework.authority;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What every row is checked for at birth. */
final class Rows {
  private Rows() {}

  static void check(String id, LocalDate from, Optional<LocalDate> until, String basis) {
    if (!isId(id)) {
      throw new IllegalArgumentException(
          "a row's id has 1 to %d lower-case letters, digits, dots and hyphens, was '%s'"
              .formatted(Row.LONGEST_ID, id));
    }
    if (until.filter(from::isAfter).isPresent()) {
      throw new IllegalArgumentException(id + " ends before it begins");
    }
    if (basis.isBlank()) {
      throw new IllegalArgumentException(id + " says not what it rests on");
    }
  }

  /** The same set in the order of its kind, so that a page names always the same first. */
  static <T extends Enum<T>> Set<T> ordered(Set<T> all) {
    return Collections.unmodifiableSet(new TreeSet<>(all));
  }

  static String text(String id, String name, String text) {
    String stripped = text.strip();
    if (stripped.length() > Row.LONGEST_TEXT) {
      throw new IllegalArgumentException(
          "%s: %s has at most %,d characters, was %,d"
              .formatted(id, name, Row.LONGEST_TEXT, stripped.length()));
    }
    if (stripped.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(id + ": " + name + " is one line");
    }
    return stripped;
  }

  private static boolean isId(String id) {
    return !id.isEmpty()
        && id.length() <= Row.LONGEST_ID
        && id.chars()
            .allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.' || c == '-');
  }
}

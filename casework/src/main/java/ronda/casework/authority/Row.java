package ronda.casework.authority;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import ronda.identify.post.Category;

/** One row of the authority table (baris kewenangan): what holds from when until when, and why. */
public sealed interface Row permits ActRow, BasisRow {
  /** How long a code of a row may be, in characters. */
  int LONGEST_ID = 80;

  /** How long any of its texts may be, in characters. */
  int LONGEST_TEXT = 2_000;

  /** Its stable code: lower-case letters, digits, dots and hyphens. */
  String id();

  /** The categories it is about; empty for all. */
  Set<Category> categories();

  /** The first day on which it holds. */
  LocalDate from();

  /** The last day on which it holds; empty while nobody knows one. */
  Optional<LocalDate> until();

  /** The article of law, or what it rests on instead. */
  String basis();

  /** Where that was read. */
  String source();

  Check check();

  /** What one has to know to use it; may be empty. */
  String note();

  default boolean holdsOn(LocalDate day) {
    return !day.isBefore(from()) && until().filter(day::isAfter).isEmpty();
  }

  default boolean isAbout(Category category) {
    return categories().isEmpty() || categories().contains(category);
  }
}

package ronda.server.authority;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import ronda.casework.authority.Act;
import ronda.casework.authority.ActRow;
import ronda.casework.authority.Actor;
import ronda.casework.authority.BasisRow;
import ronda.identify.post.Category;

/**
 * What somebody wishes to see of the table.
 *
 * @param by empty for everybody
 */
record TableQuery(
    Optional<Act> act, Optional<Actor> by, Optional<Category> category, LocalDate day) {
  static TableQuery of(
      String act, String by, String category, String day, Actor own, LocalDate today) {
    return new TableQuery(
        Act.ofCode(act),
        by.equals("own") ? Optional.of(own) : Actor.ofCode(by),
        Category.ofCode(category),
        day(day).orElse(today));
  }

  private static Optional<LocalDate> day(String typed) {
    try {
      return typed.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(typed.strip()));
    } catch (DateTimeException odd) {
      return Optional.empty();
    }
  }

  boolean shows(ActRow row) {
    return row.holdsOn(day)
        && act.filter(wanted -> wanted != row.act()).isEmpty()
        && by.filter(wanted -> !row.by().contains(wanted)).isEmpty()
        && category.filter(wanted -> !row.isAbout(wanted)).isEmpty();
  }

  boolean shows(BasisRow row) {
    return row.holdsOn(day) && category.filter(wanted -> !row.isAbout(wanted)).isEmpty();
  }
}

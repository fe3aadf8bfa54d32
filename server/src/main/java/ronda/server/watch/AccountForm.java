package ronda.server.watch;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import ronda.casework.office.Officer;
import ronda.casework.office.Region;
import ronda.casework.watch.AccountName;
import ronda.casework.watch.WatchFlow;
import ronda.casework.watch.WatchStep;
import ronda.identify.post.Category;

/**
 * An account as somebody typed it, or as it stands in a row of a list: what the form shows again
 * when something is wrong with it.
 *
 * @param seen a day such as {@code 2026-11-22}, or a moment; blank for now
 */
record AccountForm(
    String platform,
    String handle,
    String displayName,
    String region,
    String category,
    String way,
    String seen,
    String note) {
  /** An empty form. */
  static final AccountForm EMPTY = new AccountForm("", "", "", "", "", "", "", "");

  /** What came of reading it. */
  sealed interface Reading {
    /** All that is needed to enter the account. */
    record Read(AccountName name, WatchStep.Entered entered, Instant seen) implements Reading {}

    /** The key of the words that say what is wrong. */
    record Wrong(String message) implements Reading {}
  }

  /**
   * Reads it.
   *
   * @param zone in which a day begins
   */
  Reading read(Officer officer, WatchStep.Way usual, ZoneId zone, Instant now) {
    Optional<Category> what = Category.ofCode(category);
    Optional<WatchStep.Way> how = way.isBlank() ? Optional.of(usual) : WatchStep.Way.ofCode(way);
    if (displayName.length() > WatchStep.Description.LONGEST_NAME
        || note.length() > WatchFlow.LONGEST_TEXT) {
      return new Reading.Wrong("watch.wrong.TOO_LONG");
    }
    if (what.isEmpty()) {
      return new Reading.Wrong("watch.wrong.CATEGORY");
    }
    if (how.isEmpty()) {
      return new Reading.Wrong("watch.wrong.WAY");
    }
    if (!Region.isCode(region)) {
      return new Reading.Wrong("watch.wrong.REGION");
    }
    Region place = new Region(region);
    if (place.isKnown() && !officer.region().holds(place)) {
      return new Reading.Wrong("watch.wrong.NOT_YOUR_REGION");
    }
    Optional<Instant> when = seen.isBlank() ? Optional.of(now) : moment(seen, zone);
    if (when.isEmpty() || when.get().isAfter(now) || when.get().isBefore(Instant.EPOCH)) {
      return new Reading.Wrong("watch.wrong.SEEN");
    }
    return switch (AccountName.read(platform, handle)) {
      case AccountName.Reading.Refused refused ->
          new Reading.Wrong("watch.name." + refused.reason().name());
      case AccountName.Reading.Read read ->
          new Reading.Read(
              read.name(),
              new WatchStep.Entered(
                  how.get(), new WatchStep.Description(displayName, place, what.get()), note),
              when.get());
    };
  }

  private static Optional<Instant> moment(String text, ZoneId zone) {
    try {
      return Optional.of(
          text.length() == 10
              ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
              : Instant.parse(text));
    } catch (DateTimeException noMoment) {
      return Optional.empty();
    }
  }
}

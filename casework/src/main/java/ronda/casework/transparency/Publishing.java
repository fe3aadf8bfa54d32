package ronda.casework.transparency;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What may be published beside what was published already (penerbitan). */
public final class Publishing {
  private Publishing() {}

  /** Why something is not published. */
  public enum Refusal {
    /** Its last day has not passed. */
    NOT_OVER,
    /** The office was not there yet: that nothing is known of a time does not make it zero. */
    BEFORE_OFFICE,
    /**
     * A period of another length shares days with it: whoever subtracts the months from the quarter
     * learns what was hidden.
     */
    OVERLAPS,
    /** A further version says why it is there. */
    NO_REASON
  }

  /** The answer to a wish to publish. */
  public sealed interface Answer {
    /** It may be published, as this version. */
    record Allowed(int version) implements Answer {}

    record Refused(Refusal why) implements Answer {}
  }

  /**
   * Whether {@code period} may be published today.
   *
   * @param published what this office published before
   * @param reason why it is published again; may be empty for the first version
   * @param first the office's first day with Ronda
   */
  public static Answer ask(
      Period period,
      List<PublishedReport> published,
      String reason,
      LocalDate today,
      LocalDate first) {
    if (period.isBefore(first)) {
      return new Answer.Refused(Refusal.BEFORE_OFFICE);
    }
    if (!period.isOver(today)) {
      return new Answer.Refused(Refusal.NOT_OVER);
    }
    if (published.stream()
        .map(PublishedReport::period)
        .anyMatch(other -> !other.equals(period) && other.overlaps(period))) {
      return new Answer.Refused(Refusal.OVERLAPS);
    }
    int version = latest(period, published).map(PublishedReport::version).orElse(0) + 1;
    return version > 1 && reason.isBlank()
        ? new Answer.Refused(Refusal.NO_REASON)
        : new Answer.Allowed(version);
  }

  /** The version of this period that holds; empty if none was published. */
  public static Optional<PublishedReport> latest(Period period, List<PublishedReport> published) {
    return published.stream().filter(one -> one.period().equals(period)).findFirst();
  }
}

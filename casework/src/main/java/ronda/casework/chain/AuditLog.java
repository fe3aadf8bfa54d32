package ronda.casework.chain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Who did what in each office (catatan audit): one chain per office, to which one may only add. */
public interface AuditLog {
  /** Enters an act at the end of the office's chain; within a change, when that is made. */
  void add(UUID office, Link.Entry entry);

  /**
   * Some entries of an office, the newest first.
   *
   * @param below only entries with a smaller number: {@link Long#MAX_VALUE} begins at the newest
   * @param limit at most so many, from 1 to 1,000
   */
  List<Link> page(UUID office, Filter filter, long below, int limit);

  /** The number of the latest entry of this act; 0 if there is none. */
  long latest(UUID office, String act);

  /** All entries of an office from the first to the last, without holding them all in memory. */
  void walk(UUID office, Consumer<Link> each);

  /**
   * Which entries are asked for.
   *
   * @param act the act's word; empty for all
   * @param actor a part of the actor's name, whatever its case; empty for all
   * @param subject what the act was done to, as it was entered; empty for all
   * @param from not earlier than this
   * @param until earlier than this
   */
  record Filter(String act, String actor, String subject, Instant from, Instant until) {
    /** Before and after all that was ever entered. */
    public static final Filter ALL =
        new Filter("", "", "", Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z"));

    /** The entries of this act on this subject since a moment. */
    public static Filter of(String act, String subject, Instant since) {
      return new Filter(act, "", subject, since, ALL.until());
    }

    /** Whether {@code link} is asked for. */
    public boolean lets(Link link) {
      return (act.isEmpty() || link.act().equals(act))
          && holdsActor(link.actor())
          && (subject.isEmpty() || link.subject().equals(subject))
          && !link.at().isBefore(from)
          && link.at().isBefore(until);
    }

    private boolean holdsActor(String name) {
      for (int i = 0; i + actor.length() <= name.length(); i++) {
        if (name.regionMatches(true, i, actor, 0, actor.length())) {
          return true;
        }
      }
      return false;
    }
  }
}

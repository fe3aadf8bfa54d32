package ronda.server.people;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import ronda.casework.chain.AuditLog;
import ronda.casework.chain.Link;
import ronda.casework.office.Officer;

/**
 * What others did to a person's way in, which that person reads on the start page: with a link, or
 * with the authenticator taken away, somebody else could have come in under this name. It is read
 * from the audit log and nobody can put it away, or whoever came in would.
 */
@Component
public final class WaysInByOthers {
  /** The act of whoever made a link for somebody else, at the desk or at the terminal. */
  public static final String LINK = "link-made";

  static final String RESET = "way-in-reset";

  /** For so long it is told. */
  static final Duration TOLD_FOR = Duration.ofDays(30);

  private static final int PAGE = 100;
  private static final int MOST_TOLD = 5;

  private final AuditLog log;
  private final InstantSource clock;

  WaysInByOthers(AuditLog log, InstantSource clock) {
    this.log = log;
    this.clock = clock;
  }

  /** The latest of them, the newest first. */
  List<Link> of(Officer officer) {
    return Stream.of(LINK, RESET)
        .flatMap(act -> byOthers(act, officer).stream())
        .sorted(Comparator.comparingLong(Link::number).reversed())
        .limit(MOST_TOLD)
        .toList();
  }

  /** However often the person did the same: whoever came in could bury the notice beneath that. */
  private List<Link> byOthers(String act, Officer officer) {
    var filter = AuditLog.Filter.of(act, Staff.subject(officer), clock.instant().minus(TOLD_FOR));
    List<Link> found = new ArrayList<>();
    List<Link> page;
    long below = Long.MAX_VALUE;
    do {
      page = log.page(officer.office(), filter, below, PAGE);
      page.stream()
          .filter(entry -> !entry.actor().equals(officer.signature()))
          .limit(MOST_TOLD - found.size())
          .forEach(found::add);
      below = page.isEmpty() ? below : page.getLast().number();
    } while (page.size() == PAGE && found.size() < MOST_TOLD);
    return found;
  }
}

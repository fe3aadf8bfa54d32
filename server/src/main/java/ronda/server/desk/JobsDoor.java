package ronda.server.desk;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import ronda.casework.office.Permission;
import ronda.casework.review.Filter;
import ronda.casework.review.Job;
import ronda.casework.review.QueuePage;
import ronda.casework.review.Worst;
import ronda.server.door.Allowed;
import ronda.server.door.Caller;
import ronda.server.page.WrongParameter;
import ronda.store.sql.SqlJobs;

/** {@code GET /api/v1/jobs}: what waits, for programs. */
@RestController
class JobsDoor {
  private static final int MOST = 200;

  private final Desks desks;

  JobsDoor(Desks desks) {
    this.desks = desks;
  }

  /** A job as programs read it. All of it is <em>dugaan</em>. */
  record Item(
      UUID id,
      String category,
      String stance,
      String severity,
      double score,
      String region,
      String platform,
      String excerpt,
      int posts,
      int accounts,
      Instant firstSeen,
      Instant lastSeen,
      String standing) {
    static Item of(Job job) {
      return new Item(
          job.id(),
          job.category().code(),
          job.stance().code(),
          job.severity().name().toLowerCase(Locale.ROOT),
          job.score(),
          job.region().code(),
          job.platform(),
          job.excerpt(),
          job.posts(),
          job.accounts(),
          job.firstSeen(),
          job.lastSeen(),
          job.standing().code());
    }
  }

  /**
   * Some jobs.
   *
   * @param next what to send as {@code after} for the next ones; empty at the end
   */
  record Page(List<Item> items, String next, long total) {}

  @Allowed(Permission.READ_DESK)
  @GetMapping(path = "/api/v1/jobs", produces = MediaType.APPLICATION_JSON_VALUE)
  Page jobs(
      Caller caller,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(defaultValue = "") String after) {
    if (limit < 1 || limit > MOST) {
      throw new WrongParameter("limit", "lies in 1.." + MOST + ", was " + limit);
    }
    Optional<QueuePage.Place> place = QueueQuery.place(after);
    if (place.isEmpty() && !after.isEmpty()) {
      // The first page would be taken for the next one: a walk would begin again and never end.
      throw new WrongParameter("after", "is the next of a page before, as it was given");
    }
    Instant now = desks.clock().instant();
    QueuePage page =
        desks.look(
            caller.office(), jdbc -> new SqlJobs(jdbc).queue(filter(caller), now, place, limit));
    return new Page(
        page.jobs().stream().map(Item::of).toList(),
        page.next().map(QueueQuery::written).orElse(""),
        page.total());
  }

  /** The worst categories are for people who agreed to see them: a program never is one. */
  private static Filter filter(Caller caller) {
    return Filter.waiting().in(caller.region()).without(Worst.categories());
  }
}

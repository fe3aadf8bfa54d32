package ronda.server.desk;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.office.Officer;
import ronda.casework.review.Jobs;
import ronda.identify.post.Category;
import ronda.store.sql.SqlJobs;

/** From a number to the queue that shows the jobs behind it, within one transaction. */
public final class QueueLinks {
  private final Officer officer;
  private final Instant now;
  private final SqlJobs jobs;

  /**
   * @param officer who follows the links: what they may not see, no list shows them
   */
  public QueueLinks(Officer officer, Instant now, JdbcClient jdbc) {
    this.officer = officer;
    this.now = now;
    this.jobs = new SqlJobs(jdbc);
  }

  /**
   * The queue's address, without the question mark; empty where its list would not show this person
   * exactly so many jobs.
   *
   * @param category empty for all
   */
  public String to(QueueFigure figure, Optional<Category> category, long number) {
    Map<String, String> asked = new TreeMap<>(figure.asked());
    category.ifPresent(one -> asked.put("category", one.code()));
    QueueQuery query = QueueQuery.of(asked);
    long shown = number == 0 ? 0 : jobs.count(query.filter(officer, now), now);
    return shown > 0 && shown == Math.min(number, Jobs.MOST_COUNTED) ? query.address() : "";
  }
}

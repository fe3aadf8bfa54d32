package ronda.store.sql;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.review.Filter;
import ronda.casework.review.Priority;
import ronda.casework.review.QueuePage;

/** In which order jobs are looked at: without sorting those that no page shows. */
final class SqlQueue {
  /** {@link Priority#of}, said in SQL: the contract test holds the two together. */
  private static final String PRIORITY =
      """
      weight / greatest(1 / %s, least(1.0,
        date_part('epoch', due_at - :asOf) / date_part('epoch', due_at - first_seen)))\
      """
          .formatted(Priority.OVERDUE);

  /**
   * Jobs whose time has come count four times, whatever the hour: their weight alone orders them,
   * and an index has them in that order. Of the others there are as many as came in lately, and
   * none of them counts four times its weight: beside a page full of pressing jobs only those few
   * matter that weigh more than the lightest of that page. Asking for the two apart spares the
   * queue of a million jobs from being sorted for each page.
   */
  private static final String PRESSING =
      "due_at - :asOf <= (due_at - first_seen) / 4 AND weight <= :mostWeight";

  private static final String NOT_YET =
      "due_at > :asOf AND due_at - :asOf > (due_at - first_seen) / 4 AND weight > :leastWeight";

  /** Jobs that pass a filter, the weightiest first, from a place on. */
  private static final String PASSING =
      """
      SELECT id, priority FROM (
        SELECT id, weight, %s AS priority FROM jobs WHERE %s AND %s) AS passing
      WHERE priority < :priority OR priority = :priority AND id > :after
      ORDER BY %s, id LIMIT :limit
      """;

  /** As PostgreSQL orders them: it compares a UUID's bytes, which its letters keep. */
  private static final Comparator<QueuePage.Place> FIRST =
      Comparator.comparingDouble(QueuePage.Place::priority)
          .reversed()
          .thenComparing(place -> place.job().toString());

  /** Before every job. */
  private static final QueuePage.Place TOP =
      new QueuePage.Place(Instant.EPOCH, Double.MAX_VALUE, new UUID(0, 0));

  private final JdbcClient jdbc;

  SqlQueue(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The places of the next jobs that pass a filter.
   *
   * @param limit how many at most
   */
  List<QueuePage.Place> places(
      Filter filter, Instant now, Optional<QueuePage.Place> place, int limit) {
    FreshPlan.eachTime(jdbc);
    Instant asOf = place.map(QueuePage.Place::asOf).orElse(now);
    QueuePage.Place from = place.orElse(TOP);
    String where = FilterSql.where(filter);
    Map<String, Object> params = new HashMap<>(FilterSql.params(filter, now));
    params.put("asOf", Times.at(asOf));
    params.put("priority", from.priority());
    params.put("after", from.job());
    params.put("mostWeight", from.priority() / Priority.OVERDUE);
    params.put("limit", limit);
    List<QueuePage.Place> pressing =
        places(PASSING.formatted(PRIORITY, where, PRESSING, "weight DESC"), params, asOf);
    params.put(
        "leastWeight",
        pressing.size() == limit ? pressing.getLast().priority() / Priority.OVERDUE : 0.0);
    List<QueuePage.Place> notYet =
        places(PASSING.formatted(PRIORITY, where, NOT_YET, "priority DESC"), params, asOf);
    return Stream.of(pressing, notYet).flatMap(List::stream).sorted(FIRST).limit(limit).toList();
  }

  private List<QueuePage.Place> places(String sql, Map<String, Object> params, Instant asOf) {
    return jdbc.sql(sql)
        .params(params)
        .query(
            (row, n) ->
                new QueuePage.Place(
                    asOf, row.getDouble("priority"), row.getObject("id", UUID.class)))
        .list();
  }
}

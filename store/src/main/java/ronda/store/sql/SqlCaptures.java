package ronda.store.sql;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Pages that somebody wants captured, and what came of it; within one transaction of one office.
 */
public final class SqlCaptures {
  private final JdbcClient jdbc;

  public SqlCaptures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How far it has come. */
  public enum State {
    WAITING,
    RUNNING,
    KEPT,
    FAILED
  }

  /**
   * A page somebody wants captured.
   *
   * @param file the case's id
   * @param told why it failed; "" otherwise
   */
  public record Wish(
      UUID id,
      UUID file,
      String url,
      String why,
      UUID askedBy,
      String asker,
      Instant askedAt,
      State state,
      String told) {}

  /** Writes down a wish. */
  public void ask(Wish wish) {
    jdbc.sql(
            """
            INSERT INTO evidence_captures (id, case_id, url, why, asked_by, asker, asked_at, state)
            VALUES (:id, :case, :url, :why, :by, :asker, :at, :state)
            """)
        .param("id", wish.id())
        .param("case", wish.file())
        .param("url", wish.url())
        .param("why", wish.why())
        .param("by", wish.askedBy())
        .param("asker", wish.asker())
        .param("at", Times.at(wish.askedAt()))
        .param("state", wish.state().name())
        .update();
  }

  /**
   * Says how far it has come; false if it was not in the state it should have been in. The address
   * of a page that was kept lies sealed with it: here it goes.
   */
  public boolean move(UUID wish, State from, State to, String told) {
    return jdbc.sql(
                """
                UPDATE evidence_captures SET state = :to, told = :told,
                  url = CASE WHEN :to = 'KEPT' THEN '' ELSE url END
                WHERE id = :id AND state = :from
                """)
            .param("to", to.name())
            .param("told", told)
            .param("from", from.name())
            .param("id", wish)
            .update()
        == 1;
  }

  /**
   * Says of pages under way that whoever captures them is still there. For the server's own rounds.
   * The clock is the database's: all servers on it share that one.
   */
  public static void stillThere(JdbcClient everywhere, Collection<UUID> wishes) {
    if (!wishes.isEmpty()) {
      everywhere
          .sql(
              """
              UPDATE evidence_captures SET seen_at = clock_timestamp()
              WHERE id IN (:ids) AND state IN ('WAITING', 'RUNNING')
              """)
          .param("ids", wishes)
          .update();
    }
  }

  /**
   * Says of pages under way that they failed, where nothing was heard of their server for so long,
   * or where it was last heard of in the future: the clock has been set back. For the server's own
   * rounds.
   *
   * @return how many there were
   */
  public static int abandoned(JdbcClient everywhere, Duration silence, String told) {
    return everywhere
        .sql(
            """
            UPDATE evidence_captures SET state = 'FAILED', told = :told
            WHERE state IN ('WAITING', 'RUNNING')
              AND abs(extract(epoch FROM clock_timestamp() - seen_at)) > :seconds
            """)
        .param("told", told)
        .param("seconds", silence.toMillis() / 1000.0)
        .update();
  }

  /** How many of an office wait or run. */
  public long underway() {
    return jdbc.sql("SELECT count(*) FROM evidence_captures WHERE state IN ('WAITING', 'RUNNING')")
        .query(Long.class)
        .single();
  }

  /** A wish. */
  public Optional<Wish> byId(UUID id) {
    return wishes("WHERE id = :id", id).stream().findFirst();
  }

  /** The wishes of a case, the latest first. */
  public List<Wish> ofCase(UUID file, int limit) {
    return wishes("WHERE case_id = :id ORDER BY asked_at DESC, id LIMIT " + limit, file);
  }

  private List<Wish> wishes(String which, UUID id) {
    return jdbc.sql("SELECT * FROM evidence_captures " + which)
        .param("id", id)
        .query(
            (row, n) ->
                new Wish(
                    row.getObject("id", UUID.class),
                    row.getObject("case_id", UUID.class),
                    row.getString("url"),
                    row.getString("why"),
                    row.getObject("asked_by", UUID.class),
                    row.getString("asker"),
                    Times.of(row, "asked_at"),
                    State.valueOf(row.getString("state")),
                    row.getString("told")))
        .list();
  }
}

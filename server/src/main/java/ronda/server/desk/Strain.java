package ronda.server.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.identify.decide.Severity;

/**
 * What a reviewer was shown, for the reviewer's own sake: nobody else is told, and nothing is
 * measured by it.
 */
public final class Strain {
  /** After so long without a break, one is due. */
  private static final Duration LONG = Duration.ofMinutes(50);

  /** Nothing looked at for so long is a break. */
  private static final Duration BREAK = Duration.ofMinutes(10);

  private final JdbcClient jdbc;

  public Strain(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What somebody was shown lately.
   *
   * @param today how many different jobs in the last twelve hours
   * @param grave how many of them were grave or urgent
   * @param sinceBreak how long without ten minutes' rest
   */
  public record Lately(long today, long grave, Duration sinceBreak) {
    public boolean isBreakDue() {
      return sinceBreak.compareTo(LONG) >= 0;
    }

    public long minutes() {
      return sinceBreak.toMinutes();
    }
  }

  /** Writes down that this person was shown what a job is about. */
  public void saw(UUID officer, UUID job, Instant now) {
    jdbc.sql(
            """
            INSERT INTO views (officer, job_id, at) VALUES (:officer, :job, :at)
            ON CONFLICT DO NOTHING
            """)
        .param("officer", officer)
        .param("job", job)
        .param("at", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  Lately of(UUID officer, Instant now) {
    record Look(UUID job, Instant at, boolean grave) {}
    List<Look> looks =
        jdbc.sql(
                """
                SELECT job_id, at, severity >= :grave AS grave FROM views JOIN jobs ON jobs.id = job_id
                WHERE officer = :officer AND at > :since ORDER BY at DESC LIMIT 2000
                """)
            .param("officer", officer)
            .param("grave", Severity.HIGH.ordinal())
            .param("since", now.minus(Duration.ofHours(12)).atOffset(ZoneOffset.UTC))
            .query(
                (row, n) ->
                    new Look(
                        row.getObject("job_id", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("grave")))
            .list();
    Instant begin = now;
    for (Look look : looks) {
      if (Duration.between(look.at(), begin).compareTo(BREAK) > 0) {
        break;
      }
      begin = look.at();
    }
    // A job is shown again when it is taken and when it is judged: that is one job all the same.
    Set<UUID> jobs = new HashSet<>();
    List<Look> first = looks.stream().filter(look -> jobs.add(look.job())).toList();
    return new Lately(
        first.size(), first.stream().filter(Look::grave).count(), Duration.between(begin, now));
  }
}

package ronda.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.review.Job;
import ronda.casework.review.Judgement;

/** What people said of jobs. Nothing is deleted: what was taken back is marked. */
final class SqlJudgements {
  private final JdbcClient jdbc;

  SqlJudgements(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What stands of each job, oldest first. */
  Map<UUID, List<Judgement>> of(List<UUID> jobs) {
    Map<UUID, List<Judgement>> said = new HashMap<>();
    if (!jobs.isEmpty()) {
      jdbc.sql(
              """
              SELECT * FROM judgements WHERE job_id IN (:jobs) AND undone_at IS NULL
              ORDER BY job_id, place
              """)
          .param("jobs", jobs)
          .query(
              row -> {
                said.computeIfAbsent(row.getObject("job_id", UUID.class), id -> new ArrayList<>())
                    .add(judgement(row));
              });
    }
    return said;
  }

  /** Adds what is new of {@code job}'s judgements and marks what is no longer among them. */
  void put(Job job, Instant now) {
    List<Judgement> kept = of(List.of(job.id())).getOrDefault(job.id(), List.of());
    for (Judgement gone : without(kept, job.judgements())) {
      jdbc.sql(
              """
              UPDATE judgements SET undone_at = :now
              WHERE job_id = :job AND officer = :officer AND at = :at AND undone_at IS NULL
              """)
          .param("now", Times.at(now))
          .param("job", job.id())
          .param("officer", gone.officer())
          .param("at", Times.at(gone.at()))
          .update();
    }
    without(job.judgements(), kept).forEach(fresh -> add(job.id(), fresh));
  }

  private static List<Judgement> without(List<Judgement> all, List<Judgement> some) {
    return all.stream().filter(one -> !some.contains(one)).toList();
  }

  private void add(UUID job, Judgement judgement) {
    jdbc.sql(
            """
            INSERT INTO judgements (job_id, place, officer, at, verdict, category, stance, severity,
              original, reason, overrules)
            SELECT :job, coalesce(max(place), 0) + 1, :officer, :at, :verdict, :category, :stance,
              :severity, :original, :reason, :overrules
            FROM judgements WHERE job_id = :job
            """)
        .param("job", job)
        .param("officer", judgement.officer())
        .param("at", Times.at(judgement.at()))
        .params(VerdictColumns.of(judgement.verdict()))
        .param("reason", judgement.reason())
        .param("overrules", judgement.overrules())
        .update();
  }

  static Judgement judgement(ResultSet row) throws SQLException {
    return new Judgement(
        row.getObject("officer", UUID.class),
        Times.of(row, "at"),
        VerdictColumns.of(row),
        row.getString("reason"),
        row.getBoolean("overrules"));
  }
}

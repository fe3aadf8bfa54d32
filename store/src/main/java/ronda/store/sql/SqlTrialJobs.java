package ronda.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.policy.JobsBehind;
import ronda.casework.policy.TrialFigure;
import ronda.casework.policy.Trials.Trial;
import ronda.identify.post.Category;

/** The jobs behind the numbers of trial runs, within one transaction of one office. */
public final class SqlTrialJobs {
  private final JdbcClient jdbc;

  public SqlTrialJobs(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Keeps what stands behind the numbers of a trial, and forgets it of older trials of this policy.
   *
   * @param category of which the text tried suspects what it raises
   * @param latest of how many trials it is kept, this one among them
   */
  public void keep(
      Trial trial, Category category, Map<TrialFigure, JobsBehind> behind, int latest) {
    behind.forEach(
        (figure, jobs) ->
            jdbc.sql(
                    """
                    INSERT INTO policy_trial_jobs (trial, figure, category, posts, jobs, more)
                    VALUES (:trial, :figure, :category, :posts, :jobs, :more)
                    """)
                .param("trial", trial.id())
                .param("figure", figure.code())
                .param("category", category.name())
                .param("posts", jobs.posts())
                .param("jobs", jobs.jobs().toArray(UUID[]::new))
                .param("more", jobs.more())
                .update());
    jdbc.sql(
            """
            DELETE FROM policy_trial_jobs WHERE trial IN (
              SELECT id FROM policy_trials WHERE policy = :policy
              ORDER BY at DESC, id DESC OFFSET :latest)
            """)
        .param("policy", trial.policy())
        .param("latest", latest)
        .update();
  }

  /** What is kept of a number. */
  public record Kept(Category category, JobsBehind behind) {}

  /** What stands behind a number; empty if it is 0, or is not kept any more. */
  public Optional<Kept> behind(UUID trial, TrialFigure figure) {
    return jdbc.sql("SELECT * FROM policy_trial_jobs WHERE trial = :trial AND figure = :figure")
        .param("trial", trial)
        .param("figure", figure.code())
        .query(SqlTrialJobs::kept)
        .optional();
  }

  /** Which of these trials have jobs kept behind their numbers. */
  public Set<UUID> kept(List<Trial> trials) {
    return trials.isEmpty()
        ? Set.of()
        : new HashSet<>(
            jdbc.sql("SELECT DISTINCT trial FROM policy_trial_jobs WHERE trial IN (:trials)")
                .param("trials", trials.stream().map(Trial::id).toList())
                .query(UUID.class)
                .list());
  }

  private static Kept kept(ResultSet row, int number) throws SQLException {
    return new Kept(
        Category.valueOf(row.getString("category")),
        new JobsBehind(
            row.getLong("posts"),
            Arrays.asList((UUID[]) row.getArray("jobs").getArray()),
            row.getBoolean("more")));
  }
}

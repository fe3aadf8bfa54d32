package ronda.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.office.Officer;
import ronda.casework.quality.GoldenCopy;
import ronda.casework.quality.GoldenItem;
import ronda.casework.review.Judgement;
import ronda.casework.review.Verdict;

/** Golden items and their copies in PostgreSQL, within one transaction of one office. */
public final class SqlGolden {
  /** How often a reviewer meets a copy, where the office has set nothing: one job in so many. */
  public static final int ONE_IN = 25;

  private static final String COPIES =
      """
      SELECT a.*, i.job_id, i.verdict AS right_verdict, i.category AS right_category,
        i.stance AS right_stance, i.severity AS right_severity, i.why
      FROM golden_answers a JOIN golden_items i ON i.id = a.item
      """;

  private final JdbcClient jdbc;

  public SqlGolden(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * An item and how its copies were judged.
   *
   * @param excerpt empty once the post was forgotten
   * @param planted no longer, if it was retired
   * @param answers how many reviewers have judged a copy
   * @param right how many of them rightly
   */
  public record Marked(
      GoldenItem item, String excerpt, boolean planted, long answers, long right) {}

  /** Marks a job. One that was marked before gets the new verdict and is planted again. */
  public void mark(GoldenItem item, UUID officer, Instant now) {
    jdbc.sql(
            """
            INSERT INTO golden_items (id, job_id, verdict, category, stance, severity, why,
              marked_by, marked_at)
            VALUES (:id, :job, :verdict, :category, :stance, :severity, :why, :by, :at)
            ON CONFLICT (office_id, job_id) DO UPDATE SET verdict = excluded.verdict,
              category = excluded.category, stance = excluded.stance,
              severity = excluded.severity, why = excluded.why, marked_by = excluded.marked_by,
              marked_at = excluded.marked_at, retired_at = NULL
            """)
        .param("id", item.id())
        .param("job", item.job())
        .params(VerdictColumns.of(item.right()))
        .param("why", item.why())
        .param("by", officer)
        .param("at", Times.at(now))
        .update();
  }

  /**
   * Plants the item no more, if this person may be shown its posts. What was said of its copies is
   * kept.
   */
  public boolean retire(UUID item, Officer viewer, Instant now) {
    Sight sight = new Sight(Optional.of(viewer));
    return jdbc.sql(
                """
                UPDATE golden_items SET retired_at = :now
                WHERE id = :id AND EXISTS (SELECT FROM jobs j WHERE j.id = job_id AND %s)
                """
                    .formatted(sight.onJobs()))
            .params(sight.and(Map.of("now", Times.at(now), "id", item)))
            .update()
        == 1;
  }

  /**
   * The words of these jobs are gone: they are planted no more, and copies that nobody has judged
   * yet are taken back.
   */
  public void without(List<UUID> jobs, Instant now) {
    jdbc.sql(
            """
            DELETE FROM golden_answers WHERE answered_at IS NULL
              AND item IN (SELECT id FROM golden_items WHERE job_id IN (:jobs))
            """)
        .param("jobs", jobs)
        .update();
    jdbc.sql(
            """
            UPDATE golden_items SET retired_at = :now
            WHERE job_id IN (:jobs) AND retired_at IS NULL
            """)
        .param("now", Times.at(now))
        .param("jobs", jobs)
        .update();
  }

  /** The items of which this person may be shown the posts, the newest first. */
  public List<Marked> items(Officer viewer, int limit) {
    Sight sight = new Sight(Optional.of(viewer));
    return jdbc.sql(
            """
            SELECT i.*, j.excerpt,
              (SELECT count(*) FROM golden_answers WHERE item = i.id AND agrees IS NOT NULL) AS n,
              (SELECT count(*) FROM golden_answers WHERE item = i.id AND agrees) AS fine
            FROM golden_items i JOIN jobs j ON j.id = i.job_id
            WHERE %s ORDER BY i.marked_at DESC, i.id LIMIT :limit
            """
                .formatted(sight.onJobs()))
        .params(sight.and(Map.of("limit", limit)))
        .query(
            (row, n) ->
                new Marked(
                    new GoldenItem(
                        row.getObject("id", UUID.class),
                        row.getObject("job_id", UUID.class),
                        VerdictColumns.of(row),
                        row.getString("why")),
                    row.getString("excerpt"),
                    row.getObject("retired_at") == null,
                    row.getLong("n"),
                    row.getLong("fine")))
        .list();
  }

  public boolean isMarked(UUID job) {
    return jdbc.sql("SELECT EXISTS (SELECT FROM golden_items WHERE job_id = :job)")
        .param("job", job)
        .query(Boolean.class)
        .single();
  }

  /** The copies that are in this officer's hands and not answered yet, the oldest first. */
  public List<GoldenCopy> open(UUID officer, int limit) {
    return jdbc.sql(
            COPIES
                + "WHERE a.officer = :officer AND a.answered_at IS NULL"
                + " ORDER BY a.planted_at, a.id LIMIT :limit")
        .param("officer", officer)
        .param("limit", limit)
        .query((row, n) -> copy(row))
        .list();
  }

  /**
   * Items this officer has neither met nor judged as real jobs, in no order that can be foreseen.
   */
  public List<GoldenItem> unmet(UUID officer, int limit) {
    return jdbc.sql(
            """
            SELECT i.* FROM golden_items i
            WHERE retired_at IS NULL AND marked_by <> :officer
              AND NOT EXISTS (SELECT FROM golden_answers a
                WHERE a.item = i.id AND a.officer = :officer)
              AND NOT EXISTS (SELECT FROM judgements d
                WHERE d.job_id = i.job_id AND d.officer = :officer)
            ORDER BY random() LIMIT :limit
            """)
        .param("officer", officer)
        .param("limit", limit)
        .query(
            (row, n) ->
                new GoldenItem(
                    row.getObject("id", UUID.class),
                    row.getObject("job_id", UUID.class),
                    VerdictColumns.of(row),
                    row.getString("why")))
        .list();
  }

  /** Puts a copy into this officer's hands; false if one of this item has come there meanwhile. */
  public boolean plant(UUID copy, GoldenItem item, UUID officer, Instant now) {
    return jdbc.sql(
                """
                INSERT INTO golden_answers (id, item, officer, planted_at)
                VALUES (:id, :item, :officer, :now) ON CONFLICT (item, officer) DO NOTHING
                """)
            .param("id", copy)
            .param("item", item.id())
            .param("officer", officer)
            .param("now", Times.at(now))
            .update()
        == 1;
  }

  /** This officer's copy with this id. */
  public Optional<GoldenCopy> copy(UUID id, UUID officer) {
    return jdbc.sql(COPIES + "WHERE a.id = :id AND a.officer = :officer")
        .param("id", id)
        .param("officer", officer)
        .query((row, n) -> copy(row))
        .optional();
  }

  /** The copies this officer has answered, the newest first. */
  public List<GoldenCopy> answeredBy(UUID officer, int limit) {
    return jdbc.sql(
            COPIES
                + "WHERE a.officer = :officer AND a.answered_at IS NOT NULL"
                + " ORDER BY a.answered_at DESC LIMIT :limit")
        .param("officer", officer)
        .param("limit", limit)
        .query((row, n) -> copy(row))
        .list();
  }

  /** Keeps the first answer; false if there was one already. */
  public boolean answer(GoldenCopy copy, Judgement said) {
    return jdbc.sql(
                """
                UPDATE golden_answers SET answered_at = :at, verdict = :verdict,
                  category = :category, stance = :stance, severity = :severity,
                  original = :original, reason = :reason, agrees = :agrees
                WHERE id = :id AND officer = :officer AND answered_at IS NULL
                """)
            .param("at", Times.at(said.at()))
            .params(VerdictColumns.of(said.verdict()))
            .param("reason", said.reason())
            .param("agrees", copy.item().isRight(said.verdict()).orElse(null))
            .param("id", copy.id())
            .param("officer", copy.officer())
            .update()
        == 1;
  }

  /** One job in how many is followed by a copy; 0 for never. */
  public int oneIn() {
    return jdbc.sql("SELECT golden_one_in FROM quality_settings")
        .query(Integer.class)
        .optional()
        .orElse(ONE_IN);
  }

  public void setOneIn(int oneIn) {
    jdbc.sql(
            """
            INSERT INTO quality_settings (golden_one_in) VALUES (:oneIn)
            ON CONFLICT (office_id) DO UPDATE SET golden_one_in = excluded.golden_one_in
            """)
        .param("oneIn", oneIn)
        .update();
  }

  private static GoldenCopy copy(ResultSet row) throws SQLException {
    UUID officer = row.getObject("officer", UUID.class);
    GoldenItem item =
        new GoldenItem(
            row.getObject("item", UUID.class),
            row.getObject("job_id", UUID.class),
            VerdictColumns.of(row, "right_"),
            row.getString("why"));
    List<Judgement> said = new ArrayList<>();
    Optional<Instant> at = Times.ofNullable(row, "answered_at");
    if (at.isPresent()) {
      Verdict verdict = VerdictColumns.of(row);
      said.add(new Judgement(officer, at.get(), verdict, row.getString("reason")));
    }
    return new GoldenCopy(
        row.getObject("id", UUID.class),
        item,
        officer,
        Times.of(row, "planted_at"),
        said.stream().findFirst());
  }
}

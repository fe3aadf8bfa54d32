package ronda.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.retention.LegalHold;
import ronda.casework.retention.LegalHolds;

/** Legal holds in PostgreSQL, within one transaction of one office ({@link InOffice}). */
public final class SqlLegalHolds implements LegalHolds {
  private final JdbcClient jdbc;

  public SqlLegalHolds(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * How much there is to hold.
   *
   * @param jobs with their posts
   * @param forgotten so many of these hold nothing any more
   */
  public record Reach(int jobs, int forgotten) {}

  /**
   * What a hold on this job, case or account would hold. Until the end of this change nothing of it
   * is forgotten: a round that was about to has ended, or passes it by.
   */
  public Reach reach(UUID subject) {
    List<Boolean> forgotten =
        jdbc.sql(
                """
            SELECT forgotten_at IS NOT NULL FROM jobs WHERE id = :subject
              OR id IN (SELECT job_id FROM case_jobs WHERE case_id = :subject)
            ORDER BY id FOR UPDATE
            """)
            .param("subject", subject)
            .query((row, n) -> row.getBoolean(1))
            .list();
    // A case without a job holds papers too, and two who mean to destroy them lock it.
    jdbc.sql("SELECT id FROM cases WHERE id = :subject FOR UPDATE")
        .param("subject", subject)
        .query()
        .listOfRows();
    jdbc.sql(
            """
            SELECT id FROM watched_accounts WHERE id = :subject
              OR id IN (SELECT s.account_id FROM watch_steps s JOIN cases c ON c.id = :subject
                WHERE s.kind = 'case-linked' AND s.words ->> 'case' = c.number)
            ORDER BY id FOR UPDATE
            """)
        .param("subject", subject)
        .query()
        .listOfRows();
    return new Reach(
        forgotten.size(), (int) forgotten.stream().filter(Boolean::booleanValue).count());
  }

  /** Places a hold, on what no round is about to forget ({@link #reach}). */
  @Override
  public void place(LegalHold hold) {
    reach(hold.subject());
    jdbc.sql(
            """
            INSERT INTO legal_holds (id, kind, subject, placed_by, placed_at, reason, legal_basis)
            VALUES (:id, :kind, :subject, :by, :at, :reason, :basis)
            """)
        .param("id", hold.id())
        .param("kind", hold.kind().name())
        .param("subject", hold.subject())
        .param("by", hold.placed().by())
        .param("at", Times.at(hold.placed().at()))
        .param("reason", hold.placed().reason())
        .param("basis", hold.placed().legalBasis())
        .update();
  }

  @Override
  public boolean lift(LegalHold hold) {
    LegalHold.Act act = hold.lifted().orElseThrow();
    return jdbc.sql(
                """
                UPDATE legal_holds SET lifted_by = :by, lifted_at = :at, lift_reason = :reason,
                  lift_basis = :basis
                WHERE id = :id AND lifted_at IS NULL
                """)
            .param("id", hold.id())
            .param("by", act.by())
            .param("at", Times.at(act.at()))
            .param("reason", act.reason())
            .param("basis", act.legalBasis())
            .update()
        == 1;
  }

  @Override
  public Optional<LegalHold> byId(UUID id) {
    return jdbc.sql("SELECT * FROM legal_holds WHERE id = :id")
        .param("id", id)
        .query((row, n) -> hold(row))
        .optional();
  }

  @Override
  public List<LegalHold> standing(int limit) {
    return jdbc.sql(
            """
            SELECT * FROM legal_holds WHERE lifted_at IS NULL
            ORDER BY placed_at DESC, id LIMIT :limit
            """)
        .param("limit", limit)
        .query((row, n) -> hold(row))
        .list();
  }

  @Override
  public List<LegalHold> on(UUID subject) {
    return jdbc.sql(
            "SELECT * FROM legal_holds WHERE subject = :subject ORDER BY placed_at DESC, id")
        .param("subject", subject)
        .query((row, n) -> hold(row))
        .list();
  }

  private static LegalHold hold(ResultSet row) throws SQLException {
    LegalHold placed =
        new LegalHold(
            row.getObject("id", UUID.class),
            LegalHold.Subject.valueOf(row.getString("kind")),
            row.getObject("subject", UUID.class),
            new LegalHold.Act(
                row.getString("placed_by"),
                Times.of(row, "placed_at"),
                row.getString("reason"),
                row.getString("legal_basis")),
            Optional.empty());
    return row.getObject("lifted_at") == null
        ? placed
        : placed.lifted(
            new LegalHold.Act(
                row.getString("lifted_by"),
                Times.of(row, "lifted_at"),
                row.getString("lift_reason"),
                row.getString("lift_basis")));
  }
}

package ronda.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.evidence.Opening;

/** Who asked to see which item, and what was decided; within one transaction of one office. */
public final class SqlOpenings {
  private final JdbcClient jdbc;

  public SqlOpenings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Writes down a wish, with its decision if there is one already. */
  public void ask(Opening opening) {
    jdbc.sql(
            """
            INSERT INTO evidence_openings (id, item_id, asked_by, asker, asked_at, why)
            VALUES (:id, :item, :by, :asker, :at, :why)
            """)
        .param("id", opening.id())
        .param("item", opening.item())
        .param("by", opening.askedBy())
        .param("asker", opening.asker())
        .param("at", Times.at(opening.askedAt()))
        .param("why", opening.why())
        .update();
    opening.decision().ifPresent(made -> decide(opening.id(), made));
  }

  /** Writes down what was decided. */
  public void decide(UUID opening, Opening.Decision made) {
    jdbc.sql(
            """
            UPDATE evidence_openings
            SET decided_by = :by, decider = :name, decided_at = :at, agreed = :agreed
            WHERE id = :id AND decided_by IS NULL
            """)
        .param("by", made.by())
        .param("name", made.name())
        .param("at", Times.at(made.at()))
        .param("agreed", made.agreed())
        .param("id", opening)
        .update();
  }

  /** A wish; within a change, nobody else decides it meanwhile. */
  public Optional<Opening> byId(UUID opening) {
    return jdbc.sql("SELECT * FROM evidence_openings WHERE id = :id FOR UPDATE")
        .param("id", opening)
        .query((row, n) -> opening(row))
        .optional();
  }

  /** The wishes of a case's items, the latest first. */
  public List<Opening> ofCase(UUID file, int limit) {
    return jdbc.sql(
            """
            SELECT o.* FROM evidence_openings o JOIN evidence_items i ON i.id = o.item_id
            WHERE i.case_id = :case ORDER BY o.asked_at DESC, o.id LIMIT :limit
            """)
        .param("case", file)
        .param("limit", limit)
        .query((row, n) -> opening(row))
        .list();
  }

  /** The wishes of one item, the latest first. */
  public List<Opening> ofItem(UUID item, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM evidence_openings WHERE item_id = :item
            ORDER BY asked_at DESC, id LIMIT :limit
            """)
        .param("item", item)
        .param("limit", limit)
        .query((row, n) -> opening(row))
        .list();
  }

  /** What nobody has decided yet, the oldest first; asked for no earlier than {@code since}. */
  public List<Opening> undecided(Instant since, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM evidence_openings WHERE decided_by IS NULL AND asked_at >= :since
            ORDER BY asked_at, id LIMIT :limit
            """)
        .param("since", Times.at(since))
        .param("limit", limit)
        .query((row, n) -> opening(row))
        .list();
  }

  /** What this person asked for and another agreed to after {@code since}, the oldest first. */
  public List<Opening> agreedFor(UUID officer, Instant since, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM evidence_openings
            WHERE asked_by = :officer AND decided_by <> asked_by AND agreed AND decided_at > :since
            ORDER BY decided_at, id LIMIT :limit
            """)
        .param("officer", officer)
        .param("since", Times.at(since))
        .param("limit", limit)
        .query((row, n) -> opening(row))
        .list();
  }

  private static Opening opening(ResultSet row) throws SQLException {
    UUID by = row.getObject("decided_by", UUID.class);
    return new Opening(
        row.getObject("id", UUID.class),
        row.getObject("item_id", UUID.class),
        row.getObject("asked_by", UUID.class),
        row.getString("asker"),
        Times.of(row, "asked_at"),
        row.getString("why"),
        by == null
            ? Optional.empty()
            : Optional.of(
                new Opening.Decision(
                    by,
                    row.getString("decider"),
                    Times.of(row, "decided_at"),
                    row.getBoolean("agreed"))));
  }
}

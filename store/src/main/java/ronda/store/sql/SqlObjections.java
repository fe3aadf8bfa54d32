package ronda.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.objection.Objection;
import ronda.casework.objection.Objections;
import ronda.casework.office.Officer;

/** Objections in PostgreSQL, within one transaction of one office ({@link InOffice}). */
public final class SqlObjections implements Objections {
  private static final String ALL =
      """
      SELECT o.*, c.number AS case_number,
        d.officer, d.decided_by, d.at AS decided_at, d.upheld, d.reason
      FROM objections o JOIN cases c ON c.id = o.case_id
        LEFT JOIN objection_decisions d ON d.objection_id = o.id
      """;

  private final JdbcClient jdbc;
  private final Sight sight;

  public SqlObjections(JdbcClient jdbc) {
    this(jdbc, Sight.OF_ALL);
  }

  private SqlObjections(JdbcClient jdbc, Sight sight) {
    this.jdbc = jdbc;
    this.sight = sight;
  }

  /** The same, where lists name only objections to cases that this person may see all of. */
  public SqlObjections seenBy(Officer viewer) {
    return new SqlObjections(jdbc, new Sight(Optional.of(viewer)));
  }

  @Override
  public void add(Objection objection) {
    jdbc.sql(
            """
            INSERT INTO objections (id, receipt, case_id, at, due, words)
            VALUES (:id, :receipt, :file, :at, :due, :words)
            """)
        .param("id", objection.id())
        .param("receipt", objection.receipt())
        .param("file", objection.file())
        .param("at", Times.at(objection.at()))
        .param("due", Times.at(objection.due()))
        .param("words", objection.words())
        .update();
  }

  @Override
  public void decide(Objection objection) {
    Objection.Decision decision = objection.decision().orElseThrow();
    int kept =
        jdbc.sql(
                """
                INSERT INTO objection_decisions
                  (objection_id, officer, decided_by, at, upheld, reason)
                VALUES (:id, :officer, :by, :at, :upheld, :reason)
                ON CONFLICT (objection_id) DO NOTHING
                """)
            .param("id", objection.id())
            .param("officer", decision.officer())
            .param("by", decision.by())
            .param("at", Times.at(decision.at()))
            .param("upheld", decision.upheld())
            .param("reason", decision.reason())
            .update();
    if (kept != 1) {
      throw new IllegalStateException("objection " + objection.id() + " does not wait");
    }
  }

  @Override
  public Optional<Objection> byId(UUID id) {
    return all(ALL + " WHERE o.id = :id FOR UPDATE OF o", Map.of("id", id)).stream().findFirst();
  }

  @Override
  public Optional<Objection> find(UUID id) {
    return all(ALL + " WHERE o.id = :id", Map.of("id", id)).stream().findFirst();
  }

  @Override
  public List<Objection> waiting(int limit) {
    return all(
        ALL
            + " WHERE d.objection_id IS NULL AND "
            + sight.onWholeCases()
            + " ORDER BY o.due, o.id LIMIT :limit",
        sight.and(Map.of("limit", limit)));
  }

  @Override
  public List<Objection> decided(int limit) {
    return all(
        ALL
            + " WHERE d.objection_id IS NOT NULL AND "
            + sight.onWholeCases()
            + " ORDER BY d.at DESC, o.id DESC LIMIT :limit",
        sight.and(Map.of("limit", limit)));
  }

  @Override
  public long count(boolean decided) {
    return jdbc.sql(
            "SELECT count(*) FROM (%s WHERE (d.objection_id IS NOT NULL) = :decided AND %s) AS all_"
                .formatted(ALL, sight.onWholeCases()))
        .params(sight.and(Map.of("decided", decided)))
        .query(Long.class)
        .single();
  }

  @Override
  public long late(Instant now) {
    return jdbc.sql(
            "SELECT count(*) FROM (%s WHERE d.objection_id IS NULL AND o.due < :now AND %s) AS late"
                .formatted(ALL, sight.onWholeCases()))
        .params(sight.and(Map.of("now", Times.at(now))))
        .query(Long.class)
        .single();
  }

  @Override
  public List<Objection> ofCase(UUID file) {
    return all(ALL + " WHERE o.case_id = :file ORDER BY o.at, o.id", Map.of("file", file));
  }

  /** Keeps how the person may be reached, sealed. */
  public void putContact(UUID objection, byte[] sealed) {
    jdbc.sql("INSERT INTO objection_contacts (objection_id, sealed) VALUES (:id, :sealed)")
        .param("id", objection)
        .param("sealed", sealed)
        .update();
  }

  /** How the person may be reached, as it was sealed; empty if nothing was said or it is over. */
  public Optional<byte[]> contact(UUID objection) {
    return jdbc.sql("SELECT sealed FROM objection_contacts WHERE objection_id = :id")
        .param("id", objection)
        .query((row, number) -> row.getBytes(1))
        .optional();
  }

  /** Forgets how people may be reached whose objection was decided before then. */
  public int forgetContacts(Instant decidedBefore) {
    return jdbc.sql(
            """
            DELETE FROM objection_contacts k USING objection_decisions d
            WHERE d.objection_id = k.objection_id AND d.at < :before
            """)
        .param("before", Times.at(decidedBefore))
        .update();
  }

  private List<Objection> all(String sql, Map<String, ?> params) {
    return jdbc.sql(sql).params(params).query(SqlObjections::objection).list();
  }

  private static Objection objection(ResultSet row, int number) throws SQLException {
    Optional<Instant> decided = Times.ofNullable(row, "decided_at");
    Optional<Objection.Decision> decision =
        decided.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Objection.Decision(
                    row.getObject("officer", UUID.class),
                    row.getString("decided_by"),
                    decided.get(),
                    row.getBoolean("upheld"),
                    row.getString("reason")));
    return new Objection(
        row.getObject("id", UUID.class),
        row.getString("receipt"),
        row.getObject("case_id", UUID.class),
        row.getString("case_number"),
        Times.of(row, "at"),
        Times.of(row, "due"),
        row.getString("words"),
        decision);
  }
}

package ronda.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.authority.Row;
import ronda.casework.authority.RowVersion;
import ronda.casework.authority.RowVersions;
import ronda.casework.authority.RowWords;

/** The authority table in PostgreSQL, within one transaction of one office ({@link InOffice}). */
public final class SqlRowVersions implements RowVersions {
  private static final String ALL =
      """
      SELECT v.*, d.officer, d.decided_by, d.decided_at, d.approved, d.why AS decided_why
      FROM authority_versions v LEFT JOIN authority_decisions d ON d.version_id = v.id
      """;

  private final JdbcClient jdbc;

  public SqlRowVersions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Row> inForce() {
    return jdbc.sql(
            """
            SELECT text FROM (
              SELECT DISTINCT ON (row_id) text, struck,
                min(place) OVER (PARTITION BY row_id) AS came
              FROM authority_versions v JOIN authority_decisions d ON d.version_id = v.id
              WHERE d.approved ORDER BY row_id, number DESC) latest
            WHERE NOT struck ORDER BY came
            """)
        .query((row, number) -> parsed(row.getString("text")))
        .list();
  }

  @Override
  public List<RowVersion> history(String row) {
    return versions(ALL + " WHERE row_id = :row ORDER BY number DESC", Map.of("row", row));
  }

  @Override
  public List<RowVersion> waiting() {
    return versions(ALL + " WHERE d.version_id IS NULL ORDER BY place", Map.of());
  }

  @Override
  public Optional<RowVersion> byId(UUID id) {
    return versions(ALL + " WHERE v.id = :id", Map.of("id", id)).stream().findFirst();
  }

  @Override
  public List<Row> brought() {
    return jdbc.sql(
            """
            SELECT text FROM (
              SELECT DISTINCT ON (row_id) text, place FROM authority_versions
              WHERE proposer IS NULL ORDER BY row_id, number DESC) latest
            ORDER BY place
            """)
        .query((row, number) -> parsed(row.getString("text")))
        .list();
  }

  @Override
  public void add(RowVersion version) {
    try {
      jdbc.sql(
              """
              INSERT INTO authority_versions
                (id, row_id, number, text, struck, proposer, proposed_by, proposed_at, why)
              VALUES (:id, :row, :number, :text, :struck, :proposer, :by, :at, :why)
              """)
          .param("id", version.id())
          .param("row", version.row().id())
          .param("number", version.number())
          .param("text", RowWords.text(version.row()))
          .param("struck", version.struck())
          .param("proposer", version.proposer().orElse(null))
          .param("by", version.by())
          .param("at", Times.at(version.at()))
          .param("why", version.why())
          .update();
    } catch (DuplicateKeyException taken) {
      throw new IllegalArgumentException(
          version.row().id() + " has a version " + version.number(), taken);
    }
    decide(version);
  }

  @Override
  public void decide(RowVersion version) {
    version
        .decision()
        .ifPresent(
            decision ->
                jdbc.sql(
                        """
                        INSERT INTO authority_decisions
                          (version_id, officer, decided_by, decided_at, approved, why)
                        VALUES (:id, :officer, :by, :at, :approved, :why)
                        ON CONFLICT (version_id) DO NOTHING
                        """)
                    .param("id", version.id())
                    .param("officer", decision.officer().orElse(null))
                    .param("by", decision.by())
                    .param("at", Times.at(decision.at()))
                    .param("approved", decision.approved())
                    .param("why", decision.why())
                    .update());
  }

  private List<RowVersion> versions(String sql, Map<String, ?> params) {
    return jdbc.sql(sql).params(params).query(SqlRowVersions::version).list();
  }

  private static RowVersion version(ResultSet row, int number) throws SQLException {
    Optional<Instant> decided = Times.ofNullable(row, "decided_at");
    Optional<RowVersion.Decision> decision =
        decided.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new RowVersion.Decision(
                    Optional.ofNullable(row.getObject("officer", UUID.class)),
                    row.getString("decided_by"),
                    decided.get(),
                    row.getBoolean("approved"),
                    row.getString("decided_why")));
    return new RowVersion(
        row.getObject("id", UUID.class),
        parsed(row.getString("text")),
        row.getInt("number"),
        row.getBoolean("struck"),
        Optional.ofNullable(row.getObject("proposer", UUID.class)),
        row.getString("proposed_by"),
        Times.of(row, "proposed_at"),
        row.getString("why"),
        decision);
  }

  private static Row parsed(String text) {
    return RowWords.rows(text).getFirst();
  }
}

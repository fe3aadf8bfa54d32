package ronda.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.office.Officer;
import ronda.casework.retention.Destroyed;
import ronda.casework.retention.Disposal;

/**
 * What was proposed to be destroyed and what was decided of it, within one transaction of one
 * office ({@link InOffice}).
 */
public final class SqlDisposals {
  private static final String ALL =
      "SELECT p.*, c.number FROM disposals p JOIN cases c ON c.id = p.case_id ";

  private final JdbcClient jdbc;
  private final Sight sight;

  public SqlDisposals(JdbcClient jdbc) {
    this(jdbc, Sight.OF_ALL);
  }

  private SqlDisposals(JdbcClient jdbc, Sight sight) {
    this.jdbc = jdbc;
    this.sight = sight;
  }

  /** The same, where lists and totals name only cases of which this person may see all. */
  public SqlDisposals seenBy(Officer viewer) {
    return new SqlDisposals(jdbc, new Sight(Optional.of(viewer)));
  }

  /**
   * A proposal in a list.
   *
   * @param number the case's
   */
  public record Line(Disposal disposal, String number) {}

  /** Writes down a proposal; of a case, one waits at a time. */
  public void propose(Disposal disposal) {
    Disposal.Proposal proposal = disposal.proposal();
    jdbc.sql(
            """
            INSERT INTO disposals
              (id, case_id, proposed_by, proposer, proposed_at, reason, legal_basis)
            VALUES (:id, :case, :by, :name, :at, :reason, :basis)
            """)
        .param("id", disposal.id())
        .param("case", disposal.file())
        .param("by", proposal.by())
        .param("name", proposal.name())
        .param("at", Times.at(proposal.at()))
        .param("reason", proposal.reason())
        .param("basis", proposal.legalBasis())
        .update();
  }

  /** Writes down what was decided. */
  public void decide(Disposal disposal) {
    Disposal.Decision made = disposal.decision().orElseThrow();
    int kept =
        jdbc.sql(
                """
                UPDATE disposals SET decided_by = :by, decider = :name, decided_at = :at,
                  agreed = :agreed, answer = :reason
                WHERE id = :id AND decided_at IS NULL
                """)
            .param("by", made.by())
            .param("name", made.name())
            .param("at", Times.at(made.at()))
            .param("agreed", made.agreed())
            .param("reason", made.reason())
            .param("id", disposal.id())
            .update();
    if (kept != 1) {
      throw new IllegalStateException("disposal " + disposal.id() + " does not wait");
    }
  }

  /** A proposal, for a look only. */
  public Optional<Line> find(UUID id) {
    return lines("WHERE p.id = :id", Map.of("id", id)).stream().findFirst();
  }

  /** A proposal; within a change, nobody else decides it meanwhile. */
  public Optional<Disposal> forChange(UUID id) {
    return lines("WHERE p.id = :id FOR UPDATE OF p", Map.of("id", id)).stream()
        .map(Line::disposal)
        .findFirst();
  }

  /** All that were made of a case, the latest first. */
  public List<Disposal> ofCase(UUID file) {
    return lines(
            "WHERE p.case_id = :file ORDER BY p.proposed_at DESC, p.id DESC", Map.of("file", file))
        .stream()
        .map(Line::disposal)
        .toList();
  }

  /** What nobody has decided, the oldest first. */
  public List<Line> waiting(int limit) {
    return lines(
        "WHERE p.decided_at IS NULL AND "
            + sight.onWholeCases()
            + " ORDER BY p.proposed_at, p.id LIMIT :limit",
        Map.of("limit", limit));
  }

  /** How many of these somebody else proposed, counted up to {@code most}. */
  public long countWaitingFor(UUID officer, int most) {
    return jdbc.sql(
            """
            SELECT count(*) FROM (SELECT FROM disposals p JOIN cases c ON c.id = p.case_id
              WHERE p.decided_at IS NULL AND p.proposed_by <> :officer AND %s LIMIT :most) AS waiting
            """
                .formatted(sight.onWholeCases()))
        .params(sight.and(Map.of("officer", officer, "most", most)))
        .query(Long.class)
        .single();
  }

  /** What was decided, the latest first. */
  public List<Line> decided(int limit) {
    return lines(
        "WHERE p.decided_at IS NOT NULL AND "
            + sight.onWholeCases()
            + " ORDER BY p.decided_at DESC, p.id DESC LIMIT :limit",
        Map.of("limit", limit));
  }

  private List<Line> lines(String which, Map<String, ?> params) {
    return jdbc.sql(ALL + which)
        .params(sight.and(params))
        .query((row, n) -> new Line(disposal(row), row.getString("number")))
        .list();
  }

  private static Disposal disposal(ResultSet row) throws SQLException {
    UUID by = row.getObject("decided_by", UUID.class);
    return new Disposal(
        row.getObject("id", UUID.class),
        row.getObject("case_id", UUID.class),
        new Disposal.Proposal(
            row.getObject("proposed_by", UUID.class),
            row.getString("proposer"),
            Times.of(row, "proposed_at"),
            row.getString("reason"),
            row.getString("legal_basis")),
        by == null
            ? Optional.empty()
            : Optional.of(
                new Disposal.Decision(
                    by,
                    row.getString("decider"),
                    Times.of(row, "decided_at"),
                    row.getBoolean("agreed"),
                    row.getString("answer"))));
  }

  /** What may have been destroyed. */
  public enum Paper {
    ITEM("evidence_items", "case_id"),
    BUNDLE("evidence_bundles", "case_id"),
    CAPTURE("evidence_captures", "case_id"),
    OBJECTION("objections", "case_id"),
    LETTER("letters", "referral_id"),
    REPLY("replies", "referral_id");

    private final String table;
    private final String of;

    Paper(String table, String of) {
      this.table = table;
      this.of = of;
    }
  }

  /** By which decision this paper was destroyed; empty if it was not. */
  public Optional<Destroyed> destroyed(Paper paper, UUID id) {
    return Optional.ofNullable(destroyed(paper, "id", id).get(id));
  }

  /** The destroyed ones among the papers of this case, or of this referral, by their ids. */
  public Map<UUID, Destroyed> among(Paper paper, UUID fileOrReferral) {
    return destroyed(paper, paper.of, fileOrReferral);
  }

  private Map<UUID, Destroyed> destroyed(Paper paper, String column, UUID value) {
    Map<UUID, Destroyed> all = new HashMap<>();
    jdbc.sql(
            """
            SELECT t.id AS paper, p.*, c.number FROM %s t
              JOIN disposals p ON p.id = t.disposal_id JOIN cases c ON c.id = p.case_id
            WHERE t.%s = :value
            """
                .formatted(paper.table, column))
        .param("value", value)
        .query(
            row -> {
              all.put(row.getObject("paper", UUID.class), destroyed(row));
            });
    return all;
  }

  private static Destroyed destroyed(ResultSet row) throws SQLException {
    Instant at = Times.of(row, "decided_at");
    return new Destroyed(
        row.getObject("id", UUID.class),
        row.getString("number"),
        at,
        row.getString("proposer"),
        row.getString("decider"));
  }
}

package ronda.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.office.Officer;
import ronda.casework.retention.Disposal.Hindrance;
import ronda.casework.retention.Papers;
import ronda.casework.retention.RecordKind;

/**
 * What cases hold, and which of them are due for disposal (usul musnah); within one transaction of
 * one office ({@link InOffice}).
 */
public final class SqlCasePapers {
  private final JdbcClient jdbc;
  private final Sight sight;

  public SqlCasePapers(JdbcClient jdbc) {
    this(jdbc, Sight.OF_ALL);
  }

  private SqlCasePapers(JdbcClient jdbc, Sight sight) {
    this.jdbc = jdbc;
    this.sight = sight;
  }

  /** The same, where lists and totals name only cases of which this person may see all. */
  public SqlCasePapers seenBy(Officer viewer) {
    return new SqlCasePapers(jdbc, new Sight(Optional.of(viewer)));
  }

  /** What of {@code c}, a row of {@code cases}, hinders so; only fixed words. */
  private static String condition(Hindrance hindrance) {
    return switch (hindrance) {
      case NOT_OVER -> "c.status NOT IN ('CLOSED', 'WITHDRAWN')";
      case TOO_EARLY -> "c.last_step >= :before";
      case ON_HOLD ->
          """
          EXISTS (SELECT FROM legal_holds h WHERE h.lifted_at IS NULL AND (h.subject = c.id
            OR h.subject IN (SELECT cj.job_id FROM case_jobs cj WHERE cj.case_id = c.id)))\
          """;
      case OBJECTION_OPEN ->
          """
          EXISTS (SELECT FROM objections o WHERE o.case_id = c.id AND NOT EXISTS (
            SELECT FROM objection_decisions d WHERE d.objection_id = o.id))\
          """;
      case REFERRAL_WAITING -> referral("r.state = 'WAITING'");
      case REPLY_OPEN -> referral("r.state = 'REPLIED'");
      case LETTER_OPEN ->
          referral(
              """
              (r.state = 'WRITTEN' AND EXISTS (SELECT FROM letters w
                  WHERE w.referral_id = r.id AND length(w.pdf) > 0)
                OR r.id IN (%s)
                OR EXISTS (SELECT FROM outbox x WHERE x.referral_id = r.id
                  AND x.state NOT IN ('SENT', 'CANCELLED')))\
              """
                  .formatted(SqlLetterFates.REFERRALS_WITH_OPEN));
      case NO_PAPERS ->
          Stream.of(Paper.values())
              .map(paper -> "NOT EXISTS (SELECT FROM " + paper.ofCase + ")")
              .collect(Collectors.joining(" AND ", "(", ")"));
    };
  }

  private static String referral(String condition) {
    return "EXISTS (SELECT FROM referrals r WHERE r.case_number = c.number AND " + condition + ")";
  }

  /** The kinds of paper, as rows that have contents and belong to {@code c}. */
  private enum Paper {
    ITEMS("evidence_items p WHERE p.case_id = c.id AND p.disposal_id IS NULL"),
    BUNDLES("evidence_bundles p WHERE p.case_id = c.id AND p.disposal_id IS NULL"),
    CAPTURES("evidence_captures p WHERE p.case_id = c.id AND p.disposal_id IS NULL"),
    // Of those that the police lane erased, nothing but hashes is left.
    LETTERS(
        "letters p JOIN referrals r ON r.id = p.referral_id"
            + " WHERE r.case_number = c.number AND p.disposal_id IS NULL AND length(p.pdf) > 0"),
    REPLIES(
        "replies p JOIN referrals r ON r.id = p.referral_id"
            + " WHERE r.case_number = c.number AND p.disposal_id IS NULL"),
    OBJECTIONS("objections p WHERE p.case_id = c.id AND p.disposal_id IS NULL");

    private final String ofCase;

    Paper(String ofCase) {
      this.ofCase = ofCase;
    }

    private String counted() {
      return "(SELECT count(*) FROM " + ofCase + ") AS " + name();
    }
  }

  private static final String HELD =
      Stream.of(Paper.values()).map(Paper::counted).collect(Collectors.joining(", "))
          + ", (SELECT coalesce(sum(e.size), 0) FROM evidence_parts e JOIN evidence_items p"
          + " ON p.id = e.item_id WHERE p.case_id = c.id AND octet_length(e.sealed) > 0) AS bytes";

  private static final String DUE =
      Stream.of(Hindrance.values())
          .map(hindrance -> "NOT " + condition(hindrance))
          .collect(Collectors.joining(" AND "));

  /** What keeps this case's papers now; empty if they are due. */
  public Set<Hindrance> hindrances(UUID file, Instant now) {
    String each =
        Stream.of(Hindrance.values())
            .map(hindrance -> condition(hindrance) + " AS " + hindrance.name())
            .collect(Collectors.joining(", "));
    return jdbc.sql("SELECT " + each + " FROM cases c WHERE c.id = :file")
        .params(Map.of("file", file, "before", before(now)))
        .query(
            (row, n) -> {
              Set<Hindrance> found = EnumSet.noneOf(Hindrance.class);
              for (Hindrance hindrance : Hindrance.values()) {
                if (row.getBoolean(hindrance.name())) {
                  found.add(hindrance);
                }
              }
              return found;
            })
        .single();
  }

  private Object before(Instant now) {
    return Times.at(now.minus(new SqlRetention(jdbc).periods().of(RecordKind.CASE_PAPERS)));
  }

  /**
   * Until the end of this change nobody places a hold on the case or its jobs, takes the case up
   * again or objects to it: locked as all do, jobs before cases.
   */
  public void lock(UUID file) {
    jdbc.sql(
            """
            SELECT id FROM jobs WHERE id IN (SELECT job_id FROM case_jobs WHERE case_id = :file)
            ORDER BY id FOR UPDATE
            """)
        .param("file", file)
        .query()
        .listOfRows();
    jdbc.sql("SELECT id FROM cases WHERE id = :file FOR UPDATE")
        .param("file", file)
        .query()
        .listOfRows();
  }

  /** What this case holds. */
  public Papers of(UUID file) {
    return jdbc.sql("SELECT " + HELD + " FROM cases c WHERE c.id = :file")
        .param("file", file)
        .query((row, n) -> papers(row))
        .single();
  }

  /**
   * A case whose papers are due.
   *
   * @param since its last step
   */
  public record Due(UUID file, String number, Instant since, Papers papers) {}

  /** A place in the list: after this case, which is due since then. */
  public record Place(Instant since, UUID file) {
    /** Before all of them. */
    public static final Place FIRST = new Place(Instant.EPOCH, new UUID(0, 0));
  }

  /** Cases whose papers are due, the one that has rested longest first. */
  public List<Due> due(Place after, int limit, Instant now) {
    Map<String, Object> params = new HashMap<>();
    params.put("before", before(now));
    params.put("since", Times.at(after.since()));
    params.put("after", after.file());
    params.put("limit", limit);
    return jdbc.sql(
            """
            SELECT c.id, c.number, c.last_step, %s FROM cases c
            WHERE (c.last_step, c.id) > (:since, :after) AND %s AND %s
            ORDER BY c.last_step, c.id LIMIT :limit
            """
                .formatted(HELD, DUE, sight.onWholeCases()))
        .params(sight.and(params))
        .query(
            (row, n) ->
                new Due(
                    row.getObject("id", UUID.class),
                    row.getString("number"),
                    Times.of(row, "last_step"),
                    papers(row)))
        .list();
  }

  /** How many of them there are, counted up to {@code most}. */
  public long countDue(int most, Instant now) {
    return jdbc.sql(
            "SELECT count(*) FROM (SELECT FROM cases c WHERE %s AND %s LIMIT :most) AS due"
                .formatted(DUE, sight.onWholeCases()))
        .params(sight.and(Map.of("before", before(now), "most", most)))
        .query(Long.class)
        .single();
  }

  private static Papers papers(ResultSet row) throws SQLException {
    return new Papers(
        row.getLong("items"),
        row.getLong("bytes"),
        row.getLong("bundles"),
        row.getLong("captures"),
        row.getLong("letters"),
        row.getLong("replies"),
        row.getLong("objections"));
  }
}

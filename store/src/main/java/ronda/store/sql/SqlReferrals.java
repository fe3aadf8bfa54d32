package ronda.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.authority.Recipient;
import ronda.casework.office.Officer;
import ronda.casework.referral.Happening;
import ronda.casework.referral.Referral;
import ronda.casework.referral.Referrals;
import ronda.casework.referral.Target;
import ronda.casework.referral.WorkingDays;
import ronda.identify.post.Category;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Referrals in PostgreSQL, within one transaction of one office ({@link InOffice}). */
public final class SqlReferrals implements Referrals {
  private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};
  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient jdbc;
  private final Sight sight;

  public SqlReferrals(JdbcClient jdbc) {
    this(jdbc, Sight.OF_ALL);
  }

  private SqlReferrals(JdbcClient jdbc, Sight sight) {
    this.jdbc = jdbc;
    this.sight = sight;
  }

  /** The same, whose lists and totals leave out what this person may not be shown. */
  public SqlReferrals seenBy(Officer viewer) {
    return new SqlReferrals(jdbc, new Sight(Optional.of(viewer)));
  }

  @Override
  public int nextCount(int year) {
    return jdbc.sql(
            """
            INSERT INTO letter_counts (year, last) VALUES (:year, 1)
            ON CONFLICT (office_id, year) DO UPDATE SET last = letter_counts.last + 1
            RETURNING last
            """)
        .param("year", year)
        .query(Integer.class)
        .single();
  }

  @Override
  public void begin(Referral referral) {
    jdbc.sql(
            """
            INSERT INTO referrals (id, case_number, category, kind, addressee_id, addressee, letter,
              written_at, written_by, target, state)
            VALUES (:id, :case, :category, :kind, :addresseeId, :addressee, :letter,
              :writtenAt, :writtenBy, :target, :state)
            """)
        .param("id", referral.id())
        .param("case", referral.caseNumber())
        .param("category", referral.category().code())
        .param("kind", referral.to().code())
        .param("addresseeId", referral.addresseeId())
        .param("addressee", referral.addressee())
        .param("letter", referral.letter())
        .param("writtenAt", Times.at(referral.writtenAt()))
        .param("writtenBy", referral.writtenBy())
        .param("target", referral.target().code())
        .param("state", referral.state().name())
        .update();
    for (int number = 1; number <= referral.history().size(); number++) {
      addHappening(referral, number);
    }
  }

  @Override
  public void add(Referral referral) {
    jdbc.sql("UPDATE referrals SET state = :state WHERE id = :id")
        .param("state", referral.state().name())
        .param("id", referral.id())
        .update();
    addHappening(referral, referral.history().size());
  }

  private void addHappening(Referral referral, int number) {
    Happening.Taken taken = referral.history().get(number - 1);
    jdbc.sql(
            """
            INSERT INTO referral_happenings (referral_id, number, at, actor, kind, words)
            VALUES (:referral, :number, :at, :actor, :kind, :words::jsonb)
            """)
        .param("referral", referral.id())
        .param("number", number)
        .param("at", Times.at(taken.at()))
        .param("actor", taken.by())
        .param("kind", taken.what().code())
        .param("words", JSON.writeValueAsString(HappeningWords.of(taken.what())))
        .update();
  }

  @Override
  public Optional<Referral> forChange(UUID id) {
    return one("SELECT * FROM referrals WHERE id = :id FOR UPDATE", Map.of("id", id));
  }

  @Override
  public Optional<Referral> byId(UUID id) {
    return one("SELECT * FROM referrals WHERE id = :id", Map.of("id", id));
  }

  @Override
  public Optional<Referral> byLetter(String number) {
    return one("SELECT * FROM referrals WHERE letter = :letter", Map.of("letter", number));
  }

  /** Those whose first letters bear these numbers, in no order. */
  public List<Referral> byLetters(Collection<String> numbers) {
    return numbers.isEmpty()
        ? List.of()
        : referrals(
            "SELECT * FROM referrals WHERE letter IN (:letters)", Map.of("letters", numbers));
  }

  private Optional<Referral> one(String sql, Map<String, ?> params) {
    return referrals(sql, params).stream().findFirst();
  }

  @Override
  public List<Referral> ofCase(String caseNumber) {
    return referrals(
        "SELECT * FROM referrals WHERE case_number = :case ORDER BY written_at, id",
        Map.of("case", caseNumber));
  }

  @Override
  public List<Referral> latest(Optional<Referral.State> state, int from, int limit) {
    return referrals(
        """
        SELECT * FROM referrals WHERE (:state = '' OR state = :state) AND %s
        ORDER BY written_at DESC, id DESC LIMIT :limit OFFSET :from
        """
            .formatted(sight.onTheirCases()),
        sight.and(Map.of("state", state.map(Enum::name).orElse(""), "limit", limit, "from", from)));
  }

  @Override
  public long count(Optional<Referral.State> state) {
    return jdbc.sql(
            "SELECT count(*) FROM referrals WHERE (:state = '' OR state = :state) AND "
                + sight.onTheirCases())
        .params(sight.and(Map.of("state", state.map(Enum::name).orElse(""))))
        .query(Long.class)
        .single();
  }

  /** What {@link Referral#isOverdue} asks, without the histories: a start page asks it often. */
  @Override
  public List<UUID> overdue(Instant now, WorkingDays calendar) {
    record Wait(UUID id, Target target, Instant sent) {}
    return jdbc
        .sql(
            """
            SELECT r.id, r.target, s.at FROM referrals r
            JOIN LATERAL (SELECT h.at FROM referral_happenings h
              WHERE h.referral_id = r.id AND h.kind = 'sent' ORDER BY h.number LIMIT 1) s ON true
            WHERE r.state = 'WAITING' AND %s ORDER BY r.written_at, r.id
            """
                .formatted(sight.onTheirCases()))
        .params(sight.and(Map.of()))
        .query(
            (row, n) ->
                new Wait(
                    row.getObject("id", UUID.class),
                    Target.ofCode(row.getString("target")).orElseThrow(),
                    Times.of(row, "at")))
        .list()
        .stream()
        .filter(wait -> wait.target().hasPassed(wait.sent(), now, calendar))
        .map(Wait::id)
        .toList();
  }

  @Override
  public List<Referral> these(List<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<UUID, Referral> found =
        referrals(
                "SELECT * FROM referrals WHERE id IN (:ids) AND " + sight.onTheirCases(),
                sight.and(Map.of("ids", ids)))
            .stream()
            .collect(Collectors.toMap(Referral::id, one -> one));
    return ids.stream().flatMap(id -> Optional.ofNullable(found.get(id)).stream()).toList();
  }

  private static final String STUCK =
      "id IN (SELECT referral_id FROM outbox WHERE state IN ('DOUBTFUL', 'REFUSED'))";

  /** Those of which a person must decide whether a letter is sent again, the latest first. */
  public List<Referral> stuck(int from, int limit) {
    return referrals(
        """
        SELECT * FROM referrals WHERE %s AND %s
        ORDER BY written_at DESC, id DESC LIMIT :limit OFFSET :from
        """
            .formatted(STUCK, sight.onTheirCases()),
        sight.and(Map.of("limit", limit, "from", from)));
  }

  /** How many those are. */
  public long countStuck() {
    return jdbc.sql(
            "SELECT count(*) FROM referrals WHERE %s AND %s".formatted(STUCK, sight.onTheirCases()))
        .params(sight.and(Map.of()))
        .query(Long.class)
        .single();
  }

  /** A letter of theirs has not left, the first one or one that follows it; as {@link #latest}. */
  private static final String UNSENT =
      "(state = 'WRITTEN' OR id IN (" + SqlLetterFates.REFERRALS_WITH_OPEN + "))";

  /** Those of which a letter has not left, the one written last first. */
  public List<Referral> unsent(int from, int limit) {
    return referrals(
        "SELECT * FROM referrals WHERE %s AND %s ORDER BY written_at DESC, id DESC"
                .formatted(UNSENT, sight.onTheirCases())
            + " LIMIT :limit OFFSET :from",
        sight.and(Map.of("limit", limit, "from", from)));
  }

  /** How many {@link #unsent} there are. */
  public long countUnsent() {
    return jdbc.sql(
            "SELECT count(*) FROM referrals WHERE %s AND %s"
                .formatted(UNSENT, sight.onTheirCases()))
        .params(sight.and(Map.of()))
        .query(Long.class)
        .single();
  }

  @Override
  public List<Referral> since(LocalDate day, int limit) {
    return referrals(
        "SELECT * FROM referrals WHERE written_at >= :day AND "
            + sight.onTheirCases()
            + " ORDER BY written_at, id LIMIT :limit",
        sight.and(
            Map.of("day", Times.at(day.atStartOfDay(ZoneOffset.UTC).toInstant()), "limit", limit)));
  }

  /** Those whose letters first left in this time, the oldest first. */
  public List<Referral> sentBetween(Instant from, Instant until) {
    return referrals(
        """
        SELECT * FROM referrals WHERE id IN (
          SELECT referral_id FROM referral_happenings WHERE kind = 'sent'
          GROUP BY referral_id HAVING min(at) >= :from AND min(at) < :until)
        ORDER BY written_at, id
        """,
        Map.of("from", Times.at(from), "until", Times.at(until)));
  }

  @Override
  public long chasedBy(String who, Instant after) {
    return jdbc.sql(
            """
            SELECT count(*) FROM referral_happenings
            WHERE kind = 'chased' AND actor = :who AND at > :after
            """)
        .param("who", who)
        .param("after", Times.at(after))
        .query(Long.class)
        .single();
  }

  private List<Referral> referrals(String sql, Map<String, ?> params) {
    List<Referral> bare = jdbc.sql(sql).params(params).query((row, n) -> bare(row)).list();
    if (bare.isEmpty()) {
      return List.of();
    }
    Map<UUID, List<Happening.Taken>> histories = new HashMap<>();
    jdbc.sql(
            "SELECT * FROM referral_happenings WHERE referral_id IN (:ids) ORDER BY referral_id, number")
        .param("ids", bare.stream().map(Referral::id).toList())
        .query(
            row -> {
              histories
                  .computeIfAbsent(
                      row.getObject("referral_id", UUID.class), id -> new ArrayList<>())
                  .add(taken(row));
            });
    List<Referral> whole = new ArrayList<>();
    for (Referral one : bare) {
      Referral referral = one;
      for (Happening.Taken taken : histories.getOrDefault(one.id(), List.of())) {
        referral = referral.after(taken);
      }
      whole.add(referral);
    }
    return whole;
  }

  private static Happening.Taken taken(ResultSet row) throws SQLException {
    return new Happening.Taken(
        Times.of(row, "at"),
        row.getString("actor"),
        HappeningWords.read(row.getString("kind"), JSON.readValue(row.getString("words"), WORDS)));
  }

  private static Referral bare(ResultSet row) throws SQLException {
    return new Referral(
        row.getObject("id", UUID.class),
        row.getString("case_number"),
        Category.ofCode(row.getString("category")).orElseThrow(),
        Recipient.ofCode(row.getString("kind")).orElseThrow(),
        row.getObject("addressee_id", UUID.class),
        row.getString("addressee"),
        row.getString("letter"),
        Times.of(row, "written_at"),
        row.getString("written_by"),
        Target.ofCode(row.getString("target")).orElseThrow(),
        List.of());
  }
}

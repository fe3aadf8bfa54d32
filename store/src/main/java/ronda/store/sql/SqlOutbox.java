package ronda.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.referral.Outbox;
import ronda.casework.referral.Sending;

/** The outbox in PostgreSQL, within one transaction of one office ({@link InOffice}). */
public final class SqlOutbox implements Outbox {
  /** As far as anybody knows, this attempt still has the letter in hand. */
  private static final String ITS_LAST =
      """
      WHERE id = :id AND attempts = :attempt AND state IN ('WAITING', 'HANDING_OVER', 'DOUBTFUL')
      """;

  private final JdbcClient jdbc;

  public SqlOutbox(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One more letter to be sent.
   *
   * @param sender the mail address it leaves from
   * @param content the whole mail or data file: each attempt sends these bytes
   */
  public void put(Sending sending, String sender, byte[] content) {
    jdbc.sql(
            """
            INSERT INTO outbox (id, referral_id, letter_id, way, address, message_id, sender, content,
              state, attempts, due, words)
            VALUES (:id, :referral, :letter, :way, :address, :messageId, :sender, :content,
              :state, :attempts, :due, :words)
            """)
        .param("id", sending.id())
        .param("referral", sending.referral())
        .param("letter", sending.letter())
        .param("way", sending.way().name())
        .param("address", sending.to())
        .param("messageId", sending.messageId())
        .param("sender", sender)
        .param("content", content)
        .param("state", sending.state().name())
        .param("attempts", sending.attempts())
        .param("due", Times.at(sending.due()))
        .param("words", sending.words())
        .update();
  }

  /** What is to be sent, and from where. */
  public record Parcel(String sender, byte[] content) {}

  /** The bytes of this letter. */
  public Parcel parcel(UUID id) {
    return jdbc.sql("SELECT sender, content FROM outbox WHERE id = :id")
        .param("id", id)
        .query((row, n) -> new Parcel(row.getString("sender"), row.getBytes("content")))
        .single();
  }

  @Override
  public Optional<Sending> claim(Instant now, Duration lease) {
    return jdbc.sql(
            """
            UPDATE outbox SET leased_until = :until, attempts = attempts + 1
            WHERE id = (
              SELECT id FROM outbox
              WHERE state = 'WAITING' AND NOT (due > :now AND due <= :latestDue)
                AND (leased_until IS NULL
                  OR NOT (leased_until > :now AND leased_until <= :latestLease))
              ORDER BY due, id LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING *
            """)
        .params(clocks(now, lease))
        .param("until", Times.at(now.plus(lease)))
        .query((row, n) -> sending(row))
        .optional();
  }

  /** Times beyond the latest were set while the clock was ahead. */
  private static Map<String, Object> clocks(Instant now, Duration lease) {
    return Map.of(
        "now", Times.at(now),
        "latestDue", Times.at(Sending.latestDue(now)),
        "latestLease", Times.at(now.plus(lease).plus(lease)));
  }

  @Override
  public boolean handOver(UUID id, int attempt, Instant now) {
    return jdbc.sql(
                """
                UPDATE outbox SET state = 'HANDING_OVER', handing_since = :now
                WHERE id = :id AND state = 'WAITING' AND attempts = :attempt
                  AND leased_until > :now
                """)
            .param("id", id)
            .param("attempt", attempt)
            .param("now", Times.at(now))
            .update()
        == 1;
  }

  @Override
  public void sent(UUID id, String words) {
    jdbc.sql(
            """
            UPDATE outbox SET state = 'SENT', words = :words, leased_until = NULL,
              handing_since = NULL
            WHERE id = :id
            """)
        .param("id", id)
        .param("words", words)
        .update();
  }

  @Override
  public void again(UUID id, int attempt, Instant due, String words) {
    jdbc.sql(
            """
            UPDATE outbox SET state = 'WAITING', due = :due, words = :words, leased_until = NULL,
              handing_since = NULL
            """
                + ITS_LAST)
        .param("id", id)
        .param("attempt", attempt)
        .param("due", Times.at(due))
        .param("words", words)
        .update();
  }

  @Override
  public void refused(UUID id, int attempt, String words) {
    end(id, attempt, Sending.State.REFUSED, words);
  }

  @Override
  public void doubtful(UUID id, int attempt, String words) {
    end(id, attempt, Sending.State.DOUBTFUL, words);
  }

  private void end(UUID id, int attempt, Sending.State state, String words) {
    jdbc.sql(
            """
            UPDATE outbox SET state = :state, words = :words, leased_until = NULL,
              handing_since = NULL, doubted = doubted OR :state = 'DOUBTFUL'
            """
                + ITS_LAST)
        .param("id", id)
        .param("attempt", attempt)
        .param("state", state.name())
        .param("words", words)
        .update();
  }

  @Override
  public List<Sending> abandoned(Instant now, Duration longest) {
    return jdbc.sql(
            """
            UPDATE outbox SET state = 'DOUBTFUL', doubted = true, leased_until = NULL,
              handing_since = NULL
            WHERE state = 'HANDING_OVER'
              AND (handing_since < :earliest OR handing_since > :latest)
            RETURNING *
            """)
        .params(hands(now, longest))
        .query((row, n) -> sending(row))
        .list();
  }

  private static Map<String, Object> hands(Instant now, Duration longest) {
    return Map.of("earliest", Times.at(now.minus(longest)), "latest", Times.at(now.plus(longest)));
  }

  @Override
  public boolean decide(UUID id, boolean again, Instant now) {
    return jdbc.sql(
                """
                UPDATE outbox SET state = :state, due = :now, words = '', leased_until = NULL,
                  handing_since = NULL
                WHERE id = :id AND state IN ('DOUBTFUL', 'REFUSED')
                  AND (:state = 'CANCELLED'
                    OR NOT EXISTS (SELECT FROM letters l WHERE l.id = letter_id AND length(l.pdf) = 0))
                """)
            .param("id", id)
            .param("state", again ? "WAITING" : "CANCELLED")
            .param("now", Times.at(now))
            .update()
        == 1;
  }

  @Override
  public boolean cancel(UUID id) {
    return jdbc.sql("UPDATE outbox SET state = 'CANCELLED' WHERE id = :id AND state = 'WAITING'")
            .param("id", id)
            .update()
        == 1;
  }

  @Override
  public Optional<Sending> byId(UUID id) {
    return list("SELECT * FROM outbox WHERE id = :id", Map.of("id", id)).stream().findFirst();
  }

  /** The letter that left under one of these Message-IDs. */
  public Optional<Sending> byMessageId(List<String> messageIds) {
    return messageIds.isEmpty()
        ? Optional.empty()
        : list(
                "SELECT * FROM outbox WHERE message_id IN (:ids) ORDER BY due DESC LIMIT 1",
                Map.of("ids", messageIds))
            .stream()
            .findFirst();
  }

  @Override
  public List<Sending> ofReferral(UUID referral) {
    return list(
        """
        SELECT outbox.* FROM outbox JOIN letters ON letters.id = letter_id
        WHERE outbox.referral_id = :referral ORDER BY letters.written_at, outbox.id
        """,
        Map.of("referral", referral));
  }

  private List<Sending> list(String sql, Map<String, ?> params) {
    return jdbc.sql(sql).params(params).query((row, n) -> sending(row)).list();
  }

  private static Sending sending(ResultSet row) throws SQLException {
    return new Sending(
        row.getObject("id", UUID.class),
        row.getObject("referral_id", UUID.class),
        row.getObject("letter_id", UUID.class),
        Sending.Way.valueOf(row.getString("way")),
        row.getString("address"),
        row.getString("message_id"),
        Sending.State.valueOf(row.getString("state")),
        row.getInt("attempts"),
        Times.of(row, "due"),
        row.getString("words"),
        row.getBoolean("doubted"));
  }

  /** The offices that have a letter to send now. For the server's own rounds. */
  public static List<UUID> officesWithDue(JdbcClient everywhere, Instant now, Duration lease) {
    return everywhere
        .sql(
            """
            SELECT DISTINCT office_id FROM outbox
            WHERE state = 'WAITING' AND NOT (due > :now AND due <= :latestDue)
              AND (leased_until IS NULL
                OR NOT (leased_until > :now AND leased_until <= :latestLease))
            """)
        .params(clocks(now, lease))
        .query((row, n) -> row.getObject("office_id", UUID.class))
        .list();
  }

  /** The offices with what {@link #abandoned} would find. For the server's rounds. */
  public static List<UUID> officesWithAbandoned(
      JdbcClient everywhere, Instant now, Duration longest) {
    return everywhere
        .sql(
            """
            SELECT DISTINCT office_id FROM outbox
            WHERE state = 'HANDING_OVER'
              AND (handing_since < :earliest OR handing_since > :latest)
            """)
        .params(hands(now, longest))
        .query((row, n) -> row.getObject("office_id", UUID.class))
        .list();
  }

  /** The office from which one of these Message-IDs left. For the server's own rounds. */
  public static Optional<UUID> officeOf(JdbcClient everywhere, List<String> messageIds) {
    return messageIds.isEmpty()
        ? Optional.empty()
        : everywhere
            .sql("SELECT office_id FROM outbox WHERE message_id IN (:ids) LIMIT 1")
            .param("ids", messageIds)
            .query(UUID.class)
            .optional();
  }
}

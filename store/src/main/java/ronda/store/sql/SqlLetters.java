package ronda.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.authority.Recipient;
import ronda.casework.referral.Letter;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Letters as they left, in PostgreSQL, within one transaction of one office. */
public final class SqlLetters {
  private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};
  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient jdbc;

  public SqlLetters(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A letter that was made, without its paper.
   *
   * @param typed the form's fields by their codes, as they left
   */
  public record Made(
      UUID id,
      UUID referral,
      Letter.Kind kind,
      String number,
      Instant writtenAt,
      String subject,
      Map<String, String> typed) {
    public Made {
      typed = Map.copyOf(typed);
    }
  }

  public void put(Made letter, String json, byte[] pdf) {
    jdbc.sql(
            """
            INSERT INTO letters (id, referral_id, kind, number, written_at, subject, typed, json, pdf)
            VALUES (:id, :referral, :kind, :number, :writtenAt, :subject, :typed::jsonb, :json, :pdf)
            """)
        .param("id", letter.id())
        .param("referral", letter.referral())
        .param("kind", letter.kind().name())
        .param("number", letter.number())
        .param("writtenAt", Times.at(letter.writtenAt()))
        .param("subject", letter.subject())
        .param("typed", JSON.writeValueAsString(letter.typed()))
        .param("json", json)
        .param("pdf", pdf)
        .update();
  }

  public List<Made> ofReferral(UUID referral) {
    return jdbc.sql(
            """
            SELECT id, referral_id, kind, number, written_at, subject, typed FROM letters
            WHERE referral_id = :referral ORDER BY written_at, id
            """)
        .param("referral", referral)
        .query((row, n) -> made(row))
        .list();
  }

  /** The letter's paper; none once it was erased. */
  public Optional<byte[]> pdf(UUID referral, UUID letter) {
    return jdbc.sql(
            """
            SELECT pdf FROM letters WHERE id = :id AND referral_id = :referral AND length(pdf) > 0
            """)
        .param("id", letter)
        .param("referral", referral)
        .query((row, n) -> row.getBytes("pdf"))
        .optional();
  }

  public Optional<String> json(UUID referral, UUID letter) {
    return jdbc.sql("SELECT json FROM letters WHERE id = :id AND referral_id = :referral")
        .param("id", letter)
        .param("referral", referral)
        .query(String.class)
        .optional();
  }

  /** A referral letter with its fields, for a bulk file. */
  public record Row(
      String letter, Instant writtenAt, String caseNumber, Map<String, String> typed) {
    public Row {
      typed = Map.copyOf(typed);
    }
  }

  /** The referral letters to this kind of recipient that were written since, the oldest first. */
  public List<Row> referralsTo(Recipient kind, Instant since, int limit) {
    return jdbc.sql(
            """
            SELECT letters.number, letters.written_at, case_number, typed
            FROM letters JOIN referrals ON referrals.id = referral_id
            WHERE letters.kind = 'REFERRAL' AND referrals.kind = :kind
              AND letters.disposal_id IS NULL AND letters.written_at >= :since AND state NOT IN ('RECALLED', 'DISCARDED')
            ORDER BY letters.written_at, letters.id LIMIT :limit
            """)
        .param("kind", kind.code())
        .param("since", Times.at(since))
        .param("limit", limit)
        .query(
            (row, n) ->
                new Row(
                    row.getString("number"),
                    Times.of(row, "written_at"),
                    row.getString("case_number"),
                    JSON.readValue(row.getString("typed"), WORDS)))
        .list();
  }

  /** The numbers of all letters since then, the latest first: for threading by subject. */
  public List<String> numbersSince(Instant since, int limit) {
    return jdbc.sql(
            """
            SELECT number FROM letters WHERE written_at >= :since
            ORDER BY written_at DESC LIMIT :limit
            """)
        .param("since", Times.at(since))
        .param("limit", limit)
        .query((row, n) -> row.getString("number"))
        .list();
  }

  /** The referral to which the letter with this number belongs. */
  public Optional<UUID> referralOf(String number) {
    return jdbc.sql("SELECT referral_id FROM letters WHERE number = :number")
        .param("number", number)
        .query(UUID.class)
        .optional();
  }

  private static final String OF_JOB =
      """
      IN (SELECT r.id FROM referrals r
        JOIN cases c ON c.number = r.case_number AND c.office_id = r.office_id
        JOIN case_jobs j ON j.case_id = c.id WHERE j.job_id = :job)""";

  /**
   * Leaves hashes of all that was written about the case of a job: letters, the mails they left in,
   * and the answers, which quote them. What has not left will not leave.
   */
  void erase(UUID job) {
    jdbc.sql(
            """
            UPDATE outbox SET content = ''::bytea, words = '',
              state = CASE WHEN state IN ('WAITING', 'REFUSED', 'DOUBTFUL') THEN 'CANCELLED'
                ELSE state END
            WHERE referral_id %s
            """
                .formatted(OF_JOB))
        .param("job", job)
        .update();
    jdbc.sql(
            """
            UPDATE letters SET subject = 'sha256:' || encode(sha256(pdf), 'hex'), typed = '{}',
              json = 'sha256:' || encode(sha256(convert_to(json, 'UTF8')), 'hex'), pdf = ''::bytea
            WHERE length(pdf) > 0 AND referral_id %s
            """
                .formatted(OF_JOB))
        .param("job", job)
        .update();
    // What two persons destroyed before is erased as well: no answer to it is kept any more.
    jdbc.sql("UPDATE letters SET subject = 'sha256:' WHERE subject = '' AND referral_id " + OF_JOB)
        .param("job", job)
        .update();
    jdbc.sql(SqlReplies.ERASED + "referral_id " + OF_JOB).param("job", job).update();
  }

  /**
   * Whether what was written for this referral was erased: then no answer to it is kept either. An
   * answer to a letter that was destroyed when its time was over is a new paper.
   */
  public boolean isErased(UUID referral) {
    return jdbc.sql(
            """
            SELECT EXISTS (SELECT FROM letters
              WHERE referral_id = :id AND length(pdf) = 0 AND subject LIKE 'sha256:%')
            """)
        .param("id", referral)
        .query(Boolean.class)
        .single();
  }

  private static Made made(ResultSet row) throws SQLException {
    return new Made(
        row.getObject("id", UUID.class),
        row.getObject("referral_id", UUID.class),
        Letter.Kind.valueOf(row.getString("kind")),
        row.getString("number"),
        Times.of(row, "written_at"),
        row.getString("subject"),
        JSON.readValue(row.getString("typed"), WORDS));
  }
}

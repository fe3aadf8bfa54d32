package ronda.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What became of the letters that follow a first one (nasib surat susulan): they left, or a person
 * gave them up. In PostgreSQL, within one transaction of one office.
 */
public final class SqlLetterFates {
  /** Letters that follow a first one, of which nobody knows that they left; {@code l} is one. */
  private static final String OPEN =
      """
      l.kind <> 'REFERRAL' AND length(l.pdf) > 0
        AND NOT EXISTS (SELECT FROM letter_fates f WHERE f.letter_id = l.id)
      """;

  /** Referrals with such a letter. */
  static final String REFERRALS_WITH_OPEN = "SELECT l.referral_id FROM letters l WHERE " + OPEN;

  private final JdbcClient jdbc;

  public SqlLetterFates(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What became of one letter.
   *
   * @param left whether it left; otherwise a person gave it up
   * @param by who handed it over or gave it up, by name
   * @param way {@code mail}, {@code by-hand} or {@code api}; empty if it was given up
   * @param words how it was handed over, or why it does not leave; may be empty
   */
  public record Fate(boolean left, Instant at, String by, String way, String words) {}

  /** Enters what became of a letter; false if that is known already. */
  public boolean put(UUID letter, Fate fate) {
    return jdbc.sql(
                """
                INSERT INTO letter_fates (letter_id, fate, at, actor, way, words)
                VALUES (:letter, :fate, :at, :by, :way, :words) ON CONFLICT DO NOTHING
                """)
            .param("letter", letter)
            .param("fate", fate.left() ? "LEFT" : "DISCARDED")
            .param("at", Times.at(fate.at()))
            .param("by", fate.by())
            .param("way", fate.way())
            .param("words", fate.words())
            .update()
        == 1;
  }

  /** By the letter's id; those of which nothing is known yet are not among them. */
  public Map<UUID, Fate> ofReferral(UUID referral) {
    Map<UUID, Fate> fates = new HashMap<>();
    jdbc.sql(
            """
            SELECT f.* FROM letter_fates f JOIN letters l ON l.id = f.letter_id
            WHERE l.referral_id = :referral ORDER BY f.fate
            """) // What left, left, whatever was said before.
        .param("referral", referral)
        .query(
            row -> {
              fates.put(row.getObject("letter_id", UUID.class), fate(row));
            });
    return fates;
  }

  /**
   * How far the recalls of a case have come.
   *
   * @param open how many have not left
   * @param lastLeft when the last one left; empty if none has
   */
  public record Recalls(long open, Optional<Instant> lastLeft) {}

  /** Those of all referrals of this case. */
  public Recalls recallsOf(String caseNumber) {
    return jdbc.sql(
            """
            SELECT count(*) FILTER (WHERE %s) AS open,
              max(f.at) FILTER (WHERE f.fate = 'LEFT') AS last_left
            FROM letters l JOIN referrals r ON r.id = l.referral_id
              LEFT JOIN letter_fates f ON f.letter_id = l.id
            WHERE r.case_number = :case AND l.kind = 'RECALL'
            """
                .formatted(OPEN))
        .param("case", caseNumber)
        .query(
            (row, number) -> new Recalls(row.getLong("open"), Times.ofNullable(row, "last_left")))
        .single();
  }

  private static Fate fate(ResultSet row) throws SQLException {
    return new Fate(
        row.getString("fate").equals("LEFT"),
        Times.of(row, "at"),
        row.getString("actor"),
        row.getString("way"),
        row.getString("words"));
  }
}

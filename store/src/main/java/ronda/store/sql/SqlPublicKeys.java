package ronda.store.sql;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.chain.Hash;
import ronda.casework.objection.PublicCode;

/**
 * From what a person outside holds, a case's code or a receipt with its word, to the office it is
 * about. Only hashes are kept here: codes and words are too many to try.
 */
public final class SqlPublicKeys {
  private final JdbcClient jdbc;

  public SqlPublicKeys(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What a key opens.
   *
   * @param office empty where the code that was given belongs to no case
   */
  public record Opened(Optional<UUID> office, Optional<UUID> thing, Instant at) {}

  /** The case of this code. */
  public Optional<Opened> ofCase(PublicCode code) {
    return opened(key("case:" + code.text()));
  }

  /** The objection of this receipt, for whoever has its word too. */
  public Optional<Opened> ofAnswer(PublicCode receipt, PublicCode secret) {
    return opened(key("answer:" + receipt.text() + ":" + secret.text()));
  }

  private Optional<Opened> opened(byte[] key) {
    return jdbc.sql("SELECT office_id, thing, at FROM objection_keys WHERE key_hash = :key")
        .param("key", key)
        .query(
            (row, number) ->
                new Opened(
                    Optional.ofNullable(row.getObject("office_id", UUID.class)),
                    Optional.ofNullable(row.getObject("thing", UUID.class)),
                    Times.of(row, "at")))
        .optional();
  }

  /** The code of a case, which is made when it is first asked for. */
  public PublicCode codeOf(UUID office, UUID file, PublicCode fresh, Instant now) {
    int made =
        jdbc.sql(
                """
                INSERT INTO case_codes (case_id, code) VALUES (:file, :code)
                ON CONFLICT (case_id) DO NOTHING
                """)
            .param("file", file)
            .param("code", fresh.text())
            .update();
    if (made == 1) {
      put(key("case:" + fresh.text()), Optional.of(office), Optional.of(file), now);
    }
    return known(file).orElseThrow();
  }

  /** The code of a case, if one was made. */
  public Optional<PublicCode> known(UUID file) {
    return jdbc.sql("SELECT code FROM case_codes WHERE case_id = :file")
        .param("file", file)
        .query(String.class)
        .optional()
        .map(PublicCode::new);
  }

  /** Keeps what opens the answer to an objection; without office and thing if it is a stray one. */
  public void putAnswer(
      PublicCode receipt,
      PublicCode secret,
      Optional<UUID> office,
      Optional<UUID> objection,
      Instant now) {
    put(key("answer:" + receipt.text() + ":" + secret.text()), office, objection, now);
  }

  private void put(byte[] key, Optional<UUID> office, Optional<UUID> thing, Instant now) {
    jdbc.sql(
            """
            INSERT INTO objection_keys (key_hash, office_id, thing, at)
            VALUES (:key, :office, :thing, :at)
            """)
        .param("key", key)
        .param("office", office.orElse(null))
        .param("thing", thing.orElse(null))
        .param("at", Times.at(now))
        .update();
  }

  /** Forgets the keys of those who came with a code of no case. */
  public int forgetStrays(Instant before) {
    return jdbc.sql("DELETE FROM objection_keys WHERE office_id IS NULL AND at < :before")
        .param("before", Times.at(before))
        .update();
  }

  private static byte[] key(String text) {
    return HexFormat.of().parseHex(Hash.of(text).hex());
  }
}

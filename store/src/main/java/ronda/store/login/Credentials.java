package ronda.store.login;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.store.sql.InOffice;

/** What people prove themselves with: hashes of passwords, sealed secrets, recovery codes. */
public final class Credentials {
  private final InOffice tables;

  public Credentials(InOffice tables) {
    this.tables = tables;
  }

  /** The hash of this person's password; empty for one who has none. */
  public Optional<String> password(UUID officer) {
    return tables.beforeOffice(
        jdbc ->
            jdbc.sql(
                    """
                    SELECT password_hash FROM credentials
                    WHERE officer_id = ? AND password_hash IS NOT NULL
                    """)
                .param(officer)
                .query(String.class)
                .optional());
  }

  public void setPassword(UUID officer, String hash, Instant now) {
    tables.beforeOffice(
        jdbc ->
            jdbc.sql(
                    """
                    INSERT INTO credentials (officer_id, password_hash, changed_at)
                    VALUES (?, ?, ?)
                    ON CONFLICT (officer_id) DO UPDATE
                    SET password_hash = excluded.password_hash, changed_at = excluded.changed_at
                    """)
                .params(officer, hash, Timestamp.from(now))
                .update());
  }

  /** The sealed secret of the authenticator app; empty for a person without one. */
  public Optional<byte[]> authenticator(UUID officer) {
    return tables.beforeOffice(
        jdbc ->
            jdbc.sql(
                    """
                    SELECT totp_secret FROM credentials
                    WHERE officer_id = ? AND totp_secret IS NOT NULL
                    """)
                .param(officer)
                .query(byte[].class)
                .optional());
  }

  /**
   * Keeps a sealed secret, and forgets the recovery codes of the one before.
   *
   * @param step the time step of the code that proved it, which opens nothing again
   */
  public void setAuthenticator(
      UUID officer, byte[] sealed, long step, List<String> recoveryCodes, Instant now) {
    tables.beforeOffice(
        jdbc -> {
          jdbc.sql(
                  """
                  INSERT INTO credentials (officer_id, totp_secret, totp_step, changed_at)
                  VALUES (?, ?, ?, ?)
                  ON CONFLICT (officer_id) DO UPDATE
                  SET totp_secret = excluded.totp_secret, totp_step = excluded.totp_step,
                      changed_at = excluded.changed_at
                  """)
              .params(officer, sealed, step, Timestamp.from(now))
              .update();
          return replaceCodes(officer, recoveryCodes, jdbc);
        });
  }

  /** Takes the authenticator away, and its recovery codes with it. */
  public void removeAuthenticator(UUID officer, Instant now) {
    tables.beforeOffice(
        jdbc -> {
          jdbc.sql("UPDATE credentials SET totp_secret = NULL, changed_at = ? WHERE officer_id = ?")
              .params(Timestamp.from(now), officer)
              .update();
          return replaceCodes(officer, List.of(), jdbc);
        });
  }

  /** New recovery codes in the place of all earlier ones. */
  public void setRecoveryCodes(UUID officer, List<String> codes) {
    tables.beforeOffice(jdbc -> replaceCodes(officer, codes, jdbc));
  }

  private static int replaceCodes(UUID officer, List<String> codes, JdbcClient jdbc) {
    jdbc.sql("DELETE FROM recovery_codes WHERE officer_id = ?").param(officer).update();
    for (String code : codes) {
      jdbc.sql("INSERT INTO recovery_codes (officer_id, code_hash) VALUES (?, ?)")
          .params(officer, Secret.hash(code))
          .update();
    }
    return codes.size();
  }

  /**
   * Uses up the code of a time step: false if that step or a later one was used before, so that a
   * code which somebody saw over a shoulder opens nothing.
   */
  public boolean useStep(UUID officer, long step) {
    return tables.beforeOffice(
            jdbc ->
                jdbc.sql(
                        "UPDATE credentials SET totp_step = ? WHERE officer_id = ? AND totp_step <"
                            + " ?")
                    .params(step, officer, step)
                    .update())
        > 0;
  }

  /** Uses up a recovery code: false if it is not one of this person's, or was used. */
  public boolean useRecoveryCode(UUID officer, String code, Instant now) {
    return tables.beforeOffice(
            jdbc ->
                jdbc.sql(
                        """
                        UPDATE recovery_codes SET used_at = ?
                        WHERE officer_id = ? AND code_hash = ? AND used_at IS NULL
                        """)
                    .params(Timestamp.from(now), officer, Secret.hash(code))
                    .update())
        > 0;
  }

  /** How many recovery codes this person has left. */
  public int recoveryCodesLeft(UUID officer) {
    return tables.beforeOffice(
        jdbc ->
            jdbc.sql("SELECT count(*) FROM recovery_codes WHERE officer_id = ? AND used_at IS NULL")
                .param(officer)
                .query(Integer.class)
                .single());
  }
}

package ronda.store.login;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import ronda.store.sql.InOffice;

/** How each person stands with signing in: locked out or not, with which means, last seen when. */
public final class Logins {
  /**
   * One person's.
   *
   * @param sessions how many browsers are signed in
   * @param seenAt when one of them was last used
   */
  public record Login(
      UUID officer,
      boolean locked,
      boolean hasPassword,
      boolean hasAuthenticator,
      int sessions,
      Optional<Instant> seenAt) {}

  private final InOffice tables;

  public Logins(InOffice tables) {
    this.tables = tables;
  }

  /** Everybody's of one office. */
  public Map<UUID, Login> ofOffice(UUID office, Instant now) {
    return tables.beforeOffice(
        jdbc ->
            jdbc
                .sql(
                    """
                    SELECT o.id, o.locked_at IS NOT NULL AS locked,
                      c.password_hash IS NOT NULL AS password, c.totp_secret IS NOT NULL AS totp,
                      (SELECT count(*) FROM sessions s WHERE s.officer_id = o.id
                         AND s.stage = 'open' AND s.expires_at > :now AND s.seen_at > :idle) AS open,
                      (SELECT max(seen_at) FROM sessions s WHERE s.officer_id = o.id
                         AND s.stage = 'open') AS seen_at
                    FROM officers o LEFT JOIN credentials c ON c.officer_id = o.id
                    WHERE o.office_id = :office
                    """)
                .param("office", office)
                .param("now", Timestamp.from(now))
                .param("idle", Timestamp.from(now.minus(Sessions.IDLE)))
                .query(
                    (row, number) ->
                        new Login(
                            row.getObject("id", UUID.class),
                            row.getBoolean("locked"),
                            row.getBoolean("password"),
                            row.getBoolean("totp"),
                            row.getInt("open"),
                            Optional.ofNullable(row.getTimestamp("seen_at"))
                                .map(Timestamp::toInstant)))
                .list()
                .stream()
                .collect(Collectors.toMap(Login::officer, Function.identity())));
  }

  /** Within a change: until its end nobody else changes this person's row. */
  public void holdFast(UUID officer) {
    tables.beforeOffice(
        jdbc ->
            jdbc.sql("SELECT id FROM officers WHERE id = ? FOR UPDATE")
                .param(officer)
                .query(UUID.class)
                .list());
  }

  /** Locks a person out, and ends all that would still let them in. */
  public void lock(UUID officer, Instant now) {
    tables.beforeOffice(
        jdbc -> {
          jdbc.sql("DELETE FROM sessions WHERE officer_id = ?").param(officer).update();
          jdbc.sql("DELETE FROM sign_in_links WHERE officer_id = ?").param(officer).update();
          return jdbc.sql("UPDATE officers SET locked_at = ? WHERE id = ? AND locked_at IS NULL")
              .params(Timestamp.from(now), officer)
              .update();
        });
  }

  /** Lets a person in again. */
  public void unlock(UUID officer) {
    tables.beforeOffice(
        jdbc ->
            jdbc.sql("UPDATE officers SET locked_at = NULL WHERE id = ?").param(officer).update());
  }

  /** Whether this person is locked out. */
  public boolean isLocked(UUID officer) {
    return tables.beforeOffice(
        jdbc ->
            jdbc.sql("SELECT locked_at IS NOT NULL FROM officers WHERE id = ?")
                .param(officer)
                .query(Boolean.class)
                .optional()
                .orElse(false));
  }
}

package ronda.store.login;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import ronda.casework.office.Officer;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlOffices;

/** All browsers that are signed in. They outlive a restart of the server. */
public final class Sessions {
  /** A session nobody used for so long has ended. */
  public static final Duration IDLE = Duration.ofHours(12);

  /** No session lives longer, however busy. */
  public static final Duration LONGEST = Duration.ofDays(7);

  private static final Duration HALFWAY = Duration.ofMinutes(5);
  private static final Duration SEEN_EVERY = Duration.ofMinutes(1);
  private static final int LONGEST_AGENT = 200;

  private final InOffice tables;

  public Sessions(InOffice tables) {
    this.tables = tables;
  }

  /** Begins one and answers what goes into the cookie. */
  public Secret begin(
      UUID officer,
      Session.Stage stage,
      Session.Means means,
      String address,
      String agent,
      Instant now) {
    Secret secret = Secret.random("");
    Duration life =
        switch (stage) {
          case HALFWAY -> HALFWAY;
          case OPEN -> LONGEST;
        };
    tables.beforeOffice(
        jdbc ->
            jdbc.sql(
                    """
                    INSERT INTO sessions (officer_id, token_hash, stage, means, created_at,
                      seen_at, expires_at, address, agent)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                .params(
                    officer,
                    secret.hash(),
                    stage.code(),
                    means.code(),
                    Timestamp.from(now),
                    Timestamp.from(now),
                    Timestamp.from(now.plus(life)),
                    address,
                    agent.length() > LONGEST_AGENT ? agent.substring(0, LONGEST_AGENT) : agent)
                .update());
    return secret;
  }

  /**
   * A session and the person it belongs to.
   *
   * @param language {@code id} or {@code en}: in which the person reads the pages
   */
  public record Holder(Session session, Officer officer, String language) {}

  /** Whose this cookie is, unless the session has ended or its person is locked out. */
  public Optional<Holder> holder(Secret cookie, Instant now) {
    return tables.beforeOffice(
        jdbc -> {
          Optional<Holder> found =
              jdbc.sql(
                      """
                      SELECT o.id, o.office_id, o.name, o.email, o.roles, o.region, o.sees_worst,
                        o.language, s.id AS session_id, s.officer_id, s.stage, s.means,
                        s.created_at, s.seen_at, s.expires_at, s.address, s.agent
                      FROM sessions s JOIN officers o ON o.id = s.officer_id
                      WHERE s.token_hash = ? AND s.expires_at > ? AND s.seen_at > ?
                        AND o.locked_at IS NULL
                      """)
                  .params(cookie.hash(), Timestamp.from(now), Timestamp.from(now.minus(IDLE)))
                  .query(
                      (row, number) ->
                          new Holder(
                              session(row, number),
                              SqlOffices.officer(row, number),
                              row.getString("language")))
                  .optional();
          found
              .map(Holder::session)
              .filter(session -> session.seenAt().plus(SEEN_EVERY).isBefore(now))
              .ifPresent(
                  session ->
                      jdbc.sql("UPDATE sessions SET seen_at = ? WHERE id = ?")
                          .params(Timestamp.from(now), session.id())
                          .update());
          return found;
        });
  }

  /** The open sessions of a person, the latest used first. */
  public List<Session> ofOfficer(UUID officer, Instant now) {
    return tables.beforeOffice(
        jdbc ->
            jdbc.sql(
                    """
                    SELECT *, id AS session_id FROM sessions
                    WHERE officer_id = ? AND stage = 'open' AND expires_at > ? AND seen_at > ?
                    ORDER BY seen_at DESC, id
                    """)
                .params(officer, Timestamp.from(now), Timestamp.from(now.minus(IDLE)))
                .query(Sessions::session)
                .list());
  }

  /** Ends one session of this person; false if the person has no such session. */
  public boolean end(UUID officer, UUID session) {
    return tables.beforeOffice(
            jdbc ->
                jdbc.sql("DELETE FROM sessions WHERE officer_id = ? AND id = ?")
                    .params(officer, session)
                    .update())
        > 0;
  }

  /** Ends all sessions of this person and answers how many there were. */
  public int endAll(UUID officer) {
    return tables.beforeOffice(
        jdbc -> jdbc.sql("DELETE FROM sessions WHERE officer_id = ?").param(officer).update());
  }

  /** Ends the session of this cookie, if there is one. */
  public void forget(Secret cookie) {
    tables.beforeOffice(
        jdbc ->
            jdbc.sql("DELETE FROM sessions WHERE token_hash = ?").param(cookie.hash()).update());
  }

  /** Forgets what has ended by itself, and answers how many. */
  public int sweep(Instant now) {
    return tables.beforeOffice(
        jdbc ->
            jdbc.sql("DELETE FROM sessions WHERE expires_at <= ? OR seen_at <= ?")
                .params(Timestamp.from(now), Timestamp.from(now.minus(IDLE)))
                .update());
  }

  private static Session session(ResultSet row, int number) throws SQLException {
    return new Session(
        row.getObject("session_id", UUID.class),
        row.getObject("officer_id", UUID.class),
        Session.Stage.valueOf(row.getString("stage").toUpperCase(Locale.ROOT)),
        Session.Means.valueOf(row.getString("means").toUpperCase(Locale.ROOT)),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("seen_at").toInstant(),
        row.getTimestamp("expires_at").toInstant(),
        row.getString("address"),
        row.getString("agent"));
  }
}

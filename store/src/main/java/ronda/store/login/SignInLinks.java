package ronda.store.login;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import ronda.store.sql.InOffice;

/** Links that sign a person in once. */
public final class SignInLinks {
  /** Why a link was made, which also says how long it lives. */
  public enum Purpose {
    /** Printed on the terminal by the one who started the server. */
    START(Duration.ofHours(24)),
    /** Handed to a colleague. */
    INVITATION(Duration.ofMinutes(15));

    private final Duration life;

    Purpose(Duration life) {
      this.life = life;
    }

    /** From its making until it opens nothing any more. */
    public Duration life() {
      return life;
    }

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whom a link signs in, and why it was made. */
  public record Link(UUID officer, Purpose purpose) {}

  private static final String VALID =
      " WHERE token_hash = ? AND used_at IS NULL AND expires_at > ?"
          + " AND officer_id IN (SELECT id FROM officers WHERE locked_at IS NULL)";

  private final InOffice tables;

  public SignInLinks(InOffice tables) {
    this.tables = tables;
  }

  /** Makes one; the person's earlier links of this kind open nothing any more. */
  public Secret make(UUID officer, Purpose purpose, Instant now) {
    Secret secret = Secret.random("");
    return tables.beforeOffice(
        jdbc -> {
          jdbc.sql("DELETE FROM sign_in_links WHERE officer_id = ? AND purpose = ?")
              .params(officer, purpose.code())
              .update();
          jdbc.sql(
                  """
                  INSERT INTO sign_in_links (officer_id, token_hash, purpose, created_at, expires_at)
                  VALUES (?, ?, ?, ?, ?)
                  """)
              .params(
                  officer,
                  secret.hash(),
                  purpose.code(),
                  Timestamp.from(now),
                  Timestamp.from(now.plus(purpose.life())))
              .update();
          return secret;
        });
  }

  /** Whom this link would sign in; it is not used up by asking. */
  public Optional<Link> look(Secret secret, Instant now) {
    return tables.beforeOffice(
        jdbc ->
            jdbc.sql("SELECT officer_id, purpose FROM sign_in_links" + VALID)
                .params(secret.hash(), Timestamp.from(now))
                .query((row, number) -> link(row.getObject(1, UUID.class), row.getString(2)))
                .optional());
  }

  /** Uses the link up: of two who try at once, one gets in. */
  public Optional<Link> use(Secret secret, Instant now) {
    return tables.beforeOffice(
        jdbc ->
            jdbc.sql(
                    "UPDATE sign_in_links SET used_at = ?"
                        + VALID
                        + " RETURNING officer_id, purpose")
                .params(Timestamp.from(now), secret.hash(), Timestamp.from(now))
                .query((row, number) -> link(row.getObject(1, UUID.class), row.getString(2)))
                .optional());
  }

  /** Takes back every link of this person. */
  public void takeBack(UUID officer) {
    tables.beforeOffice(
        jdbc -> jdbc.sql("DELETE FROM sign_in_links WHERE officer_id = ?").param(officer).update());
  }

  private static Link link(UUID officer, String purpose) {
    return new Link(officer, Purpose.valueOf(purpose.toUpperCase(Locale.ROOT)));
  }
}

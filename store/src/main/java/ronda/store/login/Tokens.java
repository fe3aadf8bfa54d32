package ronda.store.login;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ronda.casework.office.Region;
import ronda.casework.office.Role;
import ronda.store.sql.InOffice;

/** The tokens with which programs enter: each in one role of one office. */
public final class Tokens {
  /** With this begins every token, so that one which leaked into a file is found. */
  public static final String PREFIX = "ronda_";

  private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

  /**
   * A program's token.
   *
   * @param region where its office serves
   * @param usedAt when it was last used, to a minute; empty if never
   */
  public record Token(
      UUID id,
      UUID office,
      Region region,
      String name,
      Role role,
      Instant createdAt,
      Optional<Instant> usedAt) {}

  private static final String TOKEN =
      """
      SELECT t.id, t.office_id, t.name, t.role, t.created_at, t.used_at, o.region
      FROM tokens t JOIN offices o ON o.id = t.office_id
      WHERE t.ended_at IS NULL AND
      """;

  private final InOffice tables;

  public Tokens(InOffice tables) {
    this.tables = tables;
  }

  /**
   * A token that was just made.
   *
   * @param secret what the program has to say; it is shown this once
   */
  public record Made(UUID id, Secret secret) {}

  /**
   * Makes one; empty if another of the office's tokens that open something has this name, in
   * whatever case: the histories name programs by it.
   */
  public Optional<Made> tryMake(UUID office, String name, Role role, Instant now) {
    Secret secret = Secret.random(PREFIX);
    return tables.beforeOffice(
        jdbc ->
            jdbc.sql(
                    """
                    INSERT INTO tokens (office_id, name, role, token_hash, created_at)
                    VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (office_id, lower(name)) WHERE ended_at IS NULL DO NOTHING
                    RETURNING id
                    """)
                .params(office, name, role.code(), secret.hash(), Timestamp.from(now))
                .query(UUID.class)
                .optional()
                .map(id -> new Made(id, secret)));
  }

  /**
   * As above, where the name is known to be free.
   *
   * @throws IllegalArgumentException if it is not
   */
  public Secret make(UUID office, String name, Role role, Instant now) {
    return tryMake(office, name, role, now)
        .map(Made::secret)
        .orElseThrow(() -> new IllegalArgumentException("a token is called " + name + " already"));
  }

  /** Whose this is, unless it was ended. */
  public Optional<Token> of(Secret secret, Instant now) {
    return tables.beforeOffice(
        jdbc -> {
          Optional<Token> found =
              jdbc.sql(TOKEN + "t.token_hash = ?")
                  .param(secret.hash())
                  .query(Tokens::token)
                  .optional();
          found
              .filter(
                  token ->
                      token.usedAt().isEmpty()
                          || token.usedAt().get().plus(SEEN_EVERY).isBefore(now))
              .ifPresent(
                  token ->
                      jdbc.sql("UPDATE tokens SET used_at = ? WHERE id = ?")
                          .params(Timestamp.from(now), token.id())
                          .update());
          return found;
        });
  }

  /** The office's tokens that open something, by name. */
  public List<Token> ofOffice(UUID office) {
    return tables.beforeOffice(
        jdbc ->
            jdbc.sql(TOKEN + "t.office_id = ? ORDER BY t.name, t.id")
                .param(office)
                .query(Tokens::token)
                .list());
  }

  /** Ends a token of this office and answers its name; empty if the office has no such token. */
  public Optional<String> end(UUID office, UUID token, Instant now) {
    return tables.beforeOffice(
        jdbc ->
            jdbc.sql(
                    """
                    UPDATE tokens SET ended_at = ?
                    WHERE office_id = ? AND id = ? AND ended_at IS NULL RETURNING name
                    """)
                .params(Timestamp.from(now), office, token)
                .query(String.class)
                .optional());
  }

  private static Token token(ResultSet row, int number) throws SQLException {
    return new Token(
        row.getObject("id", UUID.class),
        row.getObject("office_id", UUID.class),
        new Region(row.getString("region")),
        row.getString("name"),
        Role.ofCode(row.getString("role")).orElseThrow(),
        row.getTimestamp("created_at").toInstant(),
        Optional.ofNullable(row.getTimestamp("used_at")).map(Timestamp::toInstant));
  }
}

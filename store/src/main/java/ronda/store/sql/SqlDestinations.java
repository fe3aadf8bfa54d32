package ronda.store.sql;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.authority.Recipient;
import ronda.casework.referral.Destination;

/** To whom the letters of a referral go, in PostgreSQL, within one transaction of one office. */
public final class SqlDestinations {
  private final JdbcClient jdbc;

  public SqlDestinations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** As a person saw it last; empty if nobody did. */
  public Optional<Destination> of(UUID referral) {
    return destination("", Map.of("referral", referral));
  }

  /** As a person had seen it last by then; empty if nobody had. */
  public Optional<Destination> asOf(UUID referral, Instant then) {
    return destination("AND at <= :then", Map.of("referral", referral, "then", Times.at(then)));
  }

  private Optional<Destination> destination(String which, Map<String, ?> params) {
    return jdbc.sql(
            """
            SELECT kind, name, email, endpoint, key_hash FROM referral_destinations
            WHERE referral_id = :referral %s ORDER BY number DESC LIMIT 1
            """
                .formatted(which))
        .params(params)
        .query(
            (row, n) ->
                new Destination(
                    Recipient.ofCode(row.getString(1)).orElseThrow(),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5)))
        .optional();
  }

  /** Somebody wrote the letter, or said that this is where it goes. */
  public void put(UUID referral, Destination to, String by, Instant at) {
    jdbc.sql(
            """
            INSERT INTO referral_destinations
              (referral_id, number, kind, name, email, endpoint, key_hash, actor, at)
            SELECT :referral, coalesce(max(number), 0) + 1,
              :kind, :name, :email, :endpoint, :key, :by, :at
            FROM referral_destinations WHERE referral_id = :referral
            """)
        .param("referral", referral)
        .param("kind", to.kind().code())
        .param("name", to.name())
        .param("email", to.email())
        .param("endpoint", to.endpoint())
        .param("key", to.keyHash())
        .param("by", by)
        .param("at", Times.at(at))
        .update();
  }
}

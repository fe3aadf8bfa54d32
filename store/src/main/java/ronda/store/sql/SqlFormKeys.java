package ronda.store.sql;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The keys of forms that write something for good (kunci formulir): a form that is sent twice, from
 * two windows or by a second press, writes once. In PostgreSQL, within one transaction of one
 * office.
 */
public final class SqlFormKeys {
  /** For how long a form is known again. */
  private static final Duration KEPT = Duration.ofDays(7);

  private static final int LONGEST = 64;

  private final JdbcClient jdbc;

  public SqlFormKeys(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Uses a key. Of two who use the same one at once, the second waits until it is known what became
   * of the first.
   *
   * @param key as the form bore it; an empty or overlong one is none
   * @param made the address of what the form is about to write
   * @return the address of what it wrote already; empty if this is the first use
   */
  public Optional<String> use(UUID officer, String key, String made, Instant now) {
    if (key.isBlank() || key.length() > LONGEST) {
      return Optional.empty();
    }
    jdbc.sql("DELETE FROM form_keys WHERE officer = :officer AND at < :before")
        .param("officer", officer)
        .param("before", Times.at(now.minus(KEPT)))
        .update();
    boolean first =
        jdbc.sql(
                    """
                    INSERT INTO form_keys (officer, key, made, at)
                    VALUES (:officer, :key, :made, :at) ON CONFLICT DO NOTHING
                    """)
                .param("officer", officer)
                .param("key", key)
                .param("made", made)
                .param("at", Times.at(now))
                .update()
            == 1;
    return first ? Optional.empty() : made(officer, key);
  }

  /** What a form with this key made already; empty if it made nothing. */
  public Optional<String> made(UUID officer, String key) {
    return jdbc.sql("SELECT made FROM form_keys WHERE officer = :officer AND key = :key")
        .param("officer", officer)
        .param("key", key)
        .query(String.class)
        .optional();
  }

  /** The form wrote nothing after all: it may be sent again. */
  public void giveBack(UUID officer, String key) {
    jdbc.sql("DELETE FROM form_keys WHERE officer = :officer AND key = :key")
        .param("officer", officer)
        .param("key", key)
        .update();
  }
}

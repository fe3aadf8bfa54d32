package ronda.store.login;

import java.net.InetAddress;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import ronda.store.sql.InOffice;

/**
 * Counts failed sign-ins and shuts a door for ever longer, so that guessing becomes slow. An
 * attempt is counted before it is checked: a hundred guesses sent at once are a hundred guesses.
 */
public final class Attempts {
  /** How long a door is shut at first; each further failure doubles it. */
  public static final Duration FIRST_WAIT = Duration.ofSeconds(30);

  /** It is never shut for longer. */
  public static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

  /**
   * What is guarded.
   *
   * @param name whose door it is; only its hash is kept
   * @param free how many failures cost nothing
   */
  public record Door(String name, int free) {
    private static final int IPV6 = 16; // bytes

    /** The account with this mail address, whether it exists or not. */
    public static Door ofAccount(String email) {
      return new Door("account:" + email.toLowerCase(java.util.Locale.ROOT), 5);
    }

    /** A place on the network, from which a whole office may sign in. */
    public static Door ofAddress(String address) {
      return new Door("address:" + place(address), 30);
    }

    /**
     * The place on the network that an address belongs to: of IPv6 the first 64 bits, for whoever
     * has one such address has all that begin so.
     *
     * @param address as the server tells it; what is none is its own place
     */
    public static String place(String address) {
      int zone = address.indexOf('%');
      try {
        byte[] bytes =
            InetAddress.ofLiteral(zone < 0 ? address : address.substring(0, zone)).getAddress();
        return bytes.length == IPV6
            ? HexFormat.of().formatHex(bytes, 0, IPV6 / 2) + "/64"
            : address;
      } catch (IllegalArgumentException none) {
        return address;
      }
    }
  }

  private final InOffice tables;

  public Attempts(InOffice tables) {
    this.tables = tables;
  }

  /** Counts an attempt as failed. If the door is shut it answers how long it stays so. */
  public Optional<Duration> knock(Door door, Instant now) {
    byte[] key = Secret.hash(door.name);
    return tables.beforeOffice(
        jdbc -> {
          boolean open =
              jdbc.sql(
                          """
                          INSERT INTO attempts AS a (door, failures, last_at, shut_until)
                          VALUES (:door, 1, CAST(:now AS timestamptz), CAST(:now AS timestamptz))
                          ON CONFLICT (door) DO UPDATE
                          SET failures = CASE WHEN a.last_at < CAST(:old AS timestamptz) THEN 1 ELSE a.failures + 1 END,
                              last_at = excluded.last_at,
                              shut_until = CASE
                                WHEN a.last_at < CAST(:old AS timestamptz) OR a.failures + 1 < :free
                                  THEN excluded.last_at
                                ELSE excluded.last_at + make_interval(secs => least(:longest,
                                  :first * power(2, least(a.failures + 1 - :free, 20))))
                              END
                          WHERE a.shut_until <= excluded.last_at
                          """)
                      .param("door", key)
                      .param("now", Timestamp.from(now))
                      .param("old", Timestamp.from(now.minus(FORGOTTEN_AFTER)))
                      .param("free", door.free)
                      .param("first", (double) FIRST_WAIT.toSeconds())
                      .param("longest", (double) LONGEST_WAIT.toSeconds())
                      .update()
                  > 0;
          return open
              ? Optional.empty()
              : jdbc.sql("SELECT shut_until FROM attempts WHERE door = ?")
                  .param(key)
                  .query(Timestamp.class)
                  .optional()
                  .map(until -> Duration.between(now, until.toInstant()));
        });
  }

  /** Forgets all failures at this door: somebody proved to be who they said. */
  public void forget(Door door) {
    tables.beforeOffice(
        jdbc ->
            jdbc.sql("DELETE FROM attempts WHERE door = ?").param(Secret.hash(door.name)).update());
  }

  /** Takes back the last count at this door, because it turned out to be no failure. */
  public void takeBack(Door door) {
    tables.beforeOffice(
        jdbc ->
            jdbc.sql(
                    """
                    UPDATE attempts SET failures = greatest(failures - 1, 0), shut_until = last_at
                    WHERE door = ?
                    """)
                .param(Secret.hash(door.name))
                .update());
  }

  /** Forgets doors at which nobody failed for a day. */
  public int sweep(Instant now) {
    return tables.beforeOffice(
        jdbc ->
            jdbc.sql("DELETE FROM attempts WHERE last_at < ? AND shut_until < ?")
                .params(Timestamp.from(now.minus(FORGOTTEN_AFTER)), Timestamp.from(now))
                .update());
  }
}

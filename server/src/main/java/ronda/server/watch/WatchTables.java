package ronda.server.watch;

import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import ronda.casework.chain.AuditLog;
import ronda.casework.office.Officer;
import ronda.casework.office.Region;
import ronda.casework.watch.Watch;
import ronda.casework.watch.WatchedAccount;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlWatchedAccounts;

/** Opens an office's watchlist for one change, or its tables for a look. */
@Component
public final class WatchTables {
  private final InOffice tables;
  private final AuditLog audit;
  private final InstantSource clock;

  WatchTables(InOffice tables, AuditLog audit, InstantSource clock) {
    this.tables = tables;
    this.audit = audit;
    this.clock = clock;
  }

  /** A look at the office's tables. */
  <T> T look(UUID office, Function<JdbcClient, T> work) {
    return tables.read(office, work);
  }

  /** One change of the watchlist, whole or not at all, with its entry in the audit log. */
  <T> T change(UUID office, BiFunction<Watch, JdbcClient, T> work) {
    return tables.write(
        office,
        jdbc ->
            work.apply(
                new Watch(
                    new SqlWatchedAccounts(jdbc),
                    entry -> audit.add(office, entry),
                    UUID::randomUUID),
                jdbc));
  }

  Instant now() {
    return clock.instant();
  }

  /** Whether the account's place is one of this person's, or nobody knows it. */
  public static boolean isFor(Officer officer, WatchedAccount account) {
    Region region = account.description().region();
    return !region.isKnown() || officer.region().holds(region);
  }

  /** The answer for what is not there, or another office's. */
  static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}

package ronda.server.retention;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import ronda.casework.chain.AuditLog;
import ronda.casework.chain.Link;
import ronda.casework.office.Office;
import ronda.casework.office.Offices;
import ronda.casework.retention.RecordKind;
import ronda.server.desk.OfficeRound;
import ronda.store.login.Attempts;
import ronda.store.login.Sessions;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlRetention;
import tools.jackson.databind.json.JsonMapper;

/**
 * Forgets what was kept long enough, office by office. What is forgotten and the line of the audit
 * log that counts it are one transaction: a server that is killed in the middle has done both or
 * neither, and the next round goes on. Two servers on one database share the work.
 */
@Component
public final class HourlyRound {
  private static final Logger LOG = LoggerFactory.getLogger(HourlyRound.class);
  private static final JsonMapper JSON = JsonMapper.shared();

  /** After so many transactions for one office, the rest waits for the next hour. */
  private static final int MOST_TURNS = 500;

  private final InOffice tables;
  private final Offices offices;
  private final AuditLog log;
  private final Sessions sessions;
  private final Attempts attempts;
  private final InstantSource clock;
  private final int atOnce;

  /**
   * @param atOnce how many records of each sort go in one transaction, 1 or more
   */
  HourlyRound(
      InOffice tables,
      Offices offices,
      AuditLog log,
      Sessions sessions,
      Attempts attempts,
      InstantSource clock,
      @Value("${ronda.forgetting.at-once:1000}") int atOnce) {
    if (atOnce < 1) {
      throw new IllegalArgumentException(
          "ronda.forgetting.at-once says how many records are forgotten at once, 1 or more, was "
              + atOnce);
    }
    this.tables = tables;
    this.offices = offices;
    this.log = log;
    this.sessions = sessions;
    this.attempts = attempts;
    this.clock = clock;
    this.atOnce = atOnce;
  }

  /** Once through all offices. One that fails does not keep the others waiting. */
  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
  public void round() {
    Instant now = clock.instant();
    sweepDoors(now);
    OfficeRound.of(
        "forgetting what is too old",
        () -> offices.all().stream().map(Office::id).toList(),
        office -> forgetOf(office, now));
  }

  /** Sessions that ended by themselves, and failed attempts of long ago: of no office. */
  private void sweepDoors(Instant now) {
    try {
      sessions.sweep(now);
      attempts.sweep(now);
    } catch (RuntimeException broken) {
      LOG.warn("ended sessions could not be swept: {}", broken.toString());
    }
  }

  void forgetOf(UUID office, Instant now) {
    boolean more = true;
    for (int turn = 0; more && turn < MOST_TURNS; turn++) {
      more = !turn(office, now).isEmpty();
    }
  }

  /** One transaction: at most so many records of each sort, and the line that counts them. */
  private Map<RecordKind, Integer> turn(UUID office, Instant now) {
    return tables.write(
        office,
        jdbc -> {
          Map<RecordKind, Integer> counts = new SqlRetention(jdbc).forget(now, atOnce);
          if (!counts.isEmpty()) {
            log.add(
                office,
                new Link.Entry(
                    now, Link.RONDA, "records-forgotten", "office:" + office, json(counts)));
          }
          return counts;
        });
  }

  private static String json(Map<RecordKind, Integer> counts) {
    Map<String, Integer> words = new TreeMap<>();
    counts.forEach((kind, count) -> words.put(kind.code(), count));
    return JSON.writeValueAsString(words);
  }
}

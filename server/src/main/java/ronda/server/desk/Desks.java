package ronda.server.desk;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ronda.casework.Desk;
import ronda.casework.chain.AuditLog;
import ronda.casework.intake.Eyes;
import ronda.casework.intake.PlainGrouping;
import ronda.casework.office.Officer;
import ronda.casework.office.Offices;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlCases;
import ronda.store.sql.SqlItems;
import ronda.store.sql.SqlJobs;

/** Opens an office's desk for one change, or its tables for a look. */
@Component
public final class Desks {
  private final InOffice tables;
  private final Offices offices;
  private final AuditLog audit;
  private final Ids ids;
  private final InstantSource clock;
  private final int secondLookPercent;
  private final ZoneId zone;

  /**
   * @param secondLookPercent which share of ordinary jobs two people judge, 0 to 100
   */
  Desks(
      InOffice tables,
      Offices offices,
      AuditLog audit,
      Ids ids,
      InstantSource clock,
      @Value("${ronda.second-look-percent:5}") int secondLookPercent,
      ZoneId zone) {
    if (secondLookPercent < 0 || secondLookPercent > 100) {
      throw new IllegalArgumentException(
          "ronda.second-look-percent is a share from 0 to 100, not " + secondLookPercent);
    }
    this.secondLookPercent = secondLookPercent;
    this.zone = zone;
    this.tables = tables;
    this.offices = offices;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /** One change at the desk, whole or not at all, with its entry in the audit log. */
  public <T> T change(UUID office, BiFunction<Desk, JdbcClient, T> work) {
    return tables.write(
        office,
        jdbc -> {
          Desk desk =
              new Desk(
                  new SqlJobs(jdbc),
                  new SqlCases(jdbc),
                  new SqlItems(jdbc),
                  new PlainGrouping(eyes(office)),
                  entry -> audit.add(office, entry),
                  secondLookPercent,
                  ids::next,
                  zone);
          return work.apply(desk, jdbc);
        });
  }

  private Eyes eyes(UUID office) {
    return new Eyes(() -> offices.officersOf(office).stream().map(Officer::region).toList());
  }

  /**
   * The same, and once more from the beginning if it and another change stood in each other's way:
   * what is the same is decided together, in whatever order people come to it. For work that leaves
   * nothing behind but what stands in the database.
   */
  public <T> T changeInTurn(UUID office, BiFunction<Desk, JdbcClient, T> work) {
    try {
      return change(office, work);
    } catch (PessimisticLockingFailureException crossed) {
      return change(office, work);
    }
  }

  /** A look at the office's tables. */
  public <T> T look(UUID office, Function<JdbcClient, T> work) {
    return tables.read(office, work);
  }

  /** An id that sorts by time. */
  public UUID newId() {
    return ids.next();
  }

  /** The clock by which everything at the desk is dated. */
  public InstantSource clock() {
    return clock;
  }
}

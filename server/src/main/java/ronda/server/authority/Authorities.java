package ronda.server.authority;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import ronda.casework.ReferralGuard;
import ronda.casework.authority.Actor;
import ronda.casework.authority.Authority;
import ronda.casework.authority.AuthorityChanges;
import ronda.casework.authority.Row;
import ronda.casework.authority.RowVersions;
import ronda.casework.authority.ShippedRows;
import ronda.casework.chain.AuditLog;
import ronda.casework.office.Office;
import ronda.casework.office.Offices;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlRowVersions;

/** Gives each office its authority table. */
@Component
public final class Authorities {
  private final Offices offices;
  private final InOffice tables;
  private final AuditLog audit;
  private final InstantSource clock;
  private final ZoneId zone;

  Authorities(Offices offices, InOffice tables, AuditLog audit, InstantSource clock, ZoneId zone) {
    this.offices = offices;
    this.tables = tables;
    this.audit = audit;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * The table in force for this office: the one that ships with Ronda until somebody opened it for
   * the first time.
   */
  public Authority of(UUID office) {
    return new Authority(rows(office));
  }

  private List<Row> rows(UUID office) {
    List<Row> rows = look(office, RowVersions::inForce);
    return rows.isEmpty() ? ShippedRows.all() : rows;
  }

  /** Whether a row of it bears the mark that no jurist has checked it. */
  boolean awaitsJurist(UUID office) {
    return rows(office).stream().anyMatch(row -> row.check().isOpen());
  }

  /** What this office is before the law. */
  public Actor actor(UUID office) {
    return offices.byId(office).map(Office::kind).map(Actor::of).orElseThrow();
  }

  /** Who says whether a case of this office may be referred. */
  public ReferralGuard guard(UUID office) {
    return new ReferralGuard(of(office), actor(office));
  }

  /** By whose calendar a day is a day. */
  public ZoneId zone() {
    return zone;
  }

  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  Instant now() {
    return clock.instant();
  }

  /** Brings this office the rows that ship with this version of Ronda, if it has them not. */
  void begin(UUID office) {
    change(office, (changes, versions) -> changes.bring(ShippedRows.all(), now()));
  }

  <T> T look(UUID office, Function<RowVersions, T> work) {
    return tables.read(office, jdbc -> work.apply(new SqlRowVersions(jdbc)));
  }

  /** One change of the table, whole or not at all, with its entry in the audit log. */
  <T> T change(UUID office, BiFunction<AuthorityChanges, RowVersions, T> work) {
    return tables.write(
        office,
        jdbc -> {
          RowVersions versions = new SqlRowVersions(jdbc);
          return work.apply(
              new AuthorityChanges(versions, entry -> audit.add(office, entry), UUID::randomUUID),
              versions);
        });
  }
}

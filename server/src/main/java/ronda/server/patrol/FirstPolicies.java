package ronda.server.patrol;

import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import ronda.casework.chain.AuditLog;
import ronda.casework.chain.Link;
import ronda.casework.office.Office;
import ronda.casework.office.Offices;
import ronda.casework.policy.PolicyChanges;
import ronda.casework.policy.PolicyChanges.Act;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlOfficePolicies;
import ronda.store.sql.SqlTrials;

/**
 * Enters the policies with which an office begins, before they raise anything: whoever reads the
 * audit log finds a policy's beginning above its first job. Safe to share.
 */
@Component
public final class FirstPolicies {
  private final InOffice tables;
  private final OfficePatrols patrols;
  private final Offices offices;
  private final AuditLog log;
  private final InstantSource clock;

  /** Offices that have theirs. No office ever loses all. */
  private final Set<UUID> begun = ConcurrentHashMap.newKeySet();

  FirstPolicies(
      InOffice tables, OfficePatrols patrols, Offices offices, AuditLog log, InstantSource clock) {
    this.tables = tables;
    this.patrols = patrols;
    this.offices = offices;
    this.log = log;
    this.clock = clock;
  }

  /** The same of every office there is: one may come from before this was done at its beginning. */
  @EventListener(ApplicationReadyEvent.class)
  public void ofAllOffices() {
    offices.all().stream().map(Office::id).forEach(this::of);
  }

  /** The office has policies afterwards; nothing changes where it has them already. */
  public void of(UUID office) {
    if (begun.contains(office)) {
      return;
    }
    boolean isNew = tables.read(office, jdbc -> new SqlOfficePolicies(jdbc).pointers().isEmpty());
    if (isNew) {
      begin(office);
    }
    begun.add(office);
  }

  private void begin(UUID office) {
    Act act = new Act(Link.RONDA, clock.instant(), "Kebijakan bawaan Ronda.");
    tables.run(
        office,
        jdbc -> {
          // Two people may open the first page at once.
          jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 5))")
              .param("policies of " + office)
              .query()
              .singleRow();
          new PolicyChanges(
                  new SqlOfficePolicies(jdbc), new SqlTrials(jdbc), entry -> log.add(office, entry))
              .begin(patrols.shipped().stream().map(WrittenDraft::new).toList(), act);
        });
    patrols.changed(office);
  }
}

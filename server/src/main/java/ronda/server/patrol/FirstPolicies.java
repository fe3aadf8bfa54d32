package ronda.server.patrol;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ronda.casework.chain.AuditLog;
import ronda.casework.chain.Link;
import ronda.casework.office.Office;
import ronda.casework.office.Offices;
import ronda.casework.policy.PolicyChanges;
import ronda.casework.policy.PolicyChanges.Act;
import ronda.casework.policy.PolicyUpdates;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlOfficePolicies;
import ronda.store.sql.SqlTrials;
import ronda.store.sql.SqlUpdateAnswers;

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
    } else {
      remember(office);
    }
    begun.add(office);
  }

  private void begin(UUID office) {
    Act act = new Act(Link.RONDA, clock.instant(), "Kebijakan bawaan Ronda.");
    List<PolicyUpdates.Shipped> shipped = patrols.updates();
    tables.run(
        office,
        jdbc -> {
          alone(office, jdbc);
          if (new SqlUpdateAnswers(jdbc).newest().isEmpty()) {
            changes(office, jdbc).begin(shipped.stream().map(one -> one.draft()).toList(), act);
            updates(office, jdbc).begun(shipped, act);
          }
        });
    patrols.changed(office);
  }

  /** With which versions it began, of an office from before that was kept. */
  private void remember(UUID office) {
    tables.run(
        office,
        jdbc -> {
          alone(office, jdbc);
          updates(office, jdbc).remember(patrols.updates(), Link.RONDA, clock.instant());
        });
  }

  /** Two people may open the first page at once. */
  private static void alone(UUID office, JdbcClient jdbc) {
    jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 5))")
        .param("policies of " + office)
        .query()
        .singleRow();
  }

  private PolicyChanges changes(UUID office, JdbcClient jdbc) {
    return new PolicyChanges(
        new SqlOfficePolicies(jdbc), new SqlTrials(jdbc), entry -> log.add(office, entry));
  }

  /** What the office makes of the policies of newer releases, within one transaction. */
  public PolicyUpdates updates(UUID office, JdbcClient jdbc) {
    return new PolicyUpdates(
        new SqlOfficePolicies(jdbc),
        new SqlUpdateAnswers(jdbc),
        changes(office, jdbc),
        entry -> log.add(office, entry));
  }
}

package ronda.server.people;

import java.util.List;
import org.springframework.stereotype.Component;
import ronda.casework.chain.AuditLog;
import ronda.casework.office.Role;
import ronda.server.door.Caller;
import ronda.server.page.StartItem;
import ronda.server.page.StartItem.Urgency;
import ronda.server.page.StartItems;

/**
 * How much was done since the audit log was last taken out to be checked elsewhere. It waits for
 * the auditor alone, though others may read the log as well.
 */
@Component
class AuditLines implements StartItems {
  private final AuditLog log;

  AuditLines(AuditLog log) {
    this.log = log;
  }

  @Override
  public List<StartItem> of(Caller.Person person) {
    if (!person.officer().roles().contains(Role.AUDITOR)) {
      return List.of();
    }
    long taken = log.latest(person.office(), AuditPages.EXPORTED);
    long newest =
        log.page(person.office(), AuditLog.Filter.ALL, Long.MAX_VALUE, 1).stream()
            .mapToLong(entry -> entry.number())
            .sum();
    return List.of(
        new StartItem(30, "start.audit", newest - taken, "/audit?above=" + taken, Urgency.CALM));
  }
}

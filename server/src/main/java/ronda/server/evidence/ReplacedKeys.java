package ronda.server.evidence;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import ronda.casework.chain.AuditLog;
import ronda.casework.chain.Body;
import ronda.casework.chain.Link;
import ronda.store.sql.InOffice;

/**
 * Says in the log, and in each office's audit log, that a key of the installation is another now.
 */
@Component
final class ReplacedKeys implements OwnKey.Aloud {
  private static final Logger LOG = LoggerFactory.getLogger(ReplacedKeys.class);

  private final InOffice tables;
  private final AuditLog audit;
  private final InstantSource clock;

  ReplacedKeys(InOffice tables, AuditLog audit, InstantSource clock) {
    this.tables = tables;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void replaced(String file, String aside, String why) {
    LOG.warn(
        "{} could not be read ({}): it is set aside as {}, and a new key is in its place. Whoever"
            + " compares stamps or anchors with the old key has to know.",
        file,
        why,
        aside);
    try {
      List<UUID> offices =
          tables.everywhere(jdbc -> jdbc.sql("SELECT id FROM offices").query(UUID.class).list());
      String body = Body.of(Map.of("aside", aside, "why", why));
      offices.forEach(
          office ->
              audit.add(
                  office,
                  new Link.Entry(
                      clock.instant(), Link.RONDA, "own-key-replaced", "key:" + file, body)));
    } catch (RuntimeException broken) {
      LOG.error("the audit log does not tell that {} was replaced", file, broken);
    }
  }
}

package ronda.server.evidence;

import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import ronda.store.sql.InOffice;

/** Goes round the offices whose items still lack a time stamp. */
final class StampRound {
  private static final Logger LOG = LoggerFactory.getLogger(StampRound.class);

  private final InOffice tables;
  private final Keeping keeping;

  StampRound(InOffice tables, Keeping keeping) {
    this.tables = tables;
    this.keeping = keeping;
  }

  @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT10M")
  public void round() {
    List<UUID> offices =
        tables.everywhere(
            jdbc ->
                jdbc.sql(
                        "SELECT DISTINCT office_id FROM evidence_items WHERE stamp IS NULL"
                            + " AND disposal_id IS NULL")
                    .query(UUID.class)
                    .list());
    offices.forEach(this::stamp);
  }

  /** What goes wrong with one office's stamps holds up no other. */
  private void stamp(UUID office) {
    try {
      keeping.stampAll(office);
    } catch (RuntimeException broken) {
      LOG.error("no time stamps for office {} in this round; the others go on", office, broken);
    }
  }
}

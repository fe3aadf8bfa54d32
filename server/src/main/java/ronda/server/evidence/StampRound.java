package ronda.server.evidence;

import java.util.List;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import ronda.server.desk.OfficeRound;
import ronda.store.sql.InOffice;

/** Goes round the offices whose items still lack a time stamp. */
final class StampRound {
  private final InOffice tables;
  private final Keeping keeping;

  StampRound(InOffice tables, Keeping keeping) {
    this.tables = tables;
    this.keeping = keeping;
  }

  @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT10M")
  public void round() {
    OfficeRound.of("time stamps", this::offices, keeping::stampAll);
  }

  private List<UUID> offices() {
    return tables.everywhere(
        jdbc ->
            jdbc.sql(
                    "SELECT DISTINCT office_id FROM evidence_items WHERE stamp IS NULL"
                        + " AND disposal_id IS NULL")
                .query(UUID.class)
                .list());
  }
}

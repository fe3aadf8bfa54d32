package ronda.server.desk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import ronda.casework.office.Office;
import ronda.server.OpenDesk;
import ronda.sources.files.Format;
import ronda.store.sql.InOffice;

/** Posts that come in at an office. */
final class Arriving {
  private Arriving() {}

  /** Lets a post come in that one person may decide, and answers the job that it is of. */
  static UUID job(OpenDesk desk, Office office, String account, String text) {
    String id = UUID.randomUUID().toString();
    String line =
        "{\"id\":\"%s\",\"text\":\"%s\",\"author\":\"%s\",\"platform\":\"instagram\",\"region\":\"32.71\"}"
            .formatted(id, text, account);
    try {
      desk.bean(Intake.class)
          .receive(
              new Intake.Sending(office.id(), "uji", Batch.Way.API, "", Optional.empty()),
              new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)),
              Format.JSONL);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    InOffice tables = desk.bean(InOffice.class);
    tables.run(office.id(), jdbc -> jdbc.sql("UPDATE jobs SET needs_two = false").update());
    return tables.read(
        office.id(),
        jdbc ->
            jdbc.sql("SELECT job_id FROM found_posts WHERE post_id = ?")
                .param(id)
                .query(UUID.class)
                .single());
  }
}

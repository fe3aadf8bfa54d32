package ronda.server.evidence;

import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.cases.CaseFile;
import ronda.casework.review.Worst;
import ronda.store.sql.SqlJobs;

/**
 * Which cases may be about intimate pictures (gambar intim): what is captured for them may hold
 * one, though nobody has looked.
 */
final class Intimate {
  private Intimate() {}

  /** Whether a page of this case may hold one: by its category, or by any suspicion of its jobs. */
  static boolean mayBe(CaseFile file, JdbcClient jdbc) {
    return Worst.categories().contains(file.category())
        || new SqlJobs(jdbc).ofCase(file.id()).stream().anyMatch(Worst::isIn);
  }
}

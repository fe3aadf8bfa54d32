package ronda.server.evidence;

import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.cases.CaseFile;
import ronda.casework.evidence.Item;
import ronda.casework.evidence.Part;
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

  /**
   * Whether two persons open an item, and no bundle carries it: an intimate picture, and in a case
   * that may be about such pictures also what was kept before anybody suspected it, if it may hold
   * one. Of a file nobody knows what it shows.
   */
  static boolean needsTwo(Item item, CaseFile file, JdbcClient jdbc) {
    return needsTwo(item, mayBe(file, jdbc));
  }

  /** The same, where it is known whether the case may be about such pictures. */
  static boolean needsTwo(Item item, boolean mayBe) {
    return switch (item.kind()) {
      case PICTURE -> true;
      case FILE -> mayBe;
      case CAPTURE -> mayBe && item.parts().stream().map(Part::type).anyMatch(Intimate::mayShow);
      case POST, HASH_ONLY -> false;
    };
  }

  /** A captured page may carry pictures within its text, and the archive carries the screen's. */
  static boolean mayShow(String type) {
    return !type.equals("text/plain") && !type.equals("application/json");
  }
}

package ronda.casework.policy;

import java.util.List;
import java.util.UUID;

/**
 * The jobs behind one number of a trial run (tugas di balik angka uji).
 *
 * @param posts the number
 * @param jobs in which these posts lie, those with the newest posts first
 * @param more whether there are jobs beside these
 */
public record JobsBehind(long posts, List<UUID> jobs, boolean more) {
  /** How many jobs are kept of one number: what a person can still look through. */
  public static final int MOST = 200;

  public JobsBehind {
    jobs = List.copyOf(jobs);
    if (posts < jobs.size() || jobs.size() > MOST) {
      throw new IllegalArgumentException(
          "%d jobs cannot stand behind %d posts".formatted(jobs.size(), posts));
    }
  }
}

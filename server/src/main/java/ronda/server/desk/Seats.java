package ronda.server.desk;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The places at which batches are read (tempat baca): so many for each office, and a few more in
 * all, or one that sends slowly would stop the intake of all others. Safe to share.
 */
final class Seats {
  private final int all;
  private final int each;
  private final Map<UUID, Integer> taken = new HashMap<>();

  /**
   * @param each how many one office has at most, 1 or more; in all there is a quarter more, and
   *     never less than one
   */
  Seats(int each) {
    if (each < 1) {
      throw new IllegalArgumentException("an office needs a place, was " + each);
    }
    this.all = each + Math.max(1, each / 4);
    this.each = each;
  }

  /** Takes a place for this office; false if there is none for it now. */
  synchronized boolean take(UUID office) {
    int own = taken.getOrDefault(office, 0);
    int inAll = taken.values().stream().mapToInt(Integer::intValue).sum();
    if (own >= each || inAll >= all) {
      return false;
    }
    taken.put(office, own + 1);
    return true;
  }

  /** Gives back a place that was taken for this office. */
  synchronized void giveBack(UUID office) {
    taken.computeIfPresent(office, (id, own) -> own > 1 ? own - 1 : null);
  }
}

package ronda.server.desk;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The places at which batches are read (tempat baca): so many in all, of which no office has the
 * last ones, or one that sends slowly would stop the intake of all others. Safe to share.
 */
final class Seats {
  private final int all;
  private final int each;
  private final Map<UUID, Integer> taken = new HashMap<>();

  /**
   * @param all at least 2; an office has three quarters of them at most, and never all
   */
  Seats(int all) {
    if (all < 2) {
      throw new IllegalArgumentException("two offices need two places at least, was " + all);
    }
    this.all = all;
    this.each = all - Math.max(1, all / 4);
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

package ronda.casework.watch;

import java.time.Instant;
import java.util.Optional;
import ronda.casework.office.Region;
import ronda.identify.post.Category;

/**
 * That a person searched a place (pemeriksaan), so that an empty list can say <em>not found
 * (searched until …)</em> instead of leaving open whether anybody looked.
 *
 * @param platform where was searched; empty for everywhere the office can see
 * @param category for what; empty for all
 * @param region for which place; unknown for all
 */
public record Search(
    Optional<Platform> platform,
    Optional<Category> category,
    Region region,
    Instant at,
    String by) {

  /** Whether this search would have come across whatever passes {@code filter}. */
  public boolean covers(WatchFilter filter) {
    return (platform.isEmpty() || platform.equals(filter.platform()))
        && (category.isEmpty() || category.equals(filter.category()))
        && region.holds(filter.region());
  }
}

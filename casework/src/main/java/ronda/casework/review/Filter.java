package ronda.casework.review;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ronda.casework.office.Region;
import ronda.identify.post.Category;

/**
 * Which jobs somebody wants to see (saringan).
 *
 * @param categories only these
 * @param region only jobs of this place, and those of which nobody knows the place
 * @param platform only from there; empty for all
 * @param standings only jobs that have come this far
 * @param leastScore only with at least this score, 0 to 1
 * @param seenSince only with a post since then
 * @param holder only those in this person's hands
 * @param notJudgedBy without those this person has judged already
 * @param words only jobs with a post that has all these words, in Indonesian word forms; empty for
 *     all
 */
public record Filter(
    Set<Category> categories,
    Region region,
    String platform,
    Set<Standing> standings,
    double leastScore,
    Optional<Instant> seenSince,
    Optional<UUID> holder,
    Optional<UUID> notJudgedBy,
    String words) {
  public Filter {
    categories = Set.copyOf(categories);
    standings = Set.copyOf(standings);
  }

  /** Everything that waits for anybody. */
  public static Filter waiting() {
    return new Filter(
        EnumSet.allOf(Category.class),
        Region.UNKNOWN,
        "",
        EnumSet.of(Standing.WAITING, Standing.AWAITS_SECOND, Standing.DISPUTED),
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "");
  }

  /** The same, of jobs that have come this far. */
  public Filter of(Set<Standing> others) {
    return new Filter(
        categories, region, platform, others, leastScore, seenSince, holder, notJudgedBy, words);
  }
}

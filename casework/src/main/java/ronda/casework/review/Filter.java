package ronda.casework.review;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ronda.casework.office.Region;
import ronda.identify.post.Category;

/**
 * Which jobs somebody wants to see (saringan). A job whose posts were forgotten passes none.
 *
 * @param categories only these
 * @param region only jobs of this place, and those of which nobody knows the place
 * @param platform only from there; empty for all
 * @param standings only jobs that have come this far
 * @param leastScore only with at least this score, 0 to 1
 * @param seenSince only with a post since then
 * @param holder only those in this person's hands
 * @param notJudgedBy without those this person has judged already
 * @param without never a job that may show one of these, whatever its own category ({@link
 *     Job#mayShow})
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
    Set<Category> without,
    String words) {
  public Filter {
    categories = Set.copyOf(categories);
    without = Set.copyOf(without);
    standings = Set.copyOf(standings);
  }

  /** As above, without a word on what is not to be shown. */
  public Filter(
      Set<Category> categories,
      Region region,
      String platform,
      Set<Standing> standings,
      double leastScore,
      Optional<Instant> seenSince,
      Optional<UUID> holder,
      Optional<UUID> notJudgedBy,
      String words) {
    this(
        categories,
        region,
        platform,
        standings,
        leastScore,
        seenSince,
        holder,
        notJudgedBy,
        Set.of(),
        words);
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
        Set.of(),
        "");
  }

  /** The same, of jobs that have come this far. */
  public Filter of(Set<Standing> others) {
    return new Filter(
        categories,
        region,
        platform,
        others,
        leastScore,
        seenSince,
        holder,
        notJudgedBy,
        without,
        words);
  }

  /** The same, but for jobs that may show one of these. */
  public Filter without(Set<Category> others) {
    return new Filter(
        categories,
        region,
        platform,
        standings,
        leastScore,
        seenSince,
        holder,
        notJudgedBy,
        others,
        words);
  }
}

package ronda.casework.review;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ronda.casework.office.Region;
import ronda.identify.post.Category;

/**
 * Which jobs somebody wants to see (saringan). A job whose posts were forgotten passes only where
 * jobs behind a figure are asked for.
 *
 * @param categories only these
 * @param region only jobs of this place, and those of which nobody knows the place
 * @param platform only from there; empty for all
 * @param standings only jobs that have come this far
 * @param leastScore only with at least this score, 0 to 1
 * @param seenSince only with a post since then
 * @param holder in whose hands they are
 * @param notJudgedBy without those this person has judged already, or may not judge as they stand
 * @param without never a job that may show one of these, whatever its own category ({@link
 *     Job#mayShow})
 * @param words only jobs with a post that has all these words, in Indonesian word forms; empty for
 *     all
 * @param counted only jobs behind this figure; empty for all
 */
public record Filter(
    Set<Category> categories,
    Region region,
    String platform,
    Set<Standing> standings,
    double leastScore,
    Optional<Instant> seenSince,
    Holder holder,
    Optional<UUID> notJudgedBy,
    Set<Category> without,
    String words,
    Optional<Counted> counted) {
  public Filter {
    categories = Set.copyOf(categories);
    without = Set.copyOf(without);
    standings = Set.copyOf(standings);
  }

  /** In whose hands a job is to be (pemegang). */
  public sealed interface Holder {
    /** In anybody's or nobody's. */
    record Anyone() implements Holder {}

    record Nobody() implements Holder {}

    record Of(UUID officer) implements Holder {}

    /** Whether a job is in such hands. */
    default boolean fits(Optional<UUID> holder) {
      return switch (this) {
        case Anyone anyone -> true;
        case Nobody nobody -> holder.isEmpty();
        case Of of -> holder.filter(of.officer::equals).isPresent();
      };
    }
  }

  /** As above, without a word on what is not to be shown or on any figure. */
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
        holder.<Holder>map(Holder.Of::new).orElse(new Holder.Anyone()),
        notJudgedBy,
        Set.of(),
        words,
        Optional.empty());
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
    return with(region, others, holder, without, counted);
  }

  /** The same, but for jobs that may show one of these. */
  public Filter without(Set<Category> others) {
    return with(region, standings, holder, others, counted);
  }

  /** The same, of jobs of this place and those of which nobody knows the place. */
  public Filter in(Region place) {
    return with(place, standings, holder, without, counted);
  }

  /** The same, of jobs in such hands. */
  public Filter held(Holder by) {
    return with(region, standings, by, without, counted);
  }

  /** The same, of jobs behind this figure. */
  public Filter behind(Counted figure) {
    return with(region, standings, holder, without, Optional.of(figure));
  }

  /** The same, of jobs that wait for this person. */
  public Filter notJudgedBy(UUID officer) {
    return new Filter(
        categories,
        region,
        platform,
        standings,
        leastScore,
        seenSince,
        holder,
        Optional.of(officer),
        without,
        words,
        counted);
  }

  private Filter with(
      Region place, Set<Standing> far, Holder by, Set<Category> hidden, Optional<Counted> figure) {
    return new Filter(
        categories,
        place,
        platform,
        far,
        leastScore,
        seenSince,
        by,
        notJudgedBy,
        hidden,
        words,
        figure);
  }
}

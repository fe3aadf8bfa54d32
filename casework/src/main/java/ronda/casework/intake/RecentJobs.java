package ronda.casework.intake;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import ronda.casework.office.Region;
import ronda.identify.post.Category;

/** The jobs of one office that a new post might belong to. */
public interface RecentJobs {
  /**
   * Jobs of this category, still undecided, of which a post has one of these traits, the latest
   * first; of each place the latest for each trait.
   */
  List<Sharing> undecidedWith(Set<Trait> traits, Category category);

  /** A job that shares something with a post, and where it belongs. */
  record Sharing(Grouping.Joining joining, Region region) {}

  /** Jobs of this category, decided or not, that had a post since then, the newest job first. */
  List<Told> lately(Category category, Instant since);

  /**
   * A job and what its first post looked like.
   *
   * @param region where the job belongs
   * @param likeness of the job's first post
   * @param lastSeen when the latest of its posts was seen
   * @param decided whether people have decided it
   * @param byOne whether it was decided on one person's word: what is not one person's to decide
   *     does not come under that word afterwards
   */
  record Told(
      UUID job,
      Region region,
      Likeness likeness,
      Instant lastSeen,
      boolean decided,
      boolean byOne) {
    /** The same, after one of its posts was seen then. */
    public Told seen(Instant then) {
      return new Told(
          job, region, likeness, then.isAfter(lastSeen) ? then : lastSeen, decided, byOne);
    }
  }
}

package ronda.casework.policy;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import ronda.casework.office.Region;
import ronda.identify.post.Category;

/** What came in before, to try a policy on: all that was found, and of the rest a sample. */
public interface Past {
  /**
   * Walks found posts from the newest to the oldest, until {@code each} answers false. They are
   * read in pages, never all at once.
   */
  void found(Instant since, Predicate<Found> each);

  /** Walks the sample of posts without a finding, likewise. */
  void sample(Instant since, Predicate<Sampled> each);

  /**
   * A found post, and what became of it.
   *
   * @param mayShow every category that its job's posts were suspected of or confirmed in
   * @param decided the category that officers confirmed; empty if they did not
   */
  record Found(
      UUID job,
      String text,
      Region region,
      Instant receivedAt,
      Said said,
      Set<Category> mayShow,
      Optional<Category> decided) {
    public Found {
      mayShow = Set.copyOf(mayShow);
    }
  }

  /**
   * A post without a finding that was kept.
   *
   * @param weight how many posts it stands for, at least 1
   */
  record Sampled(String text, Region region, Instant receivedAt, double weight) {}

  /** What officers said of a job, or of the one that it is the same as. */
  enum Said {
    CONFIRMED,
    /** Not harmful. */
    REJECTED,
    /** Nothing yet. */
    NOT_JUDGED
  }
}

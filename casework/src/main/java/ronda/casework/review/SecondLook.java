package ronda.casework.review;

import java.util.UUID;
import ronda.casework.intake.ByHand;
import ronda.casework.intake.FoundPost;
import ronda.casework.intake.PublicLife;
import ronda.identify.post.Category;
import ronda.identify.post.Post;

/** Which jobs two people judge, the second without knowing what the first said (tinjauan buta). */
public final class SecondLook {
  private SecondLook() {}

  /**
   * Whether two people are to judge a job: hate and hoaxes always, anything about officials or an
   * election always, and of the rest a share that is drawn by the job's id, so that nobody can tell
   * beforehand which.
   *
   * @param post the job's first
   * @param percent the share of all other jobs, 0 to 100
   */
  public static boolean isNeeded(Category category, Post post, UUID job, int percent) {
    return weighs(category)
        || PublicLife.isNamedIn(post)
        || Math.floorMod(job.getLeastSignificantBits(), 100) < percent;
  }

  /** Whether a post is never one person's to decide, whatever it is raised as. */
  public static boolean isAboveOne(FoundPost post) {
    return PublicLife.isNamedIn(post.post()) || ByHand.is(post.first());
  }

  /**
   * Whether everybody may know that two people judge a job: it has come to the second, or it is
   * what two always judge. That one was drawn is not told to the first: who is looked at works
   * otherwise.
   */
  public static boolean isKnown(Job job, FoundPost first) {
    boolean always = weighs(job.category()) || isAboveOne(first);
    return job.needsTwo() && (always || job.standing() != Standing.WAITING);
  }

  /** Whether a category is never one person's word: hate and hoaxes. */
  public static boolean weighs(Category category) {
    return category == Category.HATE || category == Category.HOAX;
  }
}

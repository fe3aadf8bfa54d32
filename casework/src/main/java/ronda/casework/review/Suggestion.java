package ronda.casework.review;

import java.util.List;
import ronda.identify.post.Stance;

/**
 * What a job looks like from what is known already (saran): never a decision, and shown only to
 * whom asks, because people follow machines too readily.
 *
 * @param confirmed how many jobs that share something with it were confirmed
 * @param dismissed how many were found not harmful
 */
public record Suggestion(Kind kind, double score, Stance stance, int confirmed, int dismissed) {
  /** From so many on, what officers decided outweighs what the machine read. */
  private static final int ENOUGH = 3;

  private static final double MOSTLY = 0.8;
  private static final double HIGH = 0.9;
  private static final double LOW = 0.7;

  /** What is suggested. */
  public enum Kind {
    CONFIRM,
    DISMISS,
    /** What is known points both ways, or nowhere. */
    LOOK_CLOSELY
  }

  /**
   * What these say of the job.
   *
   * @param related jobs that share the account or something else with it
   */
  public static Suggestion of(Job job, List<Job> related) {
    int confirmed = count(related, Standing.CONFIRMED);
    int dismissed = count(related, Standing.DISMISSED);
    return new Suggestion(
        kind(job, confirmed, dismissed), job.score(), job.stance(), confirmed, dismissed);
  }

  private static Kind kind(Job job, int confirmed, int dismissed) {
    int decided = confirmed + dismissed;
    if (decided >= ENOUGH) {
      if (confirmed >= MOSTLY * decided) {
        return Kind.CONFIRM;
      }
      return dismissed >= MOSTLY * decided ? Kind.DISMISS : Kind.LOOK_CLOSELY;
    }
    if (job.stance() == Stance.PROMOTES && job.score() >= HIGH && dismissed == 0) {
      return Kind.CONFIRM;
    }
    boolean weak = job.stance() != Stance.PROMOTES && job.score() < LOW && confirmed == 0;
    return weak ? Kind.DISMISS : Kind.LOOK_CLOSELY;
  }

  private static int count(List<Job> jobs, Standing standing) {
    return (int) jobs.stream().filter(job -> job.standing() == standing).count();
  }
}

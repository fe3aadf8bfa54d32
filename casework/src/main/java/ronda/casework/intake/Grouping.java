package ronda.casework.intake;

import java.util.Optional;
import java.util.UUID;

/**
 * Says which review job a found post belongs to, so that one wave of copies is judged once
 * (pengelompokan).
 */
public interface Grouping {
  /** The job it joins; empty if it begins one of its own. */
  Optional<Joining> jobFor(FoundPost post, RecentJobs recent);

  /**
   * A job to join, and why.
   *
   * @param reason the shared trait, or {@code text} for a copy
   */
  record Joining(UUID job, String reason) {}
}

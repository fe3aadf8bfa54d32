package ronda.identify.decide;

import ronda.identify.post.Category;
import ronda.identify.post.Stance;

/**
 * What became of one policy when it looked at a post (pertimbangan): why there is a finding, or why
 * not.
 */
public record Consideration(Policy policy, Outcome outcome) {

  /** Where a policy's look at a post ended. */
  public enum Outcome {
    /** It made a finding. */
    FOUND,
    /** No model scores the category. */
    NO_SCORE,
    /** The score lies below the policy's floor. */
    BELOW_FLOOR,
    /** The post does not promote, and for this category only promotion counts. */
    STANCE,
    /** The condition does not hold. */
    FAILS,
    /** The condition could not be answered. */
    SILENT,
    /** The condition holds, yet no reason can be shown, so nobody is troubled. */
    NO_REASON
  }

  /** One line for an officer, such as {@code gambling-promotion@1: the post only mentions it}. */
  public String explain(Stance stance) {
    Category category = policy.category();
    return policy.id()
        + ": "
        + switch (outcome) {
          case FOUND -> policy.shadow() ? "found, on trial" : "found";
          case NO_SCORE -> "no model scores " + category.code();
          case BELOW_FLOOR -> "the score lies below its floor of " + policy.look().floor();
          case STANCE -> "the stance is '" + stance.code() + "', only 'promotes' makes a finding";
          case FAILS -> "its condition does not hold";
          case SILENT -> "its condition could not be answered";
          case NO_REASON -> "its condition holds, but no sufficient reason can be shown";
        };
  }
}

package ronda.identify.decide;

import java.util.OptionalDouble;
import ronda.identify.post.Stance;

/**
 * What became of one policy when it looked at a post: why there is a finding, or why not
 * (pertimbangan).
 *
 * @param score the post's score for the policy's category, 0 to 1; empty where no model scores it
 * @param stance how the post as a whole stands to the category
 */
public record Consideration(Policy policy, Outcome outcome, OptionalDouble score, Stance stance) {

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
}

package ronda.tool.training;

import java.util.HashSet;
import java.util.Set;

/**
 * One post to learn from.
 *
 * @param labels what it is
 * @param unknown labels that whoever labelled it did not look for
 * @param weight how much it counts; 1 is usual
 * @param group posts of one group must not stand on both sides of a split; empty where it stands
 *     alone
 */
public record TrainingPost(
    String text, Set<String> labels, Set<String> unknown, double weight, String group) {
  private static final String IMPLIED = "implied:";
  private static final String STANCE = "stance:";

  public TrainingPost {
    labels = Set.copyOf(labels);
    unknown = Set.copyOf(unknown);
    if (labels.stream().anyMatch(unknown::contains)) {
      throw new IllegalArgumentException(labels + " cannot be known and unknown: " + unknown);
    }
  }

  /**
   * The same post for a model with these labels. Whoever says a harm outright implies it too, where
   * the model tells that; of a label that it does not tell, the post is one without it.
   *
   * @param wanted the model's labels; {@code implied:scam} may stand beside {@code scam}
   */
  TrainingPost implying(Set<String> wanted) {
    return new TrainingPost(
        text, withImplied(labels, wanted), withImplied(unknown, wanted), weight, group);
  }

  /** The same, but teaching what is implied and the stance, and nothing of other labels. */
  TrainingPost implyingOnly(Set<String> wanted) {
    Set<String> outright = new HashSet<>(wanted);
    outright.removeIf(label -> label.startsWith(IMPLIED) || label.startsWith(STANCE));
    Set<String> implied = withImplied(labels, wanted);
    implied.removeAll(outright);
    return new TrainingPost(text, implied, outright, weight, group);
  }

  private static Set<String> withImplied(Set<String> labels, Set<String> wanted) {
    Set<String> all = new HashSet<>(labels);
    labels.forEach(label -> all.add(IMPLIED + label));
    all.retainAll(wanted);
    return all;
  }
}

package ronda.tool.training;

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
  public TrainingPost {
    labels = Set.copyOf(labels);
    unknown = Set.copyOf(unknown);
    if (labels.stream().anyMatch(unknown::contains)) {
      throw new IllegalArgumentException(labels + " cannot be known and unknown: " + unknown);
    }
  }
}

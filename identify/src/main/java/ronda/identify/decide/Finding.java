package ronda.identify.decide;

import java.util.List;
import ronda.identify.post.Category;
import ronda.identify.post.Stance;
import ronda.identify.signal.Signal;

/**
 * A post someone should look at, and why (temuan). It is <em>dugaan</em>: a machine raised it and
 * nobody has decided.
 *
 * @param score how sure, 0 to 1, calibrated; of a stretch of the post, where only a stretch of it
 *     was found ({@link Facts#stretches})
 * @param reasons never empty: a finding with no reason cannot be made
 * @param policy the policy's name and version, such as {@code gambling-promo@3}
 * @param legalBasis a reference into the law table, to be verified by a jurist
 * @param shadow true where the policy is on trial and nobody is to be bothered
 */
public record Finding(
    Category category,
    Stance stance,
    double score,
    List<Signal> reasons,
    String policy,
    Severity severity,
    String legalBasis,
    boolean shadow) {
  public Finding {
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("a finding's score must lie in 0..1, was " + score);
    }
    if (reasons.isEmpty()) {
      throw new IllegalArgumentException(
          "a finding needs a reason, policy " + policy + " gave none");
    }
    reasons = List.copyOf(reasons);
  }

  /** The same, bothering nobody. */
  public Finding onTrial() {
    return new Finding(category, stance, score, reasons, policy, severity, legalBasis, true);
  }
}

package ronda.identify.decide;

import java.util.Optional;
import ronda.identify.decide.Condition.Answer;
import ronda.identify.post.Category;
import ronda.identify.post.Span;
import ronda.identify.post.Stance;
import ronda.identify.signal.Signal;
import ronda.identify.signal.TermFound;

/** Made-up policies, and the posts that they are asked about. */
final class MadeUpPolicies {
  static final Signal GACOR = term("gacor", Category.GAMBLING, 1.2, false);

  private MadeUpPolicies() {}

  static KnownFacts promotion(double score) {
    return KnownFacts.of(Category.GAMBLING, score, Stance.PROMOTES);
  }

  static Signal term(String term, Category category, double weight, boolean needsConfirmation) {
    return new TermFound(
        term,
        Optional.of(category),
        Stance.PROMOTES,
        needsConfirmation,
        new Span(0, term.length()),
        weight);
  }

  static Condition holds() {
    return facts -> Answer.HOLDS;
  }

  static Policy policy(String name, Category category, double floor, Condition condition) {
    return policy(name, category, floor, floor, condition);
  }

  static Policy policy(
      String name, Category category, double floor, double floorWithTerm, Condition condition) {
    return new Policy(
        name,
        1,
        category,
        new Policy.Look(floor, floorWithTerm, 0),
        condition,
        Severity.HIGH,
        "judi (perlu-verifikasi)",
        false,
        new Policy.About("", "", ""));
  }

  /** The same, looking at stretches too. */
  static Policy atStretches(Policy policy) {
    return new Policy(
        policy.name(),
        policy.version(),
        policy.category(),
        new Policy.Look(policy.look().floor(), policy.look().floorWithTerm(), 8),
        policy.condition(),
        policy.severity(),
        policy.legalBasis(),
        policy.shadow(),
        policy.about());
  }

  static Policy onTrial(String name, Category category) {
    return new Policy(
        name,
        1,
        category,
        Policy.Look.from(0),
        holds(),
        Severity.LOW,
        "perlu-verifikasi",
        true,
        new Policy.About("", "", ""));
  }
}

package ronda.identify.decide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import ronda.identify.decide.Consideration.Outcome;
import ronda.identify.post.Category;
import ronda.identify.signal.Signal;

/**
 * The policies in force and on trial (kebijakan). Immutable and safe to share.
 *
 * <p>Nearly every post is harmless, so the way out is short: one comparison of score and floor a
 * category, and for some a glance at the listed words. Conditions and reasons cost a thousand times
 * more and are asked only above the floor.
 */
public final class Policies {
  private static final Policies NONE = new Policies(List.of());

  private final List<Policy> all;
  private final Category[] categories;
  private final double[] lowestFloors;
  private final double[] lowestFloorsWithTerm;

  /** Whether any of a category's policies looks at stretches. */
  private final boolean[] looksAtStretches;

  private final Policy[][] byCategory;

  private Policies(List<Policy> all) {
    this.all = List.copyOf(all);
    categories =
        Arrays.stream(Category.values())
            .filter(category -> all.stream().anyMatch(policy -> policy.category() == category))
            .toArray(Category[]::new);
    byCategory = new Policy[categories.length][];
    lowestFloors = new double[categories.length];
    lowestFloorsWithTerm = new double[categories.length];
    looksAtStretches = new boolean[categories.length];
    for (int i = 0; i < categories.length; i++) {
      Category category = categories[i];
      byCategory[i] =
          all.stream()
              .filter(policy -> policy.category() == category)
              .sorted(Comparator.comparing(Policy::severity).reversed())
              .toArray(Policy[]::new);
      lowestFloors[i] = lowest(byCategory[i], policy -> policy.look().floor());
      lowestFloorsWithTerm[i] = lowest(byCategory[i], policy -> policy.look().floorWithTerm());
      looksAtStretches[i] = Arrays.stream(byCategory[i]).anyMatch(p -> p.look().stretch() > 0);
    }
  }

  private static double lowest(Policy[] policies, ToDoubleFunction<Policy> floor) {
    return Arrays.stream(policies).mapToDouble(floor).min().orElseThrow();
  }

  /**
   * These policies. A policy in force and its next version on trial may stand side by side under
   * one name.
   *
   * @throws IllegalArgumentException if two in force, or two on trial, have the same name
   */
  public static Policies of(List<Policy> policies) {
    Set<String> names = new HashSet<>();
    for (Policy policy : policies) {
      if (!names.add(policy.name() + (policy.shadow() ? " on trial" : ""))) {
        throw new IllegalArgumentException("two policies are named '" + policy.name() + "'");
      }
    }
    return new Policies(policies);
  }

  /** No policy at all: nothing is ever found. */
  public static Policies none() {
    return NONE;
  }

  /** Every policy, in the order given. */
  public List<Policy> all() {
    return all;
  }

  /**
   * What someone should look at in a post with these facts, and why. Of the policies in force at
   * most one, the most severe that holds, makes a finding for a category; each policy on trial
   * makes its own, so that it can be judged. Where none in force finds the post as a whole, those
   * that look at stretches are asked of these.
   */
  public List<Finding> decide(Facts facts) {
    List<Finding> findings = List.of();
    for (int i = 0; i < categories.length; i++) {
      OptionalDouble score = facts.score(categories[i]);
      if (score.isPresent() && isWorthALook(i, score.getAsDouble(), facts)) {
        findings = lookCloser(byCategory[i], policy -> found(policy, facts), findings);
      }
    }
    return isAllOnTrial(findings) ? lookAtStretches(facts, findings) : findings;
  }

  private boolean isWorthALook(int i, double score, Facts facts) {
    return score >= lowestFloors[i]
        || score >= lowestFloorsWithTerm[i]
            && lowestFloorsWithTerm[i] < lowestFloors[i]
            && facts.named(categories[i]);
  }

  private static boolean isAllOnTrial(List<Finding> findings) {
    return findings.isEmpty() || findings.stream().allMatch(Finding::shadow);
  }

  private List<Finding> lookAtStretches(Facts facts, List<Finding> ofAll) {
    List<Finding> findings = ofAll;
    for (int i = 0; i < categories.length; i++) {
      if (looksAtStretches[i] && facts.named(categories[i])) {
        findings =
            lookCloser(
                byCategory[i],
                policy -> isAmong(ofAll, policy) ? null : foundInStretch(policy, facts),
                findings);
      }
    }
    return findings;
  }

  private static boolean isAmong(List<Finding> findings, Policy policy) {
    return findings.stream()
        .anyMatch(f -> f.policy().equals(policy.id()) && f.shadow() == policy.shadow());
  }

  private static List<Finding> lookCloser(
      Policy[] policies, Function<Policy, @Nullable Finding> look, List<Finding> soFar) {
    List<Finding> findings = soFar;
    boolean inForce = false;
    for (Policy policy : policies) {
      @Nullable Finding finding = inForce && !policy.shadow() ? null : look.apply(policy);
      if (finding != null) {
        findings = new ArrayList<>(findings);
        findings.add(finding);
        inForce |= !policy.shadow();
      }
    }
    return findings;
  }

  private static @Nullable Finding foundInStretch(Policy policy, Facts facts) {
    if (policy.look().stretch() > 0) {
      for (Facts stretch : facts.stretches(policy.category(), policy.look().stretch())) {
        @Nullable Finding finding = found(policy, stretch);
        if (finding != null) {
          return finding;
        }
      }
    }
    return null;
  }

  private static @Nullable Finding found(Policy policy, Facts facts) {
    if (beforeReasons(policy, facts) != Outcome.FOUND) {
      return null;
    }
    List<Signal> reasons = reasons(policy, facts);
    return Safeguards.suffice(policy.category(), reasons)
        ? new Finding(
            policy.category(),
            facts.stance(policy.category()),
            facts.score(policy.category()).orElseThrow(),
            reasons,
            policy.id(),
            policy.severity(),
            policy.legalBasis(),
            policy.shadow())
        : null;
  }

  /**
   * What every policy made of these facts, for whoever asks why there is a finding or none. Slower
   * than {@link #decide}, with the same outcome.
   */
  public List<Consideration> consider(Facts facts) {
    List<Finding> findings = decide(facts);
    return all.stream()
        .map(
            policy ->
                new Consideration(
                    policy,
                    outcome(policy, facts, findings),
                    facts.score(policy.category()),
                    facts.stance(policy.category())))
        .toList();
  }

  /** Those whose condition could not be answered at least once, in the order given. */
  public List<Policy> failing() {
    return all.stream().filter(policy -> policy.condition().failures().times() > 0).toList();
  }

  private static Outcome outcome(Policy policy, Facts facts, List<Finding> findings) {
    Outcome outcome = isAmong(findings, policy) ? Outcome.FOUND : beforeReasons(policy, facts);
    return outcome == Outcome.FOUND
            && !isAmong(findings, policy)
            && !Safeguards.suffice(policy.category(), reasons(policy, facts))
        ? Outcome.NO_REASON
        : outcome;
  }

  /** The cheapest question first. {@code FOUND} means that only the reasons are left to see. */
  private static Outcome beforeReasons(Policy policy, Facts facts) {
    OptionalDouble score = facts.score(policy.category());
    if (score.isEmpty()) {
      return Outcome.NO_SCORE;
    }
    if (!policy.looksAt(facts, score.getAsDouble())) {
      return Outcome.BELOW_FLOOR;
    }
    if (!Safeguards.allows(policy.category(), facts.stance(policy.category()))) {
      return Outcome.STANCE;
    }
    return switch (policy.condition().of(facts)) {
      case HOLDS -> Outcome.FOUND;
      case FAILS -> Outcome.FAILS;
      case SILENT -> Outcome.SILENT;
    };
  }

  private static List<Signal> reasons(Policy policy, Facts facts) {
    return Reasons.of(facts, policy.category(), policy.condition().asksAfter());
  }
}

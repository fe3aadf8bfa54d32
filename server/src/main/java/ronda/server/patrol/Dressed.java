package ronda.server.patrol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ronda.casework.policy.OfficePolicies;
import ronda.casework.policy.OfficePolicy;
import ronda.casework.policy.PolicyVersion;
import ronda.identify.Patrol;
import ronda.identify.decide.Policies;
import ronda.identify.decide.Policy;
import ronda.identify.lexicon.Lexicon;
import ronda.policies.cel.PolicyText;
import ronda.policies.outfit.Outfit;

/**
 * A patrol as an office has it now.
 *
 * @param policies what it decides by
 * @param limits the daily limit of each policy in force, by name
 * @param abouts what each policy is for, by name
 * @param unreadable versions that this Ronda cannot read, and why: they find nothing
 * @param read what was read of the office's versions: who dresses it anew takes these, so that a
 *     policy that stays goes on counting how often its condition failed
 */
public record Dressed(
    Patrol patrol,
    Policies policies,
    Map<String, Integer> limits,
    Map<String, Policy.About> abouts,
    Map<String, String> unreadable,
    Worn worn,
    Map<Written, PolicyText> read) {

  /** What it is made of: while this stays the same, so does the patrol. */
  record Worn(Lexicon lexicon, List<OfficePolicies.Pointer> pointers) {
    boolean isSame(Worn other) {
      return lexicon == other.lexicon && pointers.equals(other.pointers);
    }
  }

  /** All that a policy is read from. */
  record Written(String name, String text) {
    static Written of(PolicyVersion version) {
      return new Written(version.name(), version.text());
    }
  }

  public Dressed {
    read = Map.copyOf(read);
    limits = Map.copyOf(limits);
    abouts = Map.copyOf(abouts);
    unreadable = Map.copyOf(unreadable);
  }

  /**
   * An office's patrol; one that has no policy yet has those that come with Ronda.
   *
   * @param before what was read of its versions before, if anything
   */
  static Dressed of(
      Outfit shared,
      List<OfficePolicy> policies,
      List<PolicyText> shipped,
      Worn worn,
      Map<Written, PolicyText> before) {
    List<Policy> all = new ArrayList<>();
    Map<String, Integer> limits = new TreeMap<>();
    Map<String, String> unreadable = new TreeMap<>();
    Map<Written, PolicyText> read = new HashMap<>();
    for (PolicyVersion version : used(policies)) {
      switch (read(version, before)) {
        case PolicyText.Read.Sound(PolicyText text) -> {
          read.put(Written.of(version), text);
          all.add(text.policy());
          if (!text.policy().shadow()) {
            limits.put(version.name(), version.dailyLimit());
          }
        }
        case PolicyText.Read.Unsound unsound ->
            unreadable.put(version.id(), unsound.mistakes().getFirst().toString());
      }
    }
    if (policies.isEmpty()) {
      for (PolicyText text : shipped) {
        all.add(text.policy());
        limits.put(text.policy().name(), text.dailyLimit());
      }
    }
    Map<String, Policy.About> abouts = new TreeMap<>();
    all.forEach(policy -> abouts.putIfAbsent(policy.name(), policy.about()));
    Policies decidedBy = Policies.of(all);
    Patrol patrol = shared.with(decidedBy).patrol();
    return new Dressed(patrol, decidedBy, limits, abouts, unreadable, worn, read);
  }

  private static List<PolicyVersion> used(List<OfficePolicy> policies) {
    return policies.stream()
        .flatMap(policy -> Stream.concat(policy.inForce().stream(), policy.onTrial().stream()))
        .toList();
  }

  private static PolicyText.Read read(PolicyVersion version, Map<Written, PolicyText> before) {
    @Nullable PolicyText known = before.get(Written.of(version));
    return known == null
        ? PolicyText.read(version.name(), version.text())
        : new PolicyText.Read.Sound(known);
  }
}

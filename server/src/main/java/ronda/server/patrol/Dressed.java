package ronda.server.patrol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
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
 * @param limits the daily limit of each policy in force, by name
 * @param abouts what each policy is for, by name
 * @param unreadable versions that this Ronda cannot read, and why: they find nothing
 */
public record Dressed(
    Patrol patrol,
    Map<String, Integer> limits,
    Map<String, Policy.About> abouts,
    Map<String, String> unreadable,
    Worn worn) {

  /** What it is made of: while this stays the same, so does the patrol. */
  record Worn(Lexicon lexicon, List<OfficePolicies.Pointer> pointers) {
    boolean isSame(Worn other) {
      return lexicon == other.lexicon && pointers.equals(other.pointers);
    }
  }

  public Dressed {
    limits = Map.copyOf(limits);
    abouts = Map.copyOf(abouts);
    unreadable = Map.copyOf(unreadable);
  }

  /** An office's patrol; one that has no policy yet has those that come with Ronda. */
  static Dressed of(
      Outfit shared, List<OfficePolicy> policies, List<PolicyText> shipped, Worn worn) {
    List<Policy> read = new ArrayList<>();
    Map<String, Integer> limits = new TreeMap<>();
    Map<String, String> unreadable = new TreeMap<>();
    policies.stream()
        .flatMap(policy -> Stream.concat(policy.inForce().stream(), policy.onTrial().stream()))
        .forEach(version -> add(version, read, limits, unreadable));
    if (policies.isEmpty()) {
      for (PolicyText text : shipped) {
        read.add(text.policy());
        limits.put(text.policy().name(), text.dailyLimit());
      }
    }
    Map<String, Policy.About> abouts = new TreeMap<>();
    read.forEach(policy -> abouts.putIfAbsent(policy.name(), policy.about()));
    Patrol patrol = shared.with(Policies.of(read)).patrol();
    return new Dressed(patrol, limits, abouts, unreadable, worn);
  }

  private static void add(
      PolicyVersion version,
      List<Policy> read,
      Map<String, Integer> limits,
      Map<String, String> unreadable) {
    switch (PolicyText.read(version.name(), version.text())) {
      case PolicyText.Read.Sound sound -> {
        read.add(sound.policy().policy());
        if (!sound.policy().policy().shadow()) {
          limits.put(version.name(), version.dailyLimit());
        }
      }
      case PolicyText.Read.Unsound unsound ->
          unreadable.put(version.id(), unsound.mistakes().getFirst().toString());
    }
  }
}

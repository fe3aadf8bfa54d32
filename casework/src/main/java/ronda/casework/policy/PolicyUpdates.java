package ronda.casework.policy;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import ronda.casework.chain.Body;
import ronda.casework.chain.Link;
import ronda.casework.policy.PolicyChanges.Act;
import ronda.casework.policy.PolicyChanges.Answer;
import ronda.casework.policy.PolicyChanges.Refusal;
import ronda.casework.policy.UpdateAnswer.Made;

/**
 * What an office makes of the policies of a newer release (versi bawaan yang lebih baru). A version
 * is offered while its number is higher than any that the office has seen; a person takes it over
 * or declines it, and nothing changes by itself. Each method is one change: the caller opens the
 * transaction.
 */
public final class PolicyUpdates {
  private final OfficePolicies policies;
  private final UpdateAnswers answers;
  private final PolicyChanges changes;
  private final Consumer<Link.Entry> audit;

  public PolicyUpdates(
      OfficePolicies policies,
      UpdateAnswers answers,
      PolicyChanges changes,
      Consumer<Link.Entry> audit) {
    this.policies = policies;
    this.answers = answers;
    this.changes = changes;
    this.audit = audit;
  }

  /** A policy as it came with Ronda, and the number that its file names. */
  public record Shipped(Draft draft, int version) {
    public String name() {
      return draft.name();
    }
  }

  /** Those of the shipped policies that wait for an answer, in the order in which they came. */
  public List<Shipped> offered(Collection<Shipped> shipped) {
    Map<String, Integer> seen = new HashMap<>();
    answers.newest().forEach(answer -> seen.put(answer.policy(), answer.shipped()));
    return shipped.stream()
        .filter(one -> one.version() > seen.getOrDefault(one.name(), 0))
        .toList();
  }

  /** The answer to the highest version of this policy that the office has seen. */
  public Optional<UpdateAnswer> answer(String policy) {
    return answers.newest().stream().filter(one -> one.policy().equals(policy)).findFirst();
  }

  /** The office has begun with these. */
  public void begun(Collection<Shipped> shipped, Act act) {
    shipped.forEach(one -> keep(one.name(), one.version(), Made.BEGUN, act));
  }

  /**
   * Notes with which versions an office began from whose time nobody kept it: where one of its own
   * versions says what is shipped now, that one; elsewhere none, so that the shipped one is
   * offered. Where it is known already, nothing is noted.
   */
  public void remember(Collection<Shipped> shipped, String by, Instant at) {
    List<String> known = answers.newest().stream().map(UpdateAnswer::policy).toList();
    Act act = new Act(by, at, "Sudah ada sebelum pembaruan dicatat.");
    for (Shipped one : shipped) {
      List<PolicyVersion> history = policies.history(one.name());
      if (!known.contains(one.name()) && !history.isEmpty()) {
        boolean isSame = history.stream().anyMatch(one.draft()::saysTheSame);
        keep(one.name(), isSame ? one.version() : 0, Made.BEGUN, act);
      }
    }
  }

  /**
   * The shipped text becomes a version of the office's own; the rules are those of any text that is
   * put on trial or in force.
   *
   * @param draft the shipped text as this office takes it: its daily limit stays its own
   */
  public Answer takeOver(Draft draft, int version, Mode mode, Act act) {
    Answer answer =
        switch (mode) {
          case ON_TRIAL -> changes.putOnTrial(draft, act);
          case IN_FORCE -> changes.putInForce(draft, act);
        };
    if (answer instanceof Answer.Done) {
      keep(draft.name(), version, Made.TAKEN, act);
      enter("policy-update-taken", draft.name(), version, act);
    }
    return answer;
  }

  /** It is not offered again; a still newer one is. Empty if that was kept. */
  public Optional<Refusal> decline(Shipped shipped, Act act) {
    if (!PolicyChanges.isReason(act.why())) {
      return Optional.of(Refusal.NO_REASON);
    }
    if (offered(List.of(shipped)).isEmpty()) {
      return Optional.of(Refusal.NOTHING_CHANGES);
    }
    keep(shipped.name(), shipped.version(), Made.DECLINED, act);
    enter("policy-update-declined", shipped.name(), shipped.version(), act);
    return Optional.empty();
  }

  private void keep(String policy, int version, Made made, Act act) {
    answers.add(new UpdateAnswer(policy, version, made, act.by(), act.at(), act.why()));
  }

  private void enter(String word, String policy, int version, Act act) {
    audit.accept(
        new Link.Entry(
            act.at(),
            act.by(),
            word,
            "policy:" + policy,
            Body.of(Map.of("shipped", String.valueOf(version), "reason", act.why()))));
  }
}

package ronda.casework.policy;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import ronda.casework.chain.Body;
import ronda.casework.chain.Link;
import ronda.casework.policy.OfficePolicies.Pointer;

/**
 * What people do to the policies of one office. Each method is one change, to be made whole or not
 * at all: the caller opens the transaction.
 */
public final class PolicyChanges {
  private final OfficePolicies policies;
  private final Trials trials;
  private final Consumer<Link.Entry> audit;

  /**
   * @param audit where every change is entered, with who and why
   */
  public PolicyChanges(OfficePolicies policies, Trials trials, Consumer<Link.Entry> audit) {
    this.policies = policies;
    this.trials = trials;
    this.audit = audit;
  }

  /** Who changes something, when and why. */
  public record Act(String by, Instant at, String why) {}

  /** What came of a change. */
  public sealed interface Answer {
    /** It was made, and this version came of it. */
    record Done(PolicyVersion version) implements Answer {}

    /** It was not. */
    record Refused(Refusal reason) implements Answer {}
  }

  /** Why a change is not made. */
  public enum Refusal {
    /** No reason was given, or a very long one. */
    NO_REASON,
    /** This very text has not been tried over past posts. */
    NOT_TRIED,
    /** A policy begins on trial: its precision on real work is not known. */
    NEW,
    NO_SUCH_POLICY,
    NO_SUCH_VERSION,
    /** The safeguards allow it on trial only. */
    NOT_ALLOWED,
    /** It is like this already. */
    NOTHING_CHANGES,
    /** Somebody else changed it after it was shown. */
    CHANGED_MEANWHILE
  }

  /** The first versions of an office, as they come with Ronda, each in the mode its text names. */
  public void begin(Iterable<? extends Draft> shipped, Act act) {
    for (Draft draft : shipped) {
      if (policies.named(draft.name()).isEmpty()) {
        add(draft, draft.mode(), act, "policy-begun", Optional.empty());
      }
    }
  }

  /** A new version on trial. Whatever is in force stays in force. */
  public Answer putOnTrial(Draft draft, Act act) {
    return isReason(act.why())
        ? add(draft, Mode.ON_TRIAL, act, "policy-on-trial", policies.named(draft.name()))
        : refused(Refusal.NO_REASON);
  }

  /**
   * A new version in force. Its text must have been tried over past posts, or have been in force
   * before; and no policy begins in force.
   */
  public Answer putInForce(Draft draft, Act act) {
    Optional<OfficePolicy> before = policies.named(draft.name());
    if (!isReason(act.why())) {
      return refused(Refusal.NO_REASON);
    }
    if (before.isEmpty()) {
      return refused(Refusal.NEW);
    }
    return isTried(draft)
        ? add(draft, Mode.IN_FORCE, act, "policy-in-force", before)
        : refused(Refusal.NOT_TRIED);
  }

  /** Whether this text may be put in force as far as trying it goes. */
  public boolean isTried(Draft draft) {
    Predicate<PolicyVersion> wasInForce =
        version -> version.mode() == Mode.IN_FORCE && version.substance().equals(draft.substance());
    return trials.isTried(draft.name(), draft.substance())
        || policies.history(draft.name()).stream().anyMatch(wasInForce);
  }

  /** The policy's text in force goes on trial, and nothing of it is in force any more. */
  public Answer takeOutOfForce(Draft inForce, Act act) {
    Optional<OfficePolicy> before = policies.named(inForce.name());
    if (!isReason(act.why())) {
      return refused(Refusal.NO_REASON);
    }
    if (before.flatMap(OfficePolicy::inForce).isEmpty()) {
      return refused(before.isEmpty() ? Refusal.NO_SUCH_POLICY : Refusal.NOTHING_CHANGES);
    }
    Optional<OfficePolicy> withoutForce =
        before.map(
            policy ->
                new OfficePolicy(
                    policy.name(), policy.lastNumber(), Optional.empty(), policy.onTrial()));
    return add(inForce, Mode.ON_TRIAL, act, "policy-out-of-force", withoutForce);
  }

  /** The version on trial is tried no longer; it stays in the history. */
  public Answer endTrial(String name, Act act) {
    Optional<OfficePolicy> before = policies.named(name);
    Optional<PolicyVersion> onTrial = before.flatMap(OfficePolicy::onTrial);
    if (!isReason(act.why())) {
      return refused(Refusal.NO_REASON);
    }
    if (onTrial.isEmpty()) {
      return refused(before.isEmpty() ? Refusal.NO_SUCH_POLICY : Refusal.NOTHING_CHANGES);
    }
    policies.point(
        new Pointer(name, number(before.flatMap(OfficePolicy::inForce)), OptionalInt.empty()));
    enter(act, "policy-trial-ended", onTrial.get());
    return new Answer.Done(onTrial.get());
  }

  /**
   * An old version again, as a new one with the old text, in the mode it had.
   *
   * @param old the text of version {@code number}
   */
  public Answer revert(Draft old, int number, Act act) {
    Optional<PolicyVersion> version = policies.version(old.name(), number);
    if (version.isEmpty()) {
      return refused(Refusal.NO_SUCH_VERSION);
    }
    if (isUsed(version.get())) {
      return refused(Refusal.NOTHING_CHANGES);
    }
    return isReason(act.why())
        ? add(old, version.get().mode(), act, "policy-reverted", policies.named(old.name()))
        : refused(Refusal.NO_REASON);
  }

  private boolean isUsed(PolicyVersion version) {
    return policies.named(version.name()).stream()
        .flatMap(policy -> Stream.concat(policy.inForce().stream(), policy.onTrial().stream()))
        .anyMatch(used -> used.number() == version.number());
  }

  private Answer add(Draft draft, Mode mode, Act act, String word, Optional<OfficePolicy> before) {
    int number = before.map(OfficePolicy::lastNumber).orElse(0) + 1;
    Optional<String> text = draft.textAs(number, mode);
    if (text.isEmpty()) {
      return refused(Refusal.NOT_ALLOWED);
    }
    PolicyVersion version =
        new PolicyVersion(
            draft.name(),
            number,
            text.get(),
            mode,
            draft.dailyLimit(),
            draft.substance(),
            act.by(),
            act.at(),
            act.why());
    policies.add(version);
    policies.point(pointer(version, before));
    enter(act, word, version);
    return new Answer.Done(version);
  }

  /** A trial is over once its text is in force; a trial of another text goes on. */
  private static Pointer pointer(PolicyVersion added, Optional<OfficePolicy> before) {
    return switch (added.mode()) {
      case IN_FORCE ->
          new Pointer(
              added.name(),
              OptionalInt.of(added.number()),
              number(
                  before
                      .flatMap(OfficePolicy::onTrial)
                      .filter(trial -> !trial.substance().equals(added.substance()))));
      case ON_TRIAL ->
          new Pointer(
              added.name(),
              number(before.flatMap(OfficePolicy::inForce)),
              OptionalInt.of(added.number()));
    };
  }

  private static OptionalInt number(Optional<PolicyVersion> version) {
    return version.map(used -> OptionalInt.of(used.number())).orElseGet(OptionalInt::empty);
  }

  private void enter(Act act, String word, PolicyVersion version) {
    audit.accept(
        new Link.Entry(
            act.at(),
            act.by(),
            word,
            "policy:" + version.name(),
            Body.of(Map.of("version", String.valueOf(version.number()), "reason", act.why()))));
  }

  static boolean isReason(String why) {
    return !why.isBlank() && why.length() <= PolicyVersion.LONGEST_REASON;
  }

  private static Answer refused(Refusal reason) {
    return new Answer.Refused(reason);
  }
}

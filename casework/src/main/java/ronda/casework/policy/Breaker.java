package ronda.casework.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import ronda.casework.chain.Body;
import ronda.casework.chain.Link;
import ronda.identify.decide.Finding;

/**
 * Keeps a policy that raises far more than expected from flooding the desk (sekring). Up to its
 * daily limit a policy's findings reach people; what comes after is treated as on trial, counted,
 * and somebody is told. The day ends at midnight in the office's own zone; within it a person may
 * allow another limit, with a reason.
 */
public final class Breaker {
  private final PolicyDays days;
  private final Consumer<Link.Entry> audit;

  public Breaker(PolicyDays days, Consumer<Link.Entry> audit) {
    this.days = days;
    this.audit = audit;
  }

  /**
   * Counts the findings of posts that came in, and marks those above a limit as on trial. To be
   * called once for each batch, late in its transaction.
   *
   * @param found the findings of each post
   * @param limits the daily limit of each policy in force, by name; one that is not named has none
   * @return the findings of each post, in the same order
   */
  public List<List<Finding>> admit(
      List<List<Finding>> found, Map<String, Integer> limits, LocalDate day, Instant now) {
    Map<String, Wanted> wanted = new TreeMap<>();
    for (List<Finding> findings : found) {
      for (Finding finding : findings) {
        wanted.computeIfAbsent(nameOf(finding), unknown -> new Wanted()).count(finding);
      }
    }
    Map<String, Long> room = new HashMap<>();
    wanted.forEach((name, want) -> room.put(name, take(name, want, limits, day, now)));
    return found.stream().map(findings -> marked(findings, room)).toList();
  }

  /** The policy's name, without its version. */
  public static String nameOf(Finding finding) {
    int at = finding.policy().indexOf('@');
    return at < 0 ? finding.policy() : finding.policy().substring(0, at);
  }

  private static final class Wanted {
    private long inForce;
    private long onTrial;

    void count(Finding finding) {
      if (finding.shadow()) {
        onTrial++;
      } else {
        inForce++;
      }
    }
  }

  /** How many of the wanted findings may reach people. */
  private long take(
      String name, Wanted wanted, Map<String, Integer> limits, LocalDate day, Instant now) {
    PolicyDay before = days.of(name, day);
    int limit = limits.getOrDefault(name, Integer.MAX_VALUE);
    long taken = Math.min(wanted.inForce, before.room(limit));
    PolicyDay after = before.and(taken, wanted.onTrial, wanted.inForce - taken, now);
    days.put(after);
    if (before.trippedAt().isEmpty() && after.trippedAt().isPresent()) {
      audit.accept(
          entry(
              now,
              Link.RONDA,
              "policy-limit-reached",
              name,
              Map.of("day", day.toString(), "limit", String.valueOf(limit))));
    }
    return taken;
  }

  private static List<Finding> marked(List<Finding> findings, Map<String, Long> room) {
    List<Finding> marked = new ArrayList<>(findings.size());
    for (Finding finding : findings) {
      if (finding.shadow()) {
        marked.add(finding);
      } else {
        long left = room.merge(nameOf(finding), -1L, Long::sum);
        marked.add(left >= 0 ? finding : finding.onTrial());
      }
    }
    return marked;
  }

  /** What came of allowing a policy another limit. */
  public enum Reset {
    DONE,
    /** No reason was given, or a very long one. */
    NO_REASON,
    /** No limit is reached on that day, or somebody has allowed another one already. */
    NOT_REACHED
  }

  /**
   * A person has seen that a limit was reached, and allows the policy another one on that day. A
   * day on which nothing was reached is left as it is.
   */
  public Reset reset(String policy, LocalDate day, PolicyChanges.Act act) {
    if (!PolicyChanges.isReason(act.why())) {
      return Reset.NO_REASON;
    }
    boolean reached =
        days.tripped(day).stream()
            .anyMatch(one -> one.policy().equals(policy) && one.day().equals(day));
    if (!reached) {
      return Reset.NOT_REACHED;
    }
    PolicyDay before = days.of(policy, day);
    if (before.trippedAt().isEmpty()) { // Somebody was faster.
      return Reset.NOT_REACHED;
    }
    days.put(before.reset());
    audit.accept(
        entry(
            act.at(),
            act.by(),
            "policy-limit-reset",
            policy,
            Map.of(
                "day", day.toString(),
                "withheld", String.valueOf(before.withheld()),
                "reason", act.why())));
    return Reset.DONE;
  }

  private static Link.Entry entry(
      Instant at, String by, String act, String policy, Map<String, String> words) {
    return new Link.Entry(at, by, act, "policy:" + policy, Body.of(words));
  }
}

package ronda.casework.cases;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import ronda.casework.office.Region;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;

/**
 * A case (kasus): the list of what happened, oldest first. It is about an account or content, never
 * about an app, and all of it is <em>dugaan</em>.
 *
 * @param number what people call it by, such as {@code 2026-000123}: unique in its office
 * @param history never empty, and its first step is {@link Step.Opened}
 */
public record CaseFile(UUID id, String number, Region region, List<Step.Taken> history) {
  public CaseFile {
    history = List.copyOf(history);
    if (history.isEmpty() || !(history.getFirst().step() instanceof Step.Opened)) {
      throw new IllegalArgumentException("case " + number + " does not begin with its opening");
    }
  }

  /** How far a case has come (keadaan kasus), computed from its history. */
  public enum Status {
    OPEN,
    CLOSED,
    /** The judgement it rested on was taken back. */
    WITHDRAWN
  }

  public Status status() {
    Status status = Status.OPEN;
    for (Step.Taken taken : history) {
      status =
          switch (taken.step()) {
            case Step.Opened opened -> Status.OPEN;
            case Step.Reopened reopened -> Status.OPEN;
            case Step.Closed closed -> Status.CLOSED;
            case Step.Withdrawn withdrawn -> Status.WITHDRAWN;
            case Step.PostsJoined joined -> status;
            case Step.JobJoined joined -> status;
            case Step.JobLeft left -> status;
            case Step.Noted noted -> status;
            case Step.ModusLinked linked -> status;
            case Step.AccountLinked linked -> status;
            case Step.EvidenceKept kept -> status;
            case Step.BundleMade made -> status;
            case Step.ActRefused refused -> status;
            case Step.ReferralWritten written -> status;
            case Step.ReferralSent sent -> status;
            case Step.ReferralChased chased -> status;
            case Step.FollowUpSent sent -> status;
            case Step.LetterDiscarded discarded -> status;
            case Step.ReplyCame came -> status;
            case Step.NoAnswerYet none -> status;
            case Step.ReferralAnswered answered -> status;
            case Step.Resurfaced resurfaced -> Status.OPEN;
            case Step.SharesWith shares -> Status.OPEN;
            case Step.ObjectionRaised raised -> status;
            case Step.ObjectionDecided decided -> decided.upheld() ? Status.WITHDRAWN : status;
            case Step.RecipientsTold told -> status;
            case Step.PapersDestroyed destroyed -> status;
          };
    }
    return status;
  }

  public Step.Opened opening() {
    return (Step.Opened) history.getFirst().step();
  }

  /** The jobs that are in it now, in the order in which they came. */
  public Set<UUID> jobs() {
    Set<UUID> jobs = new LinkedHashSet<>();
    for (Step.Taken taken : history) {
      taken.step().joins().ifPresent(jobs::add);
      taken.step().leaves().ifPresent(jobs::remove);
    }
    return jobs;
  }

  /**
   * Whether it would rest but for these jobs: one took it up again, and nothing else came since.
   */
  public boolean restsBut(Set<UUID> going) {
    for (Step.Taken taken : history.reversed()) {
      Step step = taken.step();
      if (opens(step) || step.joins().filter(job -> stays(job, going)).isPresent()) {
        return false;
      }
      if (step instanceof Step.Resurfaced) {
        return true;
      }
    }
    return false;
  }

  private boolean stays(UUID job, Set<UUID> going) {
    return !going.contains(job) && jobs().contains(job);
  }

  private static boolean opens(Step step) {
    return step instanceof Step.Reopened || step instanceof Step.SharesWith;
  }

  public Category category() {
    return opening().category();
  }

  public Severity severity() {
    return opening().severity();
  }

  /** The same case with one more step. Whether it may follow, {@code CaseFlow} says. */
  public CaseFile after(Step.Taken step) {
    List<Step.Taken> longer = new ArrayList<>(history);
    longer.add(step);
    return new CaseFile(id, number, region, longer);
  }
}

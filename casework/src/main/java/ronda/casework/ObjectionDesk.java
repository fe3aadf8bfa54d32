package ronda.casework;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import ronda.casework.cases.CaseFile;
import ronda.casework.cases.Cases;
import ronda.casework.cases.Step;
import ronda.casework.chain.Body;
import ronda.casework.chain.Link;
import ronda.casework.objection.Objection;
import ronda.casework.objection.Objections;
import ronda.casework.office.Officer;
import ronda.casework.review.Job;
import ronda.casework.review.Jobs;
import ronda.casework.review.Judgement;
import ronda.casework.review.Reviewing;

/**
 * Where the person concerned is heard (meja keberatan): an objection comes in, and somebody who
 * judged nothing of the case decides it. Whoever only wrote or sent letters about the case may say
 * that the person is right, and not that the person is wrong: so a small office, in which nobody
 * else is left, still undoes its mistakes. Each method is one change, to be made whole or not at
 * all.
 */
public final class ObjectionDesk {
  /** Who is named where the person concerned acted; pages say it in the reader's language. */
  public static final String PERSON_CONCERNED = "yang bersangkutan";

  private final Objections objections;
  private final Cases cases;
  private final Jobs jobs;
  private final Referrers referrers;
  private final Consumer<Link.Entry> audit;

  /** Who took a case to others. */
  public interface Referrers {
    /** Whether {@code officer} wrote or sent a letter about this case. */
    boolean referred(CaseFile file, Officer officer);
  }

  public ObjectionDesk(
      Objections objections,
      Cases cases,
      Jobs jobs,
      Referrers referrers,
      Consumer<Link.Entry> audit) {
    this.referrers = referrers;
    this.objections = objections;
    this.cases = cases;
    this.jobs = jobs;
    this.audit = audit;
  }

  /** What came of an attempt to decide. */
  public sealed interface Answer {
    /**
     * The decided objection and the case as it is now.
     *
     * @param alsoAnswered the other objections that waited and were answered with it
     */
    record Done(Objection objection, CaseFile file, List<Objection> alsoAnswered)
        implements Answer {
      public Done {
        alsoAnswered = List.copyOf(alsoAnswered);
      }
    }

    record Refused(Refusal reason) implements Answer {}
  }

  /** Why an objection cannot be decided. */
  public enum Refusal {
    NO_SUCH_OBJECTION,
    /** Somebody has decided it. */
    DECIDED,
    /** Whoever judged a job of the case is not asked whether the judgement was right. */
    JUDGED_IT,
    /** Whoever wrote or sent letters about the case does not dismiss what is said against it. */
    REFERRED_IT,
    /** The case is withdrawn: whoever objects to it is right. */
    WITHDRAWN,
    /** The person concerned is told why. */
    NO_REASON
  }

  /** An objection came in against a case. */
  public void raise(Objection objection) {
    CaseFile file = cases.byNumber(objection.caseNumber()).orElseThrow();
    objections.add(objection);
    Step raised = new Step.ObjectionRaised(objection.id());
    cases.add(file.after(new Step.Taken(objection.at(), PERSON_CONCERNED, raised)));
    audit.accept(
        new Link.Entry(
            objection.at(),
            PERSON_CONCERNED,
            "objection-raised",
            "case:" + file.number(),
            Body.of(Map.of("objection", objection.id().toString()))));
  }

  /**
   * {@code officer} decides an objection; if it is upheld, case and findings are withdrawn. The
   * others against that case that wait are answered with it: all of them if it is upheld, for there
   * is nothing left to object to; otherwise those that say the same.
   */
  public Answer decide(UUID id, Officer officer, boolean upheld, String reason, Instant now) {
    // The case first: of two who decide at once, each holds an objection that the other answers.
    Optional<Objection> found = objections.find(id);
    Optional<CaseFile> file =
        found
            .flatMap(objection -> cases.byNumber(objection.caseNumber()))
            .filter(one -> Desk.isFor(officer, one, jobsOf(one)));
    if (found.isEmpty() || file.isEmpty()) {
      return new Answer.Refused(Refusal.NO_SUCH_OBJECTION);
    }
    Objection objection = objections.byId(id).orElseThrow();
    Optional<Refusal> refusal = whyNot(objection, file.get(), officer, upheld, reason);
    if (refusal.isPresent()) {
      return new Answer.Refused(refusal.get());
    }
    var made = new Objection.Decision(officer.id(), officer.name(), now, upheld, reason.strip());
    if (upheld) {
      overrule(file.get(), officer, reason.strip(), now);
    }
    List<Objection> others =
        objections.ofCase(file.get().id()).stream()
            .filter(one -> one.isWaiting() && !one.id().equals(id))
            .filter(one -> upheld || one.saysTheSameAs(objection))
            .toList();
    CaseFile after = answer(objection, file.get(), made, officer);
    for (Objection other : others) {
      after = answer(other, after, made, officer);
    }
    return new Answer.Done(
        objection.decided(made), after, others.stream().map(one -> one.decided(made)).toList());
  }

  /** Keeps the decision of one objection, in the history of its case and in the audit log. */
  private CaseFile answer(
      Objection objection, CaseFile file, Objection.Decision made, Officer officer) {
    objections.decide(objection.decided(made));
    Step step = new Step.ObjectionDecided(objection.id(), made.upheld(), made.reason());
    CaseFile after = file.after(new Step.Taken(made.at(), made.by(), step));
    cases.add(after);
    audit.accept(
        new Link.Entry(
            made.at(),
            officer.signature(),
            made.upheld() ? "objection-upheld" : "objection-dismissed",
            "case:" + after.number(),
            Body.of(Map.of("objection", objection.id().toString(), "reason", made.reason()))));
    return after;
  }

  private Optional<Refusal> whyNot(
      Objection objection, CaseFile file, Officer officer, boolean upheld, String reason) {
    if (!objection.isWaiting()) {
      return Optional.of(Refusal.DECIDED);
    }
    switch (part(file, officer)) {
      case JUDGED -> {
        return Optional.of(Refusal.JUDGED_IT);
      }
      case REFERRED -> {
        if (!upheld) {
          return Optional.of(Refusal.REFERRED_IT);
        }
      }
      case NONE -> {}
    }
    if (!upheld && file.status() == CaseFile.Status.WITHDRAWN) {
      return Optional.of(Refusal.WITHDRAWN);
    }
    return reason.isBlank() ? Optional.of(Refusal.NO_REASON) : Optional.empty();
  }

  /** What somebody had to do with a case, and may therefore not decide about it (keterlibatan). */
  public enum Part {
    /** May decide. */
    NONE,
    /** Wrote or sent letters about it: may uphold an objection, and dismiss none. */
    REFERRED,
    /** Judged something of it: may do neither. */
    JUDGED
  }

  private Part part(CaseFile file, Officer officer) {
    return part(jobsOf(file), officer, referrers.referred(file, officer));
  }

  /**
   * What {@code officer} had to do with the case of these jobs. What somebody said of one by
   * upholding an objection is no judgement that an objection is against.
   */
  public static Part part(List<Job> ofCase, Officer officer, boolean referred) {
    boolean judged =
        ofCase.stream()
            .flatMap(job -> job.judgements().stream())
            .anyMatch(said -> said.officer().equals(officer.id()) && !said.overrules());
    return judged ? Part.JUDGED : referred ? Part.REFERRED : Part.NONE;
  }

  private List<Job> jobsOf(CaseFile file) {
    return file.jobs().stream().flatMap(job -> jobs.byId(job).stream()).toList();
  }

  private void overrule(CaseFile file, Officer officer, String reason, Instant now) {
    String cut = reason.substring(0, Math.min(reason.length(), Judgement.LONGEST_REASON));
    List<Job> standing = jobsOf(file).stream().filter(job -> !job.isOverruled()).toList();
    for (Job job : standing) {
      jobs.put(Reviewing.overrule(job, officer.id(), cut, now), now);
    }
  }

  /** Recipients of the case were told that it is withdrawn. */
  public void told(CaseFile file, UUID objection, int letters, Officer officer, Instant now) {
    CaseFile latest = cases.byNumber(file.number()).orElse(file);
    Step step = new Step.RecipientsTold(objection, letters);
    cases.add(latest.after(new Step.Taken(now, officer.name(), step)));
  }
}

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
 * judged nothing of the case decides it. Each method is one change, to be made whole or not at all.
 */
public final class ObjectionDesk {
  private static final String PERSON_CONCERNED = "yang bersangkutan";

  private final Objections objections;
  private final Cases cases;
  private final Jobs jobs;
  private final Consumer<Link.Entry> audit;

  public ObjectionDesk(Objections objections, Cases cases, Jobs jobs, Consumer<Link.Entry> audit) {
    this.objections = objections;
    this.cases = cases;
    this.jobs = jobs;
    this.audit = audit;
  }

  /** What came of an attempt to decide. */
  public sealed interface Answer {
    /** The decided objection and the case as it is now. */
    record Done(Objection objection, CaseFile file) implements Answer {}

    record Refused(Refusal reason) implements Answer {}
  }

  /** Why an objection cannot be decided. */
  public enum Refusal {
    NO_SUCH_OBJECTION,
    /** Somebody has decided it. */
    DECIDED,
    /** Whoever judged a job of the case is not asked whether the judgement was right. */
    JUDGED_IT,
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

  /** {@code officer} decides an objection; if it is upheld, case and findings are withdrawn. */
  public Answer decide(UUID id, Officer officer, boolean upheld, String reason, Instant now) {
    Optional<Objection> found = objections.byId(id);
    Optional<CaseFile> file =
        found
            .flatMap(objection -> cases.byNumber(objection.caseNumber()))
            .filter(one -> Desk.isFor(officer, one, jobsOf(one)));
    if (found.isEmpty() || file.isEmpty()) {
      return new Answer.Refused(Refusal.NO_SUCH_OBJECTION);
    }
    Optional<Refusal> refusal = whyNot(found.get(), file.get(), officer, reason);
    if (refusal.isPresent()) {
      return new Answer.Refused(refusal.get());
    }
    Objection decided =
        found
            .get()
            .decided(
                new Objection.Decision(officer.id(), officer.name(), now, upheld, reason.strip()));
    objections.decide(decided);
    if (upheld) {
      overrule(file.get(), officer, reason.strip(), now);
    }
    Step step = new Step.ObjectionDecided(id, upheld, reason.strip());
    CaseFile after = file.get().after(new Step.Taken(now, officer.name(), step));
    cases.add(after);
    audit.accept(
        new Link.Entry(
            now,
            officer.signature(),
            upheld ? "objection-upheld" : "objection-dismissed",
            "case:" + after.number(),
            Body.of(Map.of("objection", id.toString(), "reason", reason.strip()))));
    return new Answer.Done(decided, after);
  }

  private Optional<Refusal> whyNot(
      Objection objection, CaseFile file, Officer officer, String reason) {
    if (!objection.isWaiting()) {
      return Optional.of(Refusal.DECIDED);
    }
    if (isPartial(file, officer)) {
      return Optional.of(Refusal.JUDGED_IT);
    }
    return reason.isBlank() ? Optional.of(Refusal.NO_REASON) : Optional.empty();
  }

  /** Whether {@code officer} judged anything of this case, and may therefore not decide. */
  public boolean isPartial(CaseFile file, Officer officer) {
    return jobsOf(file).stream().anyMatch(job -> job.wasJudgedBy(officer.id()));
  }

  private List<Job> jobsOf(CaseFile file) {
    return file.jobs().stream().flatMap(job -> jobs.byId(job).stream()).toList();
  }

  private void overrule(CaseFile file, Officer officer, String reason, Instant now) {
    String cut = reason.substring(0, Math.min(reason.length(), Judgement.LONGEST_REASON));
    for (Job job : jobsOf(file)) {
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

package ronda.casework;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import ronda.casework.cases.CaseFile;
import ronda.casework.cases.Cases;
import ronda.casework.cases.Step;
import ronda.casework.chain.Body;
import ronda.casework.chain.Hash;
import ronda.casework.chain.Link;
import ronda.casework.evidence.Items;
import ronda.casework.evidence.Look;
import ronda.casework.office.Officer;
import ronda.casework.review.Job;
import ronda.casework.review.Jobs;
import ronda.casework.review.Judgement;
import ronda.casework.review.Standing;
import ronda.casework.review.Verdict;

/**
 * Which case a job belongs to (register kasus): what a decision opens, joins, takes up again, and
 * what becomes of it when the decision is taken back. Part of the desk, within its changes.
 */
final class Docket {
  private final Jobs jobs;
  private final Cases cases;
  private final Lineage lineage;
  private final Duplicates duplicates;
  private final Consumer<Link.Entry> audit;
  private final Supplier<UUID> ids;
  private final ZoneId zone;

  Docket(
      Jobs jobs,
      Cases cases,
      Items items,
      Consumer<Link.Entry> audit,
      Supplier<UUID> ids,
      ZoneId zone) {
    this.jobs = jobs;
    this.cases = cases;
    this.lineage = new Lineage(jobs, cases, items);
    this.duplicates = new Duplicates(jobs);
    this.audit = audit;
    this.ids = ids;
    this.zone = zone;
  }

  /**
   * Copies that come in after the decision belong to the case's history. They are counted only: a
   * text may come for weeks, and whoever brings posts does not wait for those who work on the case.
   */
  void joined(Map<UUID, Integer> posts) {
    cases.grew(posts);
  }

  /**
   * Has the histories of at most so many cases tell of the copies that came; answers of how many.
   */
  int tellOfCopies(int most, Instant now) {
    List<UUID> grown = cases.grown(most);
    for (UUID id : grown) {
      cases
          .byId(id)
          .flatMap(file -> cases.byNumber(file.number())) // as it is now, for a change
          .ifPresent(file -> withCopies(file, now));
    }
    return grown.size();
  }

  /** The case with a step for the copies that came since the last one, if any did. */
  private CaseFile withCopies(CaseFile file, Instant now) {
    int copies = cases.takeUntold(file.id());
    if (copies == 0) {
      return file;
    }
    CaseFile longer =
        file.after(new Step.Taken(now, Link.RONDA, new Step.PostsJoined(copies, "copy")));
    cases.add(longer);
    return longer;
  }

  /** What follows from a judgement, if the job is decided by it. */
  void settle(Job job, Officer officer, Instant now) {
    Verdict decided = job.decided().orElse(null);
    if (decided == null) {
      return;
    }
    // A job that was asked about anew, because of what came in with the first word, is in a case.
    Optional<CaseFile> in =
        cases.ofJob(job.id()).filter(file -> file.status() == CaseFile.Status.OPEN);
    boolean stays = in.filter(file -> belongs(job, decided, file)).isPresent();
    if (!stays) {
      in.ifPresent(file -> takeOut(job.id(), file, Step.JUDGED_OTHERWISE, officer, now));
      if (decided instanceof Verdict.Confirmed confirmed) {
        open(job, confirmed, officer, now);
      }
    }
    if (job.standing().isFound()) {
      gather(job, duplicates.rootOf(job), officer, now);
    }
  }

  /** Whether a job that was decided so may stay in the case that it is in. */
  private boolean belongs(Job job, Verdict decided, CaseFile file) {
    return switch (decided) {
      case Verdict.Confirmed confirmed ->
          confirmed.category() == file.category() && confirmed.stance() == file.opening().stance();
      case Verdict.DuplicateOf same ->
          cases.ofJob(duplicates.rootOf(job).id()).equals(Optional.of(file));
      case Verdict.NotHarmful not -> false;
      case Verdict.NeedsSecond second -> true;
    };
  }

  /**
   * What it means that the job is the same as {@code original}: if somebody said before that it is
   * the same as one that has since become the same as {@code original}, both say the same, and the
   * second word is written as the first.
   */
  Verdict.DuplicateOf sameAs(UUID job, Job original) {
    var named = new Verdict.DuplicateOf(original.id());
    return jobs.byId(job).stream()
        .flatMap(found -> found.judgements().stream())
        .map(Judgement::verdict)
        .filter(Verdict.DuplicateOf.class::isInstance)
        .map(Verdict.DuplicateOf.class::cast)
        .filter(said -> duplicates.leadsTo(said.job(), original.id()))
        .findFirst()
        .orElse(named);
  }

  /** A judgement that had decided the job was taken back. */
  void takenBack(UUID job, Officer officer, Instant now) {
    cases.ofJob(job).ifPresent(file -> takeOut(job, file, Step.JUDGEMENT_TAKEN_BACK, officer, now));
  }

  /**
   * What is the same goes into one case: the job, and those that were said to be the same as it.
   * Where one person said so before it was known to weigh, a second is asked first, and all that is
   * the same through that job stays outside.
   */
  private void gather(Job job, Job root, Officer officer, Instant now) {
    if (root.needsTwo() && !job.needsTwo()) {
      jobs.put(job.forTwo(), now);
      duplicates.with(job).forEach(same -> leave(same.id(), officer, now));
      return;
    }
    if (!job.id().equals(root.id())) {
      cases.ofJob(root.id()).ifPresent(file -> bring(job.id(), file, officer, now));
    }
    jobs.duplicatesOf(job.id()).forEach(same -> gather(same, root, officer, now));
  }

  private void bring(UUID job, CaseFile file, Officer officer, Instant now) {
    Optional<CaseFile> before = cases.ofJob(job);
    boolean isElsewhere =
        before.filter(other -> other.status() != CaseFile.Status.WITHDRAWN).isPresent();
    if (file.status() == CaseFile.Status.WITHDRAWN || isElsewhere) {
      return;
    }
    leave(job, officer, now);
    Step step =
        file.status() == CaseFile.Status.CLOSED
            ? new Step.Resurfaced(job, Step.SAME)
            : new Step.JobJoined(job);
    addOf(job, step, file, officer, now);
  }

  /** Out of the case that it is in, if it is in one. */
  private void leave(UUID job, Officer officer, Instant now) {
    cases.ofJob(job).ifPresent(file -> addOf(job, new Step.JobLeft(job), file, officer, now));
  }

  private void addOf(UUID job, Step step, CaseFile file, Officer officer, Instant now) {
    add(file, new Step.Taken(now, officer.name(), step));
    enter(
        officer,
        now,
        "case-" + step.code(),
        "case:" + file.number(),
        Map.of("job", job.toString()));
  }

  private void open(Job job, Verdict.Confirmed confirmed, Officer officer, Instant now) {
    Step.Opened opened =
        new Step.Opened(job.id(), confirmed.category(), confirmed.stance(), confirmed.severity());
    Optional<CaseFile> earlier = cases.ofJob(job.id());
    if (earlier.isPresent()) {
      if (earlier.get().opening().equals(opened)) {
        Step again = new Step.Reopened(Step.CONFIRMED_AGAIN);
        add(earlier.get(), new Step.Taken(now, officer.name(), again));
        return;
      }
      leave(job.id(), officer, now); // It is another matter than was thought first.
    }
    if (isBack(job, confirmed, officer, now)) {
      return;
    }
    String number = cases.nextNumber(now.atZone(zone).getYear());
    CaseFile file =
        new CaseFile(
            ids.get(), number, job.region(), List.of(new Step.Taken(now, officer.name(), opened)));
    cases.open(file);
    enter(officer, now, "case-opened", "case:" + number, Map.of("job", job.id().toString()));
  }

  /**
   * Whether the job shares something with a closed case of the same kind, which is then taken up
   * again instead of a new one: what was dealt with is back, and its history says what was tried.
   */
  private boolean isBack(Job job, Verdict.Confirmed confirmed, Officer officer, Instant now) {
    Optional<Lineage.Found> earlier = lineage.of(job.id(), confirmed.category());
    if (earlier.isEmpty()) {
      return false;
    }
    Step back = new Step.Resurfaced(job.id(), earlier.get().shared());
    add(earlier.get().file(), new Step.Taken(now, officer.name(), back));
    enter(
        officer,
        now,
        "case-" + back.code(),
        "case:" + earlier.get().file().number(),
        Map.of("job", job.id().toString(), "shared", earlier.get().shared()));
    return true;
  }

  /**
   * A case that began with the judgement is withdrawn, and keeps what came with it. Out of another,
   * the job goes again with all that is the same, and the case rests if nothing else took it up.
   */
  private void takeOut(UUID job, CaseFile file, String why, Officer officer, Instant now) {
    if (file.opening().job().equals(job)) {
      add(file, new Step.Taken(now, officer.name(), new Step.Withdrawn(why)));
      return;
    }
    Set<UUID> going = new LinkedHashSet<>(List.of(job));
    duplicates.of(job).forEach(same -> going.add(same.id()));
    boolean rests = file.restsBut(going);
    for (UUID one : going) {
      leave(one, officer, now);
    }
    if (rests) {
      cases
          .byNumber(file.number())
          .ifPresent(left -> add(left, new Step.Taken(now, officer.name(), new Step.Closed(why))));
    }
  }

  /**
   * A picture was kept as evidence of a case. A closed case of the same kind that holds the same
   * picture, or one that looks like it, is taken up again, and the history of each names the other.
   *
   * @param looks what it looks like; none if that could not be said
   * @return the number of the case that was taken up again
   */
  Optional<String> kept(
      String number, Hash picture, List<Look> looks, Officer officer, Instant now) {
    Optional<Lineage.Found> earlier =
        cases.byNumber(number).flatMap(file -> lineage.of(file, picture, looks));
    earlier.ifPresent(
        found -> {
          String other = found.file().number();
          int bits = found.bitsApart();
          add(other, new Step.SharesWith(number, found.shared(), bits), officer, now);
          add(number, new Step.SharesWith(other, found.shared(), bits), officer, now);
        });
    return earlier.map(found -> found.file().number());
  }

  /** One more step for a case. */
  Optional<CaseFlow.Answer> add(String number, Step step, Officer officer, Instant now) {
    return cases
        .byNumber(number)
        .map(
            file ->
                step instanceof Step.Reopened && !holdsFound(file)
                    ? new CaseFlow.Answer.Refused(CaseFlow.Refusal.NOTHING_FOUND)
                    : addByHand(file, step, officer, now));
  }

  private CaseFlow.Answer addByHand(CaseFile file, Step step, Officer officer, Instant now) {
    CaseFlow.Answer answer = add(file, new Step.Taken(now, officer.name(), step));
    if (answer instanceof CaseFlow.Answer.Done) {
      enter(officer, now, "case-" + step.code(), "case:" + file.number(), Map.of());
      if (step instanceof Step.Reopened) {
        leaveBehind(file, officer, now);
      }
    }
    return answer;
  }

  /** Whether people still find anything in it harmful. */
  private boolean holdsFound(CaseFile file) {
    return jobsOf(file).anyMatch(job -> job.standing().isFound());
  }

  private Stream<Job> jobsOf(CaseFile file) {
    return file.jobs().stream().flatMap(job -> jobs.byId(job).stream());
  }

  /** What is not harmful, or not judged any more, does not come along when a case is reopened. */
  private void leaveBehind(CaseFile file, Officer officer, Instant now) {
    for (Job job : jobsOf(file).toList()) {
      if (job.standing() == Standing.DISMISSED || job.standing() == Standing.WAITING) {
        leave(job.id(), officer, now);
      }
    }
  }

  /** One more step that nobody took by hand: a letter left, a reply came in. */
  Optional<CaseFlow.Answer> addByItself(String number, Step step, Instant now) {
    return cases
        .byNumber(number)
        .map(
            file -> {
              CaseFlow.Answer answer = add(file, new Step.Taken(now, Link.RONDA, step));
              if (answer instanceof CaseFlow.Answer.Done) {
                audit.accept(
                    new Link.Entry(now, Link.RONDA, "case-" + step.code(), "case:" + number, "{}"));
              }
              return answer;
            });
  }

  /** What came before is told before. */
  private CaseFlow.Answer add(CaseFile file, Step.Taken step) {
    CaseFlow.Answer answer = CaseFlow.after(file, step);
    if (!(answer instanceof CaseFlow.Answer.Done)) {
      return answer;
    }
    CaseFile longer = withCopies(file, step.at()).after(step);
    cases.add(longer);
    return new CaseFlow.Answer.Done(longer);
  }

  private void enter(
      Officer officer, Instant now, String act, String subject, Map<String, String> words) {
    audit.accept(new Link.Entry(now, officer.signature(), act, subject, Body.of(words)));
  }
}

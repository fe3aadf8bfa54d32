package ronda.casework;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import ronda.casework.cases.CaseFile;
import ronda.casework.cases.Cases;
import ronda.casework.cases.Step;
import ronda.casework.chain.Body;
import ronda.casework.chain.Hash;
import ronda.casework.chain.Link;
import ronda.casework.evidence.Items;
import ronda.casework.evidence.Look;
import ronda.casework.intake.ByHand;
import ronda.casework.intake.FoundPost;
import ronda.casework.intake.Grouping;
import ronda.casework.office.Officer;
import ronda.casework.office.Region;
import ronda.casework.review.Arrivals;
import ronda.casework.review.Job;
import ronda.casework.review.Jobs;
import ronda.casework.review.Judgement;
import ronda.casework.review.Reviewing;
import ronda.casework.review.Reviewing.Answer;
import ronda.casework.review.Reviewing.Refusal;
import ronda.casework.review.SecondLook;
import ronda.casework.review.Standing;
import ronda.casework.review.Verdict;
import ronda.casework.review.Worst;
import ronda.identify.decide.Finding;
import ronda.identify.post.Origin;

/**
 * One office's desk (meja): what comes in, what is decided, what becomes of it. Each method is one
 * change, to be made whole or not at all: the caller opens the transaction and hands in what stands
 * behind it.
 */
public final class Desk {
  /** Who is named where no person acted. */
  private static final String MACHINE = "Ronda";

  private final Jobs jobs;
  private final Cases cases;
  private final Lineage lineage;
  private final Duplicates duplicates;
  private final Grouping grouping;
  private final Consumer<Link.Entry> audit;
  private final int secondLookPercent;
  private final Supplier<UUID> ids;

  /**
   * @param items where it is looked for pictures that were seen before
   * @param audit where every act of a person is entered
   * @param secondLookPercent which share of ordinary jobs two people judge, 0 to 100
   * @param ids where a new job or case gets its id
   */
  public Desk(
      Jobs jobs,
      Cases cases,
      Items items,
      Grouping grouping,
      Consumer<Link.Entry> audit,
      int secondLookPercent,
      Supplier<UUID> ids) {
    this.jobs = jobs;
    this.cases = cases;
    this.lineage = new Lineage(jobs, cases, items);
    this.duplicates = new Duplicates(jobs);
    this.grouping = grouping;
    this.audit = audit;
    this.secondLookPercent = secondLookPercent;
    this.ids = ids;
  }

  /**
   * What became of posts that came in.
   *
   * @param begun posts that began a job
   * @param joined posts that joined one
   * @param known posts that were kept already
   */
  public record Received(int begun, int joined, int known) {
    /** These and those together. */
    public Received and(Received more) {
      return new Received(begun + more.begun, joined + more.joined, known + more.known);
    }
  }

  /**
   * What became of a post that an officer raised.
   *
   * @param job which it is in
   */
  public record Raised(UUID job, Received received) {}

  /**
   * Somebody, or a program in somebody's name, begins to bring posts.
   *
   * @param way how they come in, such as {@code upload}
   */
  public void brings(UUID batch, String sender, String way, Instant now) {
    audit.accept(
        new Link.Entry(
            now, sender, "posts-brought", "batch:" + batch, Body.of(Map.of("way", way))));
  }

  /** Keeps found posts, each in the job it belongs to. */
  public Received receive(List<FoundPost> posts) {
    int known = 0;
    Arrivals arrivals = new Arrivals(posts, jobs);
    for (FoundPost post : posts) {
      if (!arrivals.isNew(post)) {
        known++;
        continue;
      }
      grouping
          .jobFor(post, arrivals)
          .ifPresentOrElse(
              joining -> arrivals.join(joining, post), () -> arrivals.begin(job(post), post));
    }
    arrivals.keep();
    Map<UUID, Integer> joined = arrivals.joined();
    Set<UUID> withCase = cases.jobsWithCase(joined.keySet());
    joined.forEach(
        (job, more) -> {
          if (withCase.contains(job)) {
            tellCase(job, more);
          }
        });
    return new Received(
        arrivals.begun(), joined.values().stream().mapToInt(Integer::intValue).sum(), known);
  }

  /**
   * {@code officer} found something in a post that no policy raised. It begins a job for two
   * people, of whom the officer is the first; or it joins one that is there, and nothing more is
   * said.
   *
   * @param post whose only finding is {@link ByHand}
   */
  public Raised raise(
      FoundPost post, Officer officer, Verdict.Confirmed verdict, String reason, Instant now) {
    Received received = receive(List.of(post));
    UUID job = jobs.holding(post.print()).orElseThrow();
    if (received.begun() == 1) {
      take(job, officer, now);
      judge(job, officer, verdict, reason, now);
    } else if (received.known() == 1) { // The very same post: nothing grew by it.
      jobs.byId(job)
          .filter(known -> !known.standing().isDecided() && !known.isForgotten())
          .ifPresent(known -> jobs.put(known.forTwo(), now));
    }
    return new Raised(job, received);
  }

  /** The job that a post begins. */
  private Job job(FoundPost post) {
    UUID id = ids.get();
    Finding finding = post.first();
    Origin origin = post.post().origin();
    String text = post.post().text();
    Instant seen = post.seenAt();
    return new Job(
        id,
        finding.category(),
        finding.stance(),
        finding.severity(),
        finding.score(),
        Region.isCode(origin.region()) ? new Region(origin.region()) : Region.UNKNOWN,
        excerpt(text),
        origin.platform(),
        1,
        origin.author().isBlank() ? 0 : 1,
        seen,
        seen,
        ByHand.is(finding) || SecondLook.isNeeded(finding.category(), text, id, secondLookPercent),
        Optional.empty(),
        List.of(),
        post.categories(),
        Optional.empty());
  }

  private static String excerpt(String text) {
    if (text.length() <= Job.EXCERPT) {
      return text;
    }
    int end = Job.EXCERPT - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  /** Copies that come in after the decision belong to the case's history. */
  private void tellCase(UUID job, int posts) {
    Optional<CaseFile> file = cases.ofJob(job);
    Optional<Job> joined = file.flatMap(one -> jobs.byId(job));
    if (joined.isPresent() && file.isPresent()) {
      Step step = new Step.PostsJoined(posts, "copy");
      add(file.get(), new Step.Taken(joined.get().lastSeen(), MACHINE, step));
    }
  }

  /** {@code officer} takes a job into hand. */
  public Answer take(UUID job, Officer officer, Instant now) {
    return change(
        job, officer, now, "job-taken", found -> Reviewing.take(found, officer.id(), now));
  }

  /** {@code officer} gives a job back undecided. */
  public Answer release(UUID job, Officer officer, Instant now) {
    return change(
        job, officer, now, "job-released", found -> Reviewing.release(found, officer.id(), now));
  }

  /**
   * The holder judges a job. A confirmation that stands opens a case; what is the same as another
   * job goes where that one is, and is for two people where that one is.
   */
  public Answer judge(UUID job, Officer officer, Verdict verdict, String reason, Instant now) {
    Optional<Job> original = original(verdict, officer);
    if (verdict instanceof Verdict.DuplicateOf && original.isEmpty()) {
      return new Answer.Refused(Refusal.NO_SUCH_ORIGINAL);
    }
    boolean weighs = original.filter(Job::needsTwo).isPresent();
    Judgement judgement = new Judgement(officer.id(), now, verdict, reason);
    Answer answer =
        change(
            job,
            officer,
            now,
            "job-judged",
            Map.of("verdict", verdict.code(), "reason", reason),
            found -> Reviewing.judge(weighs ? found.forTwo() : found, judgement));
    if (answer instanceof Answer.Done done) {
      settle(done.job(), officer, now);
    }
    return answer;
  }

  /** What follows from a judgement, if the job is decided by it. */
  private void settle(Job job, Officer officer, Instant now) {
    Verdict decided = job.decided().orElse(null);
    if (decided == null) {
      return;
    }
    // A job that was asked about anew, because of what came in with the first word, is in a case.
    Optional<CaseFile> in =
        cases.ofJob(job.id()).filter(file -> file.status() == CaseFile.Status.OPEN);
    boolean stays = in.filter(file -> belongs(job, decided, file)).isPresent();
    if (!stays) {
      in.ifPresent(file -> takeOut(job.id(), file, officer, now));
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

  private Optional<Job> original(Verdict verdict, Officer officer) {
    return verdict instanceof Verdict.DuplicateOf same
        ? jobs.byId(same.job())
            .filter(found -> found.standing() != Standing.DUPLICATE && !found.isForgotten())
            .filter(found -> isFor(officer, found))
        : Optional.empty();
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
    String number = cases.nextNumber(now.atZone(ZoneOffset.UTC).getYear());
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
   * A picture was kept as evidence of a case. A closed case of the same kind that holds the same
   * picture, or one that looks like it, is taken up again, and the history of each names the other.
   *
   * @param looks what it looks like; none if that could not be said
   * @return the number of the case that was taken up again
   */
  public Optional<String> kept(
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

  /** {@code officer} takes back what was just decided; a case that rested on it is withdrawn. */
  public Answer undo(UUID job, Officer officer, Instant now) {
    Optional<Job> before = jobs.byId(job);
    Answer answer =
        change(job, officer, now, "job-undone", found -> Reviewing.undo(found, officer.id(), now));
    if (answer instanceof Answer.Done
        && before.filter(was -> was.standing().isFound()).isPresent()) {
      cases.ofJob(job).ifPresent(file -> takeOut(job, file, officer, now));
    }
    return answer;
  }

  /**
   * A case that began with the judgement is withdrawn, and keeps what came with it. Out of another,
   * the job goes again with all that is the same, and the case rests if nothing else took it up.
   */
  private void takeOut(UUID job, CaseFile file, Officer officer, Instant now) {
    String why = Step.JUDGEMENT_TAKEN_BACK;
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

  /** One more step for a case. */
  public Optional<CaseFlow.Answer> add(String number, Step step, Officer officer, Instant now) {
    return cases
        .byNumber(number)
        .map(
            file -> {
              CaseFlow.Answer answer = add(file, new Step.Taken(now, officer.name(), step));
              if (answer instanceof CaseFlow.Answer.Done) {
                enter(officer, now, "case-" + step.code(), "case:" + number, Map.of());
              }
              return answer;
            });
  }

  /** One more step that nobody took by hand: a letter left, a reply came in. */
  public Optional<CaseFlow.Answer> addByItself(String number, Step step, Instant now) {
    return cases
        .byNumber(number)
        .map(
            file -> {
              CaseFlow.Answer answer = add(file, new Step.Taken(now, MACHINE, step));
              if (answer instanceof CaseFlow.Answer.Done) {
                audit.accept(
                    new Link.Entry(now, MACHINE, "case-" + step.code(), "case:" + number, "{}"));
              }
              return answer;
            });
  }

  private CaseFlow.Answer add(CaseFile file, Step.Taken step) {
    CaseFlow.Answer answer = CaseFlow.after(file, step);
    if (answer instanceof CaseFlow.Answer.Done done) {
      cases.add(done.file());
    }
    return answer;
  }

  private interface Change {
    Answer of(Job job);
  }

  private Answer change(UUID job, Officer officer, Instant now, String act, Change change) {
    return change(job, officer, now, act, Map.of(), change);
  }

  private Answer change(
      UUID id, Officer officer, Instant now, String act, Map<String, String> words, Change change) {
    Optional<Job> found = jobs.byId(id).filter(job -> isFor(officer, job) && !job.isForgotten());
    if (found.isEmpty()) {
      return new Answer.Refused(Refusal.NO_SUCH_JOB);
    }
    Answer answer = change.of(found.get());
    if (answer instanceof Answer.Done done) {
      jobs.put(done.job(), now);
      enter(officer, now, act, "job:" + id, words);
    }
    return answer;
  }

  /**
   * Whether this person may be shown the job: its place and, where any of its posts may hold the
   * worst, the consent.
   */
  public static boolean isFor(Officer officer, Job job) {
    return isHere(officer, job.region()) && bears(officer, job);
  }

  /** Whether this person serves where it is; what is nowhere known is everybody's. */
  public static boolean isHere(Officer officer, Region region) {
    return !region.isKnown() || officer.region().holds(region);
  }

  /** Whether this person agreed to be shown what the job's posts may hold. */
  public static boolean bears(Officer officer, Job job) {
    return officer.seesWorst() || !Worst.isIn(job);
  }

  /** Whether this person may be shown the case: its place and, for the worst, the consent. */
  public static boolean isFor(Officer officer, CaseFile file) {
    return isHere(officer, file.region())
        && (officer.seesWorst() || !Worst.categories().contains(file.category()));
  }

  /** Whether this person may be shown the case and the posts of all its jobs. */
  public static boolean isFor(Officer officer, CaseFile file, List<Job> jobs) {
    return isFor(officer, file) && jobs.stream().allMatch(job -> isFor(officer, job));
  }

  private void enter(
      Officer officer, Instant now, String act, String subject, Map<String, String> words) {
    audit.accept(new Link.Entry(now, officer.name(), act, subject, Body.of(words)));
  }
}

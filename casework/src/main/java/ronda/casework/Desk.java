package ronda.casework;

import java.time.Instant;
import java.time.ZoneId;
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
 * One office's desk (meja kerja): what comes in, what is decided, what becomes of it. Each method
 * is one change, to be made whole or not at all: the caller opens the transaction and hands in what
 * stands behind it.
 */
public final class Desk {
  private final Jobs jobs;
  private final Docket docket;
  private final Grouping grouping;
  private final Consumer<Link.Entry> audit;
  private final int secondLookPercent;
  private final Supplier<UUID> ids;

  /**
   * @param items where it is looked for pictures that were seen before
   * @param audit where every act of a person is entered
   * @param secondLookPercent which share of ordinary jobs two people judge, 0 to 100
   * @param ids where a new job or case gets its id
   * @param zone the office's: by its calendar the cases of a year are numbered
   */
  public Desk(
      Jobs jobs,
      Cases cases,
      Items items,
      Grouping grouping,
      Consumer<Link.Entry> audit,
      int secondLookPercent,
      Supplier<UUID> ids,
      ZoneId zone) {
    this.jobs = jobs;
    this.docket = new Docket(jobs, cases, items, audit, ids, zone);
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
    docket.joined(joined);
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
        post.region(),
        excerpt(text),
        origin.platform(),
        1,
        origin.author().isBlank() ? 0 : 1,
        seen,
        seen,
        ByHand.is(finding)
            || SecondLook.isNeeded(finding.category(), post.post(), id, secondLookPercent),
        Optional.empty(),
        List.of(),
        post.categories(),
        Optional.empty(),
        Set.of());
  }

  private static String excerpt(String text) {
    if (text.length() <= Job.EXCERPT) {
      return text;
    }
    int end = Job.EXCERPT - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
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
    Verdict meant = original.<Verdict>map(root -> docket.sameAs(job, root)).orElse(verdict);
    Judgement judgement = new Judgement(officer.id(), now, meant, reason);
    Answer answer =
        change(
            job,
            officer,
            now,
            "job-judged",
            Map.of("verdict", verdict.code(), "reason", reason),
            found -> Reviewing.judge(weighs ? found.forTwo() : found, judgement));
    if (answer instanceof Answer.Done done) {
      docket.settle(done.job(), officer, now);
    }
    return answer;
  }

  private Optional<Job> original(Verdict verdict, Officer officer) {
    return verdict instanceof Verdict.DuplicateOf same
        ? jobs.byId(same.job())
            .filter(found -> found.standing() != Standing.DUPLICATE && !found.isForgotten())
            .filter(found -> isFor(officer, found))
        : Optional.empty();
  }

  /** {@code officer} takes back what was just decided; a case that rested on it is withdrawn. */
  public Answer undo(UUID job, Officer officer, Instant now) {
    Optional<Job> before = jobs.byId(job);
    Answer answer =
        change(job, officer, now, "job-undone", found -> Reviewing.undo(found, officer.id(), now));
    if (answer instanceof Answer.Done
        && before.filter(was -> was.standing().isFound()).isPresent()) {
      docket.takenBack(job, officer, now);
    }
    return answer;
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
    return docket.kept(number, picture, looks, officer, now);
  }

  /** One more step for a case. */
  public Optional<CaseFlow.Answer> add(String number, Step step, Officer officer, Instant now) {
    return docket.add(number, step, officer, now);
  }

  /**
   * Has the histories of cases tell of the copies that came in for them.
   *
   * @param most of at most so many cases
   * @return of how many; as many as {@code most} if there may be more
   */
  public int tellOfCopies(int most, Instant now) {
    return docket.tellOfCopies(most, now);
  }

  /** One more step that nobody took by hand: a letter left, a reply came in. */
  public Optional<CaseFlow.Answer> addByItself(String number, Step step, Instant now) {
    return docket.addByItself(number, step, now);
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
    audit.accept(new Link.Entry(now, officer.signature(), act, subject, Body.of(words)));
  }
}

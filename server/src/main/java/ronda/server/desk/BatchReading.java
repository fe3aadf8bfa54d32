package ronda.server.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.Desk;
import ronda.casework.intake.ByHand;
import ronda.casework.intake.ChildHint;
import ronda.casework.intake.Discretion;
import ronda.casework.intake.FoundPost;
import ronda.casework.policy.Sample;
import ronda.casework.review.Verdict;
import ronda.casework.watch.Watch;
import ronda.identify.Examination;
import ronda.identify.decide.Finding;
import ronda.server.patrol.Admission;
import ronda.server.patrol.Dressed;
import ronda.sources.files.Refusal;
import ronda.sources.files.Row;
import ronda.sources.files.Rows;
import ronda.store.sql.SqlJobs;
import ronda.store.sql.SqlWatchedAccounts;

/**
 * One batch while it is being read: its posts walk past the office's patrol, and what was found
 * goes to the desk a few hundred at a time.
 */
final class BatchReading implements Rows {
  /** How many found posts are kept in one transaction. */
  private static final int AT_ONCE = 200;

  /**
   * How many rejected lines of one batch are kept to be downloaded, and how many letters of them in
   * UTF-16 units; more are only counted, and page, answer and download say so. A file of which ten
   * thousand lines are wrong is wrong in one way: the first tell it, and whoever sent it has the
   * others. Without the second bound those lines could fill a disk, and the memory of whoever
   * downloads them, at 64 KiB each.
   */
  static final int MOST_REJECTS = 10_000;

  private static final long MOST_REJECTED_UNITS = 32 << 20;

  /** A batch that finds little says at least so often that it goes on. */
  private static final Duration SIGN_OF_LIFE = Duration.ofMinutes(1);

  /** A reason may quote what is not kept. */
  private static final String WITHOUT_WORDS = "diajukan petugas; alasannya tidak disimpan";

  private final Desks desks;
  private final Admission admission;
  private final ChildLane lane;
  private final UUID office;
  private final UUID batch;
  private final int run;
  private final Dressed dressed;
  private final Optional<Intake.Raised> raised;
  private final List<Examination> found = new ArrayList<>();

  /** What no policy found, where the sender does. */
  private final List<Examination> missed = new ArrayList<>();

  private Optional<UUID> raisedTo = Optional.empty();
  private final List<Sample.Harmless> drawn = new ArrayList<>();

  /** Posts that are kept without a word, by the id under which they are: as they came in. */
  private final Map<UUID, FoundPost> wordless = new LinkedHashMap<>();

  private final List<Refusal> refused = new ArrayList<>();
  private long posts;
  private long rejected;
  private long rejectsKept;
  private long rejectedUnits;
  private Instant lastSign;

  /**
   * @param run which reading of the batch this is, from 1: a later one stops it
   */
  BatchReading(
      Desks desks,
      Admission admission,
      ChildLane lane,
      Intake.Sending sending,
      UUID batch,
      int run,
      Dressed dressed) {
    this.desks = desks;
    this.admission = admission;
    this.lane = lane;
    this.office = sending.office();
    this.raised = sending.raised();
    this.batch = batch;
    this.run = run;
    this.dressed = dressed;
    this.lastSign = desks.clock().instant();
  }

  @Override
  public void read(Row row) {
    posts++;
    Examination examined = dressed.patrol().examine(row.post());
    if (!examined.findings().isEmpty()) {
      found.add(examined);
    } else if (raised.isPresent()) {
      missed.add(examined);
    } else if (admission.draws() && !ChildHint.in(examined)) {
      drawn.add(new Sample.Harmless(examined.post(), examined.entities()));
    }
    if (found.size() >= AT_ONCE || drawn.size() >= AT_ONCE || isSilent()) {
      flush();
    }
  }

  /** The post as it is kept, but for what a hint at a child leaves out of it. */
  private FoundPost whole(Examination examined, List<Finding> findings) {
    return new FoundPost(
        desks.newId(),
        Discretion.hide(examined.post(), examined.entities()),
        findings,
        examined.entities(),
        desks.clock().instant());
  }

  private FoundPost kept(boolean hinted, FoundPost post) {
    if (!hinted) {
      return post;
    }
    wordless.put(post.id(), post);
    return ChildHint.withoutWords(post);
  }

  /**
   * The posts of which a finding reaches people; the others are harmless as far as they go. A post
   * that is kept already takes no room in a policy's daily limit: nobody is asked about it anew.
   *
   * @param byHand is told of posts that only their sender finds harmful
   * @param sample is told of posts that are drawn to be kept
   */
  private List<FoundPost> admitted(
      List<Examination> byHand, List<Sample.Harmless> sample, JdbcClient jdbc) {
    FirstTimes times =
        FirstTimes.of(found, one -> whole(one, one.findings()), new SqlJobs(jdbc)::known);
    List<Examination> anew = times.anew();
    List<List<Finding>> findings =
        admission.admit(
            office,
            anew.stream().map(Examination::findings).toList(),
            dressed.limits(),
            desks.clock().instant());
    times.admit(findings);
    List<FoundPost> admitted = new ArrayList<>();
    for (FirstTimes.One one : times.all()) {
      Optional<FoundPost> post = times.kept(one);
      if (post.isPresent()) {
        admitted.add(kept(one.hinted(), post.get()));
      } else if (raised.isPresent()) {
        byHand.add(one.examined());
      } else if (admission.draws() && !one.hinted()) {
        sample.add(new Sample.Harmless(one.examined().post(), one.examined().entities()));
      }
    }
    return admitted;
  }

  /** What no policy raised goes to the desk in the name of the officer who does. */
  private Desk.Received raise(
      Examination examined, Intake.Raised what, Desk desk, List<FoundPost> arrived) {
    Verdict.Confirmed verdict = what.verdict();
    Finding finding = ByHand.finding(examined, verdict.category());
    // A sexual finding beside a child's word is a hint, whoever makes it.
    var found =
        new Examination(
            examined.post(),
            List.of(finding),
            examined.scores(),
            examined.entities(),
            examined.terms());
    boolean hinted = ChildHint.in(found);
    FoundPost post = kept(hinted, whole(found, found.findings()));
    arrived.add(post);
    String reason = hinted ? WITHOUT_WORDS : what.reason();
    Desk.Raised done = desk.raise(post, what.by(), verdict, reason, desks.clock().instant());
    raisedTo = Optional.of(done.job());
    return done.received();
  }

  @Override
  public void refused(Refusal refusal) {
    rejected++;
    rejectedUnits += refusal.input().length();
    if (rejectsKept < MOST_REJECTS && rejectedUnits <= MOST_REJECTED_UNITS) {
      refused.add(discreet(refusal));
      rejectsKept++;
    }
    if (refused.size() >= AT_ONCE || isSilent()) {
      flush();
    }
  }

  private boolean isSilent() {
    return !desks.clock().instant().isBefore(lastSign.plus(SIGN_OF_LIFE));
  }

  /** A line that cannot be read is kept for its sender, but not if it hints at a child. */
  private static Refusal discreet(Refusal refusal) {
    return ChildHint.in(refusal.input())
        ? new Refusal(
            refusal.line(), refusal.why(), ChildHint.instead(refusal.input()), refusal.bytes())
        : refusal;
  }

  /**
   * The watchlist hears who posted and who is named; nothing there is done by a person, so nothing
   * is audited.
   */
  private Watch watch(JdbcClient jdbc) {
    return new Watch(new SqlWatchedAccounts(jdbc), entry -> {}, desks::newId);
  }

  /** The job of the post that the sender raised; empty if a policy did, or nobody. */
  Optional<UUID> raisedTo() {
    return raisedTo;
  }

  /**
   * Keeps what has been read so far.
   *
   * @throws Intake.Overtaken if somebody began the batch anew meanwhile
   */
  void flush() {
    desks.changeInTurn(
        office,
        (desk, jdbc) -> {
          List<Examination> byHand = new ArrayList<>(missed);
          List<Sample.Harmless> sample = new ArrayList<>(drawn);
          wordless.clear();
          // One batch at a time groups an office's posts: two at once would each begin a job for
          // the same text.
          jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:office, 1))")
              .param("office", "intake of " + office)
              .query()
              .singleRow();
          Batches batches = new Batches(jdbc);
          if (!batches.goesOn(batch, run, desks.clock().instant())) {
            throw new Intake.Overtaken(batch);
          }
          new SqlJobs(jdbc).cameWith(batch);
          List<FoundPost> admitted = admitted(byHand, sample, jdbc);
          Desk.Received received = desk.receive(admitted);
          List<FoundPost> arrived = new ArrayList<>(admitted);
          for (Examination examined : byHand) {
            received = received.and(raise(examined, raised.orElseThrow(), desk, arrived));
          }
          wordless.forEach((id, post) -> lane.report(id, post, jdbc));
          watch(jdbc).seen(WatchedAuthors.sightings(arrived), desks.clock().instant());
          batches.reject(batch, refused);
          int kept = arrived.size();
          batches.count(batch, posts, kept, received.known(), received.begun(), rejected);
          admission.keep(office, posts - kept, sample, desks.clock().instant());
          return true;
        });
    found.clear();
    drawn.clear();
    missed.clear();
    wordless.clear();
    refused.clear();
    posts = 0;
    rejected = 0;
    lastSign = desks.clock().instant();
  }
}

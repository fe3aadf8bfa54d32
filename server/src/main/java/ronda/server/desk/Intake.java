package ronda.server.desk;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ronda.casework.Desk;
import ronda.casework.intake.ByHand;
import ronda.casework.intake.ChildHint;
import ronda.casework.intake.Discretion;
import ronda.casework.intake.FoundPost;
import ronda.casework.office.Officer;
import ronda.casework.policy.Sample;
import ronda.casework.review.Verdict;
import ronda.casework.watch.Watch;
import ronda.identify.Examination;
import ronda.identify.decide.Finding;
import ronda.server.patrol.Admission;
import ronda.server.patrol.Dressed;
import ronda.server.patrol.OfficePatrols;
import ronda.sources.files.Chunk;
import ronda.sources.files.Format;
import ronda.sources.files.Input;
import ronda.sources.files.Naming;
import ronda.sources.files.Refusal;
import ronda.sources.files.Row;
import ronda.sources.files.Rows;
import ronda.sources.files.Source;
import ronda.store.sql.SqlJobs;
import ronda.store.sql.SqlWatchedAccounts;

/**
 * Reads posts, walks them past the office's patrol, and keeps what was found. What has no finding
 * is counted and let go.
 */
@Component
public final class Intake {
  /** What a batch may unpack to, in bytes: eight times what a page takes in. */
  public static final long MOST_UNPACKED = 512L << 20;

  /** How many found posts are kept in one transaction. */
  private static final int AT_ONCE = 200;

  /** How many rejected lines of one batch are kept to be downloaded; more are only counted. */
  private static final int MOST_REJECTS = 10_000;

  /** A reason may quote what is not kept. */
  private static final String WITHOUT_WORDS = "diajukan petugas; alasannya tidak disimpan";

  /** After so long, a batch that never finished is taken to have been cut off. */
  private static final Duration CUT_OFF = Duration.ofMinutes(10);

  /** More batches that broke off are not remembered: they wait until they are cut off. */
  private static final int MOST_GIVEN_UP = 10_000;

  private final Desks desks;
  private final OfficePatrols patrols;
  private final Admission admission;

  /** Batches that this server gave up on halfway: whoever sends them again need not wait. */
  private final Set<UUID> givenUp = ConcurrentHashMap.newKeySet();

  /** Twice as many as there are processors: while one batch waits for the disk, another reads. */
  private final Semaphore places = new Semaphore(2 * Runtime.getRuntime().availableProcessors());

  private final ChildLane lane;

  Intake(Desks desks, OfficePatrols patrols, Admission admission, ChildLane lane) {
    this.lane = lane;
    this.desks = desks;
    this.patrols = patrols;
    this.admission = admission;
  }

  /**
   * Who sends posts, and how.
   *
   * @param key the sender's own key for this batch, so that sending it twice keeps it once; empty
   *     for none
   * @param raised what the sender finds in the post where no policy finds anything
   */
  public record Sending(
      UUID office, String sender, Batch.Way way, String name, String key, Optional<Raised> raised) {
    public Sending(UUID office, String sender, Batch.Way way, String name, String key) {
      this(office, sender, way, name, key, Optional.empty());
    }
  }

  /** What an officer finds in a post, and why. */
  public record Raised(Officer by, Verdict.Confirmed verdict, String reason) {}

  /** What came of an attempt to send posts. */
  public sealed interface Answer {
    /**
     * They were read, now or when they were sent with the same key before.
     *
     * @param raised the job of the post that the sender raised; empty if a policy did, or nobody
     */
    record Done(Batch batch, Optional<UUID> raised) implements Answer {}

    /** Too much is being read already: try again after this time. */
    record Busy(Duration again) implements Answer {}
  }

  /** Reads all of {@code bytes}. A line that cannot be read is kept for the sender and skipped. */
  public Answer receive(Sending sending, InputStream bytes, Format format) throws IOException {
    return receive(sending, bytes, format, Naming.OURS);
  }

  /** As above, of a file that calls our fields by other names. */
  public Answer receive(Sending sending, InputStream bytes, Format format, Naming naming)
      throws IOException {
    if (!places.tryAcquire()) {
      return new Answer.Busy(Duration.ofSeconds(2));
    }
    try {
      Opening opening = open(sending);
      return switch (opening) {
        case Opening.Read read ->
            Apart.call(() -> readOrGiveUp(sending, read.batch(), bytes, format, naming));
        case Opening.Known known -> new Answer.Done(known.batch(), Optional.empty());
        case Opening.Underway underway -> new Answer.Busy(CUT_OFF);
      };
    } finally {
      places.release();
    }
  }

  private sealed interface Opening {
    record Read(UUID batch) implements Opening {}

    record Known(Batch batch) implements Opening {}

    record Underway() implements Opening {}
  }

  private Opening open(Sending sending) {
    List<UUID> again = new ArrayList<>();
    try {
      return open(sending, again);
    } catch (RuntimeException broken) {
      givenUp.addAll(again); // It broke again before it began.
      throw broken;
    }
  }

  /**
   * @param again is told which batch is taken up that this server gave up on
   */
  private Opening open(Sending sending, List<UUID> again) {
    Instant now = desks.clock().instant();
    return desks.change(
        sending.office(),
        (desk, jdbc) -> {
          Batches batches = new Batches(jdbc);
          Optional<Batch> earlier =
              sending.key().isEmpty() ? Optional.empty() : batches.withKey(sending.key());
          if (earlier.isPresent() && earlier.get().finished()) {
            return new Opening.Known(earlier.get());
          }
          if (earlier.isPresent() && givenUp.remove(earlier.get().id())) {
            again.add(earlier.get().id());
          } else if (earlier.isPresent() && earlier.get().at().plus(CUT_OFF).isAfter(now)) {
            return new Opening.Underway();
          }
          if (earlier.isPresent()) {
            batches.restart(earlier.get().id(), now);
            return new Opening.Read(earlier.get().id());
          }
          UUID id = desks.newId();
          batches.begin(id, now, sending.sender(), sending.way(), sending.name(), sending.key());
          desk.brings(id, sending.sender(), sending.way().name().toLowerCase(Locale.ROOT), now);
          return new Opening.Read(id);
        });
  }

  private Answer.Done readOrGiveUp(
      Sending sending, UUID batch, InputStream bytes, Format format, Naming naming)
      throws IOException {
    try {
      return read(sending, batch, bytes, format, naming);
    } catch (IOException | RuntimeException broken) {
      if (!sending.key().isEmpty() && givenUp.size() < MOST_GIVEN_UP) {
        givenUp.add(batch);
      }
      throw broken;
    }
  }

  private Answer.Done read(
      Sending sending, UUID batch, InputStream bytes, Format format, Naming naming)
      throws IOException {
    Reading reading = new Reading(sending, batch, patrols.dressed(sending.office()));
    Input.Reading names = new Input.Reading("", "", naming);
    Source sent = Source.of("-");
    try (Input input = Input.open(sent, format, names, bytes, new AtomicLong(), MOST_UNPACKED)) {
      Optional<Chunk> chunk = input.next();
      while (chunk.isPresent()) {
        chunk.get().read(reading);
        chunk = input.next();
      }
    }
    reading.flush();
    return desks.change(
        sending.office(),
        (desk, jdbc) -> {
          Batches batches = new Batches(jdbc);
          batches.finish(batch);
          return new Answer.Done(batches.byId(batch).orElseThrow(), reading.raisedTo);
        });
  }

  /** One batch while it is being read. */
  private final class Reading implements Rows {
    private final UUID office;
    private final UUID batch;
    private final Dressed dressed;
    private final Optional<Raised> raised;
    private final List<Examination> found = new ArrayList<>();
    private final List<Examination> missed = new ArrayList<>();
    private Optional<UUID> raisedTo = Optional.empty();
    private final List<Sample.Harmless> drawn = new ArrayList<>();

    /** Posts that are kept without a word, by the id under which they are: as they came in. */
    private final Map<UUID, FoundPost> wordless = new LinkedHashMap<>();

    private final List<Refusal> refused = new ArrayList<>();
    private long posts;
    private long rejected;
    private long rejectedInAll;

    Reading(Sending sending, UUID batch, Dressed dressed) {
      this.office = sending.office();
      this.raised = sending.raised();
      this.batch = batch;
      this.dressed = dressed;
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
      if (found.size() >= AT_ONCE || drawn.size() >= AT_ONCE) {
        flush();
      }
    }

    private FoundPost kept(Examination examined, List<Finding> findings) {
      var post =
          new FoundPost(
              desks.newId(),
              Discretion.hide(examined.post(), examined.entities()),
              findings,
              examined.entities(),
              desks.clock().instant());
      if (!ChildHint.in(examined)) {
        return post;
      }
      wordless.put(post.id(), post);
      return ChildHint.withoutWords(post);
    }

    /**
     * The posts of which a finding reaches people; the others are harmless as far as they go.
     *
     * @param byHand is told of posts that only their sender finds harmful
     * @param sample is told of posts that are drawn to be kept
     */
    private List<FoundPost> admitted(List<Examination> byHand, List<Sample.Harmless> sample) {
      List<List<Finding>> findings =
          admission.admit(
              office,
              found.stream().map(Examination::findings).toList(),
              dressed.limits(),
              desks.clock().instant());
      List<FoundPost> admitted = new ArrayList<>();
      for (int i = 0; i < found.size(); i++) {
        Examination examined = found.get(i);
        if (findings.get(i).stream().anyMatch(finding -> !finding.shadow())) {
          admitted.add(kept(examined, findings.get(i)));
        } else if (raised.isPresent()) {
          byHand.add(examined);
        } else if (admission.draws() && !ChildHint.in(examined)) {
          sample.add(new Sample.Harmless(examined.post(), examined.entities()));
        }
      }
      return admitted;
    }

    /** What no policy raised goes to the desk in the name of the officer who does. */
    private Desk.Received raise(Examination examined, Raised what, Desk desk) {
      Verdict.Confirmed verdict = what.verdict();
      Finding finding =
          ByHand.finding(examined, verdict.category(), verdict.stance(), verdict.severity());
      // A sexual finding beside a child's word is a hint, whoever makes it.
      var found =
          new Examination(
              examined.post(),
              List.of(finding),
              examined.scores(),
              examined.entities(),
              examined.terms());
      FoundPost post = kept(found, found.findings());
      String reason = ChildHint.in(found) ? WITHOUT_WORDS : what.reason();
      Desk.Raised done = desk.raise(post, what.by(), verdict, reason, desks.clock().instant());
      raisedTo = Optional.of(done.job());
      return done.received();
    }

    @Override
    public void refused(Refusal refusal) {
      rejected++;
      if (rejectedInAll++ < MOST_REJECTS) {
        refused.add(discreet(refusal));
      }
      if (refused.size() >= AT_ONCE) {
        flush();
      }
    }

    /** A line that cannot be read is kept for its sender, but not if it hints at a child. */
    private static Refusal discreet(Refusal refusal) {
      return ChildHint.in(refusal.input())
          ? new Refusal(
              refusal.line(), refusal.why(), ChildHint.instead(refusal.input()), refusal.bytes())
          : refusal;
    }

    /** The watchlist hears who posted; nothing there is done by a person, so nothing is audited. */
    private Watch watch(JdbcClient jdbc) {
      return new Watch(new SqlWatchedAccounts(jdbc), entry -> {}, desks::newId);
    }

    private static List<Watch.Sighting> sightings(List<FoundPost> admitted) {
      return admitted.stream()
          .filter(post -> !post.post().origin().author().isEmpty())
          .map(
              post ->
                  new Watch.Sighting(
                      post.post().origin().platform(),
                      post.post().origin().author(),
                      post.seenAt()))
          .toList();
    }

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
            new SqlJobs(jdbc).cameWith(batch);
            List<FoundPost> admitted = admitted(byHand, sample);
            Desk.Received received = desk.receive(admitted);
            for (Examination examined : byHand) {
              received = received.and(raise(examined, raised.orElseThrow(), desk));
            }
            wordless.forEach((id, post) -> lane.report(id, post, jdbc));
            watch(jdbc).seen(sightings(admitted), desks.clock().instant());
            Batches batches = new Batches(jdbc);
            batches.reject(batch, refused);
            int kept = admitted.size() + byHand.size();
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
    }
  }
}

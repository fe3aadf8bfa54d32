package ronda.server.desk;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import ronda.casework.office.Officer;
import ronda.casework.review.Verdict;
import ronda.server.patrol.Admission;
import ronda.server.patrol.Dressed;
import ronda.server.patrol.FirstPolicies;
import ronda.server.patrol.OfficePatrols;
import ronda.sources.files.Chunk;
import ronda.sources.files.Format;
import ronda.sources.files.Input;
import ronda.sources.files.Naming;
import ronda.sources.files.Refusal;
import ronda.sources.files.Source;

/**
 * Reads posts, walks them past the office's patrol, and keeps what was found. What has no finding
 * is counted and let go.
 */
@Component
public final class Intake {
  /** What a batch may unpack to, in bytes: eight times what a page takes in. */
  public static final long MOST_UNPACKED = 512L << 20;

  /** After so long without a sign of life, a batch is taken to have been cut off. */
  private static final Duration CUT_OFF = Duration.ofMinutes(10);

  /** More batches that broke off are not remembered: they wait until they are cut off. */
  private static final int MOST_GIVEN_UP = 10_000;

  private final Desks desks;
  private final OfficePatrols patrols;
  private final FirstPolicies first;
  private final Admission admission;

  /** Batches that this server gave up on halfway: whoever sends them again need not wait. */
  private final Set<UUID> givenUp = ConcurrentHashMap.newKeySet();

  /** Twice as many as there are processors: while one batch waits for the disk, another reads. */
  private final Seats seats = new Seats(2 * Runtime.getRuntime().availableProcessors());

  private final ChildLane lane;

  Intake(
      Desks desks,
      OfficePatrols patrols,
      FirstPolicies first,
      Admission admission,
      ChildLane lane) {
    this.lane = lane;
    this.first = first;
    this.desks = desks;
    this.patrols = patrols;
    this.admission = admission;
  }

  /**
   * Who sends posts, and how.
   *
   * @param officer the person who sends them; empty where a program does
   * @param key so that sending the batch twice keeps it once; empty for none
   * @param raised what the sender finds in the post where no policy finds anything
   */
  public record Sending(
      UUID office,
      String sender,
      Optional<Officer> officer,
      Batch.Way way,
      String name,
      Optional<Key> key,
      Optional<Raised> raised) {
    /** Of a program. */
    public Sending(UUID office, String sender, Batch.Way way, String name, Optional<Key> key) {
      this(office, sender, Optional.empty(), way, name, key, Optional.empty());
    }

    /** Of a person. */
    public static Sending by(Officer officer, Batch.Way way, String name, Optional<Raised> raised) {
      return new Sending(
          officer.office(),
          officer.name(),
          Optional.of(officer),
          way,
          name,
          Optional.empty(),
          raised);
    }

    /** As the audit log names who sends them. */
    String signature() {
      return officer.map(Officer::signature).orElse(sender);
    }
  }

  /**
   * A sender's own key for one batch.
   *
   * @param owner the person or the token that sends: two may bear one name
   * @param words as the sender wrote it
   */
  public record Key(UUID owner, String words) {}

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

    /**
     * They broke off: what stood whole before is kept, and the batch waits to be sent again, with
     * the same key if it has one. Only a program is told so: a person reads on the batch's page at
     * which line.
     *
     * @param where the line at which they broke off, and why
     */
    record BrokenOff(Batch batch, Refusal where) implements Answer {}

    /** Its sender sent something else with this key before: nothing of this was read. */
    record KeyTaken(Batch earlier) implements Answer {}
  }

  /** Somebody sent the batch again, and that reading of it counts now. */
  static final class Overtaken extends RuntimeException {
    Overtaken(UUID batch) {
      super("a later reading of the batch " + batch + " has begun");
    }
  }

  /** Reads all of {@code bytes}. A line that cannot be read is kept for the sender and skipped. */
  public Answer receive(Sending sending, InputStream bytes, Format format) throws IOException {
    return receive(sending, bytes, format, Naming.OURS);
  }

  /** As above, of a file that calls our fields by other names. */
  public Answer receive(Sending sending, InputStream bytes, Format format, Naming naming)
      throws IOException {
    if (!seats.take(sending.office())) {
      return new Answer.Busy(Duration.ofSeconds(2));
    }
    try {
      first.of(sending.office());
      Opening opening = open(sending);
      return switch (opening) {
        case Opening.Read read ->
            Apart.call(() -> readOrGiveUp(sending, read, bytes, format, naming));
        case Opening.Known known -> Apart.call(() -> again(known, bytes));
        case Opening.Underway underway -> new Answer.Busy(CUT_OFF);
      };
    } catch (Overtaken overtaken) {
      return new Answer.Busy(CUT_OFF);
    } finally {
      seats.giveBack(sending.office());
    }
  }

  private sealed interface Opening {
    record Read(UUID batch, int run) implements Opening {}

    record Known(Batch batch, Optional<Measured.Measure> sent) implements Opening {}

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
          Optional<Batches.Earlier> found =
              sending.key().flatMap(key -> batches.withKey(key, sending.sender()));
          if (found.isPresent()) {
            return taken(found.get(), batches, now, again);
          }
          UUID id = desks.newId();
          batches.begin(id, now, sending);
          desk.brings(id, sending.signature(), sending.way().name().toLowerCase(Locale.ROOT), now);
          return new Opening.Read(id, 1);
        });
  }

  private Opening taken(Batches.Earlier earlier, Batches batches, Instant now, List<UUID> again) {
    UUID id = earlier.batch().id();
    if (earlier.batch().finished()) {
      return new Opening.Known(earlier.batch(), earlier.sent());
    }
    if (givenUp.remove(id)) {
      again.add(id);
    } else if (earlier.heardAt().plus(CUT_OFF).isAfter(now)) {
      return new Opening.Underway();
    }
    batches.restart(id, now);
    return new Opening.Read(id, earlier.run() + 1);
  }

  /** Batches of before were not measured: they are answered for whatever comes with their key. */
  private static Answer again(Opening.Known known, InputStream bytes) throws IOException {
    boolean same = known.sent().isEmpty() || new Measured(bytes).are(known.sent().get());
    return same
        ? new Answer.Done(known.batch(), Optional.empty())
        : new Answer.KeyTaken(known.batch());
  }

  private Answer readOrGiveUp(
      Sending sending, Opening.Read opened, InputStream bytes, Format format, Naming naming)
      throws IOException {
    try {
      Answer answer = read(sending, opened, bytes, format, naming);
      if (answer instanceof Answer.BrokenOff) {
        giveUp(sending, opened.batch());
      }
      return answer;
    } catch (Overtaken overtaken) {
      throw overtaken; // The later reading goes on: nobody has given it up.
    } catch (IOException | RuntimeException broken) {
      giveUp(sending, opened.batch());
      throw broken;
    }
  }

  private void giveUp(Sending sending, UUID batch) {
    if (sending.key().isPresent() && givenUp.size() < MOST_GIVEN_UP) {
      givenUp.add(batch);
    }
  }

  private Answer read(
      Sending sending, Opening.Read opened, InputStream bytes, Format format, Naming naming)
      throws IOException {
    UUID batch = opened.batch();
    Dressed dressed = patrols.dressed(sending.office());
    BatchReading reading =
        new BatchReading(desks, admission, lane, sending, batch, opened.run(), dressed);
    Input.Reading names = new Input.Reading("", "", naming);
    Source sent = Source.of("-");
    Measured measured = new Measured(bytes);
    Optional<Refusal> brokeOff;
    try (Input input = Input.open(sent, format, names, measured, new AtomicLong(), MOST_UNPACKED)) {
      Optional<Chunk> chunk = input.next();
      while (chunk.isPresent()) {
        chunk.get().read(reading);
        chunk = input.next();
      }
      brokeOff = input.brokeOff().filter(where -> sending.way() == Batch.Way.API);
    }
    // What is not text is not read to its end; a repeat is known by all of it.
    Optional<Measured.Measure> all =
        sending.key().isPresent() && brokeOff.isEmpty()
            ? Optional.of(measured.toTheEnd())
            : Optional.empty();
    reading.flush();
    return desks.change(
        sending.office(),
        (desk, jdbc) -> {
          Batches batches = new Batches(jdbc);
          if (!batches.goesOn(batch, opened.run(), desks.clock().instant())) {
            throw new Overtaken(batch);
          }
          if (brokeOff.isPresent()) {
            return new Answer.BrokenOff(batches.byId(batch).orElseThrow(), brokeOff.get());
          }
          batches.finish(batch, all);
          return new Answer.Done(batches.byId(batch).orElseThrow(), reading.raisedTo());
        });
  }
}

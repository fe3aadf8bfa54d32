package ronda.sources.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One source of posts, cut into chunks of whole lines. Nothing that a file holds makes it throw: a
 * file that breaks off gives a last chunk that says so.
 */
public final class Input implements AutoCloseable {
  private final InputStream stream;
  private final ByteWindow window;
  private final Format format;
  private final Reading reading;
  private Optional<Door> door;
  private Optional<Refusal> refusedWhole = Optional.empty();
  private Optional<Refusal> brokeOff = Optional.empty();
  private long line = 1;

  /**
   * How the rows of an input are read.
   *
   * @param idPrefix what stands before the line's number in the id of a post that has none
   * @param labelsField which field holds a row's labels; empty where nobody asks
   * @param naming what the input calls our fields
   */
  public record Reading(String idPrefix, String labelsField, Naming naming) {
    /** The input uses our names. */
    public Reading(String idPrefix, String labelsField) {
      this(idPrefix, labelsField, Naming.OURS);
    }
  }

  private Input(InputStream stream, Format format, Reading reading) {
    this.stream = stream;
    this.window = new ByteWindow(stream, format == Format.CSV);
    this.format = format;
    this.reading = reading;
    this.door =
        switch (format) {
          case JSONL -> Optional.of(new JsonDoor(reading));
          case TEXT -> Optional.of(new TextDoor(reading.idPrefix()));
          case CSV -> Optional.empty();
        };
  }

  /**
   * Opens a source. What is compressed with gzip is unpacked, whatever its name.
   *
   * @param bytesRead counts the bytes taken from the source, before they are unpacked
   */
  public static Input open(
      Source source,
      Format format,
      Reading reading,
      InputStream standardInput,
      AtomicLong bytesRead)
      throws IOException {
    return open(source, format, reading, standardInput, bytesRead, Long.MAX_VALUE);
  }

  /**
   * The same of what a stranger sent.
   *
   * @param mostUnpacked in bytes: what unpacks to more breaks off there
   */
  public static Input open(
      Source source,
      Format format,
      Reading reading,
      InputStream standardInput,
      AtomicLong bytesRead,
      long mostUnpacked)
      throws IOException {
    InputStream raw =
        new BufferedInputStream(new CountedStream(source.open(standardInput), bytesRead), 64 << 10);
    if (!Signature.isGzip(peek(raw))) {
      return new Input(raw, format, reading).begun();
    }
    try {
      // No buffer around it: one that is half filled when the data breaks off loses that half.
      return new Input(Unpacked.gzip(raw, mostUnpacked), format, reading).begun();
    } catch (IOException damaged) {
      Input input = new Input(raw, format, reading);
      input.window.fail(Why.of(Why.Kind.GZIP_DAMAGED, String.valueOf(damaged.getMessage())));
      return input;
    }
  }

  private static byte[] peek(InputStream in) throws IOException {
    in.mark(Signature.BYTES);
    byte[] head = in.readNBytes(Signature.BYTES);
    in.reset();
    return head;
  }

  private Input begun() {
    do {
      window.fill();
    } while (window.filled() < Signature.BYTES && !window.ended());
    byte[] head = Arrays.copyOf(window.bytes(), Math.min(window.filled(), Signature.BYTES));
    window.drop(Signature.byteOrderMark(head));
    Signature.whyNotText(head).ifPresent(this::refuseAll);
    return this;
  }

  private void refuseAll(Why.Kind kind) {
    window.abandon();
    refusedWhole = Optional.of(new Refusal(line, Why.of(kind), "", 0));
  }

  /** The next whole lines; empty at the end. */
  public Optional<Chunk> next() {
    while (refusedWhole.isEmpty()) {
      window.fill();
      if (door.isEmpty()) {
        readHeader();
      }
      Whole whole = door.isEmpty() ? Whole.NOTHING : wholeLines();
      if (whole.length() > 0) {
        return Optional.of(take(whole));
      }
      if (window.ended() && refusedWhole.isEmpty()) {
        return rest();
      }
      if (window.isFull() && !window.grow()) {
        return Optional.of(refuseLongLine());
      }
    }
    return refusedOnce();
  }

  private Optional<Chunk> refusedOnce() {
    Refusal refusal = refusedWhole.orElseThrow();
    refusedWhole = Optional.empty();
    return Optional.of(new Chunk.Refused(refusal));
  }

  /** Learns the columns of a CSV file, if its first row is there. */
  private void readHeader() {
    int end = window.lineEnd();
    if (end == 0 && window.ended() && window.failure().isEmpty()) {
      end = window.filled();
    }
    if (end == 0) {
      return;
    }
    String row = new String(window.bytes(), 0, end, StandardCharsets.UTF_8).stripTrailing();
    try {
      Text.check(window.bytes(), 0, end);
      char separator = CsvHeader.separatorOf(row);
      CsvHeader header = CsvHeader.of(row, separator, reading);
      door = Optional.of(new CsvDoor(reading, header));
      window.drop(end);
      line++;
    } catch (Unreadable unreadable) {
      Refusal refusal = Refusal.of(line, unreadable.why(), window.bytes(), 0, end);
      window.abandon();
      refusedWhole = Optional.of(refusal);
    }
  }

  /** The whole lines at the beginning of what is in memory. */
  private record Whole(int length, long lines) {
    static final Whole NOTHING = new Whole(0, 0);
  }

  private Whole wholeLines() {
    boolean sound = window.ended() && window.failure().isEmpty();
    if (format != Format.CSV) {
      int length = sound ? window.filled() : window.lastLineEnd();
      return new Whole(length, LineEnds.count(window.bytes(), length));
    }
    CsvRecords records = csvRecords(sound);
    int length = 0;
    long lines = 0;
    while (records.next()) {
      length = records.to();
      lines += records.lines();
    }
    return new Whole(length, lines);
  }

  private CsvRecords csvRecords(boolean complete) {
    CsvDoor csv = (CsvDoor) door.orElseThrow();
    return new CsvRecords(window.bytes(), window.filled(), csv.header().separator(), complete);
  }

  private Chunk take(Whole whole) {
    byte[] bytes = window.take(whole.length());
    Chunk chunk = new Chunk.Whole(door.orElseThrow(), line, bytes, whole.length());
    line += whole.lines();
    return chunk;
  }

  /** What is left when a file broke off: a line of which nobody knows the end. */
  private Optional<Chunk> rest() {
    Optional<Why> failure = window.failure();
    if (failure.isEmpty()) {
      return Optional.empty();
    }
    Refusal refusal = Refusal.of(line, failure.get(), window.bytes(), 0, window.filled());
    brokeOff = Optional.of(refusal);
    window.abandon();
    return Optional.of(new Chunk.Refused(refusal));
  }

  /**
   * Where and why the input broke off, once {@link #next} came to its end: what followed is not
   * known. Empty for an input that was read to its own end, whatever stood in it.
   */
  public Optional<Refusal> brokeOff() {
    return brokeOff;
  }

  private Chunk refuseLongLine() {
    byte[] head = window.bytes().clone();
    boolean lineEnds = window.lineEnd() > 0;
    long length = window.dropLine();
    Why why =
        lineEnds
            ? Why.of(Why.Kind.BROKEN_QUOTE)
            : Why.of(Why.Kind.LINE_TOO_LONG).and(length, Limits.LINE_BYTES);
    int known = (int) Math.min(length, head.length);
    Refusal refusal = Refusal.cut(line, why, head, 0, known, length);
    line++;
    return new Chunk.Refused(refusal);
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}

package ronda.identify.lexicon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A folder of lexicon files that may change while Ronda runs. Whoever reads gets a whole lexicon,
 * the old one or the new one; a new version that is broken is refused and the old one stays. Safe
 * to share.
 */
public final class LexiconFolder {
  /** What came of looking at the folder. */
  public sealed interface Outcome {
    /** No file had changed. */
    record Unchanged() implements Outcome {}

    /** A new lexicon of so many terms is in use. */
    record Replaced(int terms) implements Outcome {}

    /** The files are broken, and why; the lexicon in use stays. */
    record Refused(List<String> complaints) implements Outcome {
      public Refused {
        complaints = List.copyOf(complaints);
      }
    }
  }

  private record State(Lexicon lexicon, List<String> fingerprint) {}

  private final Path folder;
  private final long lookEvery;
  private final AtomicReference<State> state;
  private volatile long lastLook = System.nanoTime();
  private volatile Outcome lastOutcome = new Outcome.Unchanged();

  private LexiconFolder(Path folder, Duration lookEvery, State first) {
    this.folder = folder;
    this.lookEvery = lookEvery.toNanos();
    this.state = new AtomicReference<>(first);
  }

  /**
   * Opens a folder.
   *
   * @param lookEvery how often {@link #current} may look whether a file has changed
   * @throws BrokenLexicon where a file is refused: there is no old version to keep
   * @throws IOException where the folder cannot be read
   */
  public static LexiconFolder open(Path folder, Duration lookEvery) throws IOException {
    List<String> fingerprint = fingerprint(folder);
    return new LexiconFolder(folder, lookEvery, new State(Lexicon.read(folder), fingerprint));
  }

  /** The lexicon to use now. Looks at the folder when the last look is long enough ago. */
  public Lexicon current() {
    long now = System.nanoTime();
    if (now - lastLook >= lookEvery) {
      reload();
    }
    return lexicon();
  }

  /** Looks at the folder now, and reads it anew where a file has changed. */
  public synchronized Outcome reload() {
    lastLook = System.nanoTime();
    try {
      List<String> now = fingerprint(folder);
      State before = state.get();
      if (now.equals(before.fingerprint())) {
        return remember(new Outcome.Unchanged());
      }
      Lexicon read = Lexicon.read(folder);
      state.set(new State(read, now));
      return remember(new Outcome.Replaced(read.terms().size()));
    } catch (BrokenLexicon broken) {
      return remember(new Outcome.Refused(broken.complaints()));
    } catch (IOException unreadable) {
      return remember(new Outcome.Refused(List.of(folder + ": " + unreadable.getMessage())));
    }
  }

  /** What came of the last look. */
  public Outcome lastOutcome() {
    return lastOutcome;
  }

  private Lexicon lexicon() {
    State now = state.get();
    return now.lexicon();
  }

  private Outcome remember(Outcome outcome) {
    lastOutcome = outcome;
    return outcome;
  }

  /** Name, size and time of each file. */
  private static List<String> fingerprint(Path folder) throws IOException {
    List<String> files = new ArrayList<>();
    for (Path file : Lexicon.files(folder)) {
      files.add(file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
    }
    return files;
  }
}

package ronda.tool.report;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * Tells a person at a terminal how far a run is, in one line that rewrites itself: posts, posts per
 * second and, of files, how much is read and how long the rest takes at the rate so far.
 */
public final class Progress {
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final String ERASE_LINE = "\r\u001b[K";

  private final PrintStream terminal;
  private final boolean shown;
  private final long size;
  private final long began = System.nanoTime();
  private long told = began;

  /**
   * Says nothing yet.
   *
   * @param shown whether anybody is looking
   * @param size how many bytes there are to read; 0 where nobody knows
   */
  public Progress(PrintStream terminal, boolean shown, long size) {
    this.terminal = terminal;
    this.shown = shown;
    this.size = size;
  }

  /** How long it has taken so far. */
  public Duration taken() {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  /** Tells where the run is, if it last told long enough ago. */
  public void at(Tally tally, long bytesRead) {
    long now = System.nanoTime();
    if (!shown || now - told < PAUSE.toNanos()) {
      return;
    }
    told = now;
    terminal.print(ERASE_LINE + line(tally, bytesRead, taken()));
    terminal.flush();
  }

  String line(Tally tally, long bytesRead, Duration taken) {
    String soFar =
        Tally.grouped(tally.posts()) + " posts, " + Tally.grouped(tally.perSecond(taken)) + "/s";
    if (size <= 0 || bytesRead <= 0) {
      return soFar;
    }
    double done = Math.min(1, (double) bytesRead / size);
    // Of the exact time: in whole seconds, all that is left would be 0 during the first.
    Duration left = Duration.ofSeconds(Math.round(taken.toMillis() * (1 - done) / done / 1_000));
    return soFar
        + String.format(
            Locale.ROOT,
            ", %d %%, %d:%02d:%02d left",
            Math.round(100 * done),
            left.toHours(),
            left.toMinutesPart(),
            left.toSecondsPart());
  }

  /** Makes room for another message. */
  public void clear() {
    if (shown) {
      terminal.print(ERASE_LINE);
      terminal.flush();
    }
  }
}

package ronda.bench;

import java.io.BufferedReader;
import java.io.UncheckedIOException;

/** What a process goes on to say, read by nobody: unread, it would stop when the pipe is full. */
final class Quiet {
  private Quiet() {}

  /** Reads until the process ends, or is ended. */
  static void readOn(BufferedReader lines) {
    Thread.ofPlatform().daemon().start(() -> read(lines));
  }

  private static void read(BufferedReader lines) {
    try {
      lines.lines().forEach(line -> {});
    } catch (UncheckedIOException ended) {
      return; // Its pipe was closed with it.
    }
  }
}

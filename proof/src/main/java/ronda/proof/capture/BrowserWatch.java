package ronda.proof.capture;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Ends a browser that takes too long, or whose page fills the disk; and at last every browser. */
final class BrowserWatch implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(45);
  private static final Duration BETWEEN = Duration.ofMillis(200);

  private final Process browser;
  private final BrowserHome home;
  private final long mostBytes;
  private final Thread watching;
  private volatile @Nullable Refused refusal;

  BrowserWatch(Process browser, BrowserHome home, long mostBytes) {
    this.browser = browser;
    this.home = home;
    this.mostBytes = mostBytes;
    this.watching = Thread.ofVirtual().name("capture-watch").start(this::watch);
  }

  /** Why it was ended; empty if it was not. */
  Optional<IOException> refusal() {
    return Optional.ofNullable(refusal);
  }

  private void watch() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (browser.isAlive()) {
        if (System.nanoTime() > end) {
          end(new Refused(Obstacle.Kind.SLOW_BROWSER, PATIENCE.toSeconds()));
        } else if (home.bytes() + deleted() > mostBytes) {
          end(new Refused(Obstacle.Kind.FILLS_DISK, mostBytes));
        }
        Thread.sleep(BETWEEN);
      }
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  /** What the browser still holds open though it stands in no folder any more: shared memory. */
  private long deleted() {
    return OpenFiles.deletedBytes(
        Stream.concat(Stream.of(browser.toHandle()), browser.descendants()), home.folder());
  }

  private void end(Refused why) {
    refusal = why;
    kill();
  }

  /** The browser and all that it started. */
  private void kill() {
    List<ProcessHandle> all = new ArrayList<>(browser.descendants().toList());
    all.add(browser.toHandle());
    all.forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle one : all) {
      try {
        one.onExit().get(1, TimeUnit.SECONDS);
      } catch (ExecutionException | TimeoutException slow) {
        continue; // It dies by itself.
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** Nothing of the browser runs on, so that its home can be thrown away. */
  @Override
  public void close() {
    watching.interrupt();
    kill();
  }
}

package ronda.sources.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Works on many pieces at once and hands the results on in the order of the pieces. At most {@code
 * 2 × threads + 2} pieces are in memory at a time, however long the whole is.
 *
 * <p>The calling thread reads, {@code threads} workers work, one more thread writes: so a slow
 * sender does not keep back what is already done.
 *
 * @param <P> a piece
 * @param <R> what comes of it
 */
public final class InOrder<P, R> {
  /** Takes a result. */
  public interface Sink<R> {
    void accept(R result) throws IOException;
  }

  private final Function<P, R> work;
  private final Sink<R> sink;
  private final BlockingQueue<Future<Optional<R>>> inOrder;
  private final ExecutorService workers;
  private volatile @Nullable Throwable failure;

  private InOrder(int threads, Function<P, R> work, Sink<R> sink) {
    this.work = work;
    this.sink = sink;
    this.inOrder = new ArrayBlockingQueue<>(2 * threads + 2);
    this.workers =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().daemon().name("ronda-", 1).factory());
  }

  /**
   * Works through all that {@code pieces} gives, until it gives none.
   *
   * @throws IOException what the sink threw; the rest is then left undone
   */
  public static <P, R> void run(
      int threads, Supplier<Optional<P>> pieces, Function<P, R> work, Sink<R> sink)
      throws IOException {
    new InOrder<>(threads, work, sink).run(pieces);
  }

  private void run(Supplier<Optional<P>> pieces) throws IOException {
    Thread writer = Thread.ofPlatform().daemon().name("ronda-writer").start(this::write);
    try {
      try {
        Optional<P> piece = pieces.get();
        while (piece.isPresent() && failure == null) {
          P one = piece.get();
          inOrder.put(workers.submit(() -> Optional.of(work.apply(one))));
          piece = pieces.get();
        }
      } finally {
        FutureTask<Optional<R>> end = new FutureTask<>(Optional::empty);
        end.run();
        inOrder.put(end);
        writer.join();
        workers.shutdownNow();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stopped);
    }
    rethrow(failure);
  }

  private void write() {
    while (true) {
      try {
        Optional<R> result = inOrder.take().get();
        if (result.isEmpty()) {
          return;
        }
        if (failure == null) {
          sink.accept(result.get());
        }
      } catch (ExecutionException failed) {
        failure = failed.getCause();
      } catch (Throwable broken) {
        // Whatever it is: go on taking, so that the reader is never left waiting for room.
        failure = broken;
      }
    }
  }

  private static void rethrow(@Nullable Throwable failure) throws IOException {
    if (failure == null) {
      return; // Before the switch: the first one over types costs a process milliseconds.
    }
    switch (failure) {
      case IOException broken -> throw broken;
      case UncheckedIOException broken -> throw new IOException(broken.getCause());
      case RuntimeException bug -> throw bug;
      case Error severe -> throw severe;
      default -> throw new IllegalStateException(failure);
    }
  }
}

package ronda.server.desk;

import java.io.IOException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/**
 * Long computing, in a thread of the operating system. Requests run in virtual threads, which take
 * no turns: one that computes for seconds keeps its processor until it waits for something. Whoever
 * holds the office's lock for a batch, and whoever opens a page, would wait for it.
 */
final class Apart {
  private Apart() {}

  /** Work that may break. */
  interface Work<T> {
    T call() throws IOException;
  }

  /**
   * What the work comes to; it is over when this returns, so what it reads may be taken away. Being
   * interrupted, it interrupts the work and waits for its end.
   *
   * @throws IOException whatever the work threw, as it threw it
   */
  static <T> T call(Work<T> work) throws IOException {
    FutureTask<T> task = new FutureTask<>(work::call);
    Thread thread = Thread.ofPlatform().name("intake").daemon().start(task);
    awaitEnd(thread);
    if (task.state() == Future.State.SUCCESS) {
      return task.resultNow();
    }
    switch (task.exceptionNow()) {
      case IOException broken -> throw broken;
      case RuntimeException broken -> throw broken;
      case Error broken -> throw broken;
      case Throwable broken -> throw new IllegalStateException(broken);
    }
  }

  private static void awaitEnd(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
        thread.interrupt();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}

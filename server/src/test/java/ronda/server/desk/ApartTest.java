package ronda.server.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ApartTest {
  @Test
  void work_runs_in_a_thread_of_the_operating_system() throws Exception {
    AtomicBoolean virtual = new AtomicBoolean();

    Thread.ofVirtual()
        .start(() -> virtual.set(whatComes(() -> Thread.currentThread().isVirtual())))
        .join();

    assertThat(virtual).isFalse();
    assertThat(Apart.call(() -> 7)).isEqualTo(7);
  }

  @Test
  void what_the_work_throws_comes_out_as_it_was_thrown() {
    IOException broken = new IOException("the sender went away");
    IllegalArgumentException wrong = new IllegalArgumentException("no such column");
    AssertionError error = new AssertionError("impossible");

    assertThatThrownBy(() -> Apart.call(() -> fail(broken))).isSameAs(broken);
    assertThatThrownBy(() -> Apart.call(() -> fail(wrong))).isSameAs(wrong);
    assertThatThrownBy(() -> Apart.call(() -> fail(error))).isSameAs(error);
  }

  @Test
  void whoever_is_interrupted_waits_until_the_work_has_ended() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicBoolean told = new AtomicBoolean();
    AtomicBoolean ended = new AtomicBoolean();
    AtomicBoolean endedBefore = new AtomicBoolean();
    Thread caller =
        Thread.ofVirtual()
            .start(
                () -> {
                  whatComes(
                      () -> {
                        begun.countDown();
                        try {
                          new CountDownLatch(1).await();
                        } catch (InterruptedException e) {
                          told.set(true);
                        }
                        ended.set(true);
                        return true;
                      });
                  endedBefore.set(ended.get() && Thread.currentThread().isInterrupted());
                });
    begun.await();

    caller.interrupt();
    caller.join();

    assertThat(told).isTrue();
    assertThat(endedBefore).isTrue();
  }

  private static <T> T whatComes(Apart.Work<T> work) {
    try {
      return Apart.call(work);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Object fail(Throwable broken) throws IOException {
    switch (broken) {
      case IOException e -> throw e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new AssertionError(broken);
    }
  }
}

package ronda.identify.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShelfTest {
  @Test
  void what_was_given_back_is_taken_again() {
    Shelf<Object> shelf = new Shelf<>(Object::new);
    Object one = shelf.take();
    shelf.giveBack(one);

    assertThat(shelf.take()).isSameAs(one);
  }

  @Test
  void what_is_taken_nobody_else_has() {
    Shelf<Object> shelf = new Shelf<>(Object::new);

    assertThat(shelf.take()).isNotSameAs(shelf.take());
  }

  @Test
  void many_threads_never_share_one_and_make_few() {
    AtomicInteger made = new AtomicInteger();
    Shelf<Integer> shelf = new Shelf<>(made::incrementAndGet);
    Set<Integer> taken = ConcurrentHashMap.newKeySet();

    assertThat(IntStream.range(0, 20_000).parallel().allMatch(i -> takenAlone(shelf, taken)))
        .isTrue();
    assertThat(made.get()).isLessThan(1_000);
  }

  @Test
  void threads_that_come_one_after_another_need_one() throws InterruptedException {
    AtomicInteger made = new AtomicInteger();
    Shelf<Integer> shelf = new Shelf<>(made::incrementAndGet);

    for (int i = 0; i < 200; i++) {
      Thread thread = Thread.ofPlatform().start(() -> shelf.giveBack(shelf.take()));
      thread.join();
    }

    assertThat(made.get()).isEqualTo(1);
  }

  private static boolean takenAlone(Shelf<Integer> shelf, Set<Integer> taken) {
    Integer one = shelf.take();
    boolean alone = taken.add(one);
    taken.remove(one);
    shelf.giveBack(one);
    return alone;
  }
}

package ronda.identify.classify;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what one thread works with at a time for the next one that needs it. A thread looks first
 * where it looked before, so that two threads hardly ever touch the same memory, as they would at
 * the ends of a queue. It makes one only when it finds none in a look at all places: a thread that
 * lives for one request finds what the last request left, wherever that was. What finds the shelf
 * full is let go: {@link #PLACES} are kept at most.
 */
final class Shelf<T> {
  /** How many are kept; a power of two. */
  private static final int PLACES = 64;

  /** How far apart two places lie, so that no two share a line of the processor's cache. */
  private static final int APART = 32;

  private final AtomicReferenceArray<@Nullable T> places =
      new AtomicReferenceArray<>(PLACES * APART);
  private final Supplier<T> maker;

  Shelf(Supplier<T> maker) {
    this.maker = maker;
  }

  /** One that nobody else has. */
  T take() {
    int home = home();
    for (int look = 0; look < PLACES; look++) {
      int at = place(home + look);
      if (places.getPlain(at) != null) {
        T found = places.getAndSet(at, null);
        if (found != null) {
          return found;
        }
      }
    }
    return maker.get();
  }

  /** Puts back what {@link #take} gave. */
  void giveBack(T one) {
    int home = home();
    for (int look = 0; look < PLACES; look++) {
      int at = place(home + look);
      if (places.getPlain(at) == null && places.compareAndSet(at, null, one)) {
        return;
      }
    }
  }

  private static int home() {
    return (int) Thread.currentThread().threadId();
  }

  private static int place(int number) {
    return (number & PLACES - 1) * APART;
  }
}

package ronda.server.desk;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * New ids that grow with time (UUID version 7, RFC 9562, 6.2 method 3: the milliseconds are
 * followed by a counter), so that what is newer has the greater id.
 */
@Component
final class Ids {
  private static final int COUNTER_BITS = 12;

  private final SecureRandom random = new SecureRandom();
  private final AtomicLong last = new AtomicLong();
  private final InstantSource clock;

  Ids(InstantSource clock) {
    this.clock = clock;
  }

  UUID next() {
    // Milliseconds and counter are one number: if the clock stands still or jumps back, it counts
    // on.
    long now = clock.millis() << COUNTER_BITS;
    long tick = last.updateAndGet(before -> Math.max(now, before + 1));
    long millis = tick >>> COUNTER_BITS;
    long counter = tick & ((1 << COUNTER_BITS) - 1);
    long high = millis << 16 | 0x7000L | counter;
    long low = random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}

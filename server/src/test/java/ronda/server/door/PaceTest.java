package ronda.server.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final long SECOND = 1_000_000_000L;

  private final AtomicLong nanos = new AtomicLong(-7);
  private final Pace pace = new Pace(60, nanos::get);

  @Test
  void a_minutes_worth_may_come_at_once_and_then_one_a_second() {
    for (int i = 0; i < 60; i++) {
      assertThat(pace.mustWait("a")).isEmpty();
    }
    assertThat(pace.mustWait("a")).isEqualTo(OptionalLong.of(1));

    nanos.addAndGet(SECOND);

    assertThat(pace.mustWait("a")).isEmpty();
    assertThat(pace.mustWait("a")).isPresent();
  }

  @Test
  void one_callers_haste_is_not_anothers() {
    for (int i = 0; i < 61; i++) {
      pace.mustWait("a");
    }

    assertThat(pace.mustWait("a")).isPresent();
    assertThat(pace.mustWait("b")).isEmpty();
  }

  @Test
  void asking_again_too_early_does_not_lengthen_the_wait() {
    for (int i = 0; i < 200; i++) {
      pace.mustWait("a");
    }

    assertThat(pace.mustWait("a")).isEqualTo(OptionalLong.of(1));
  }

  @Test
  void a_flood_of_callers_is_forgotten_and_not_hoarded() {
    for (int i = 0; i < 100_000; i++) {
      assertThat(pace.mustWait("caller " + i)).isEmpty();
    }
  }
}

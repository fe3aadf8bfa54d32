package ronda.casework.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ronda.casework.office.Region;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;
import ronda.identify.post.Stance;

class PriorityTest {
  private static final Instant NINE = Instant.parse("2026-11-22T02:00:00Z");

  @Test
  void harm_counts() {
    assertThat(Priority.of(job(Severity.HIGH, 1, 1), NINE))
        .isGreaterThan(Priority.of(job(Severity.MEDIUM, 1, 1), NINE));
  }

  @Test
  void spread_counts_and_ever_more_slowly() {
    double one = Priority.of(job(Severity.HIGH, 1, 1), NINE);
    double ten = Priority.of(job(Severity.HIGH, 10, 1), NINE);
    double nineteen = Priority.of(job(Severity.HIGH, 19, 1), NINE);
    assertThat(ten).isGreaterThan(one);
    assertThat(nineteen - ten).isPositive().isLessThan(ten - one);
  }

  @Test
  void what_is_nearly_due_counts_four_times_and_no_more() {
    Job job = job(Severity.HIGH, 1, 1);
    double fresh = Priority.of(job, NINE);
    assertThat(Priority.of(job, NINE.plus(Duration.ofHours(12)))).isEqualTo(2 * fresh);
    assertThat(Priority.of(job, NINE.plus(Duration.ofHours(20)))).isEqualTo(4 * fresh);
    assertThat(Priority.of(job, NINE.plus(Duration.ofDays(300)))).isEqualTo(4 * fresh);
  }

  @Test
  void a_clock_that_runs_ahead_elsewhere_does_not_push_a_post_back() {
    Job job = job(Severity.HIGH, 1, 1);
    assertThat(Priority.of(job, NINE.minus(Duration.ofDays(9)))).isEqualTo(Priority.of(job, NINE));
  }

  private static Job job(Severity severity, int posts, int accounts) {
    return new Job(
        new UUID(7, 7),
        Category.GAMBLING,
        Stance.PROMOTES,
        severity,
        0.9,
        Region.UNKNOWN,
        "contoh",
        "",
        posts,
        accounts,
        NINE,
        NINE,
        false,
        Optional.empty(),
        List.of());
  }
}

package ronda.casework.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ronda.casework.office.Region;
import ronda.casework.review.Job;
import ronda.casework.review.Judgement;
import ronda.casework.review.Standing;
import ronda.casework.review.Verdict;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;
import ronda.identify.post.Stance;

/** What a reviewer sees of a copy. */
class GoldenCopyTest {
  private static final Instant LONG_AGO = Instant.parse("2026-03-01T02:00:00Z");
  private static final Instant NINE = Instant.parse("2026-11-22T02:00:00Z");
  private static final UUID ANI = new UUID(0, 1);
  private static final Verdict HARMFUL =
      new Verdict.Confirmed(Category.GAMBLING, Stance.PROMOTES, Severity.HIGH);

  private final GoldenItem item =
      new GoldenItem(new UUID(0, 7), new UUID(0, 8), HARMFUL, "ajakan bermain");
  private final GoldenCopy copy = new GoldenCopy(new UUID(0, 9), item, ANI, NINE, Optional.empty());

  @Test
  void a_copy_looks_like_a_job_that_nobody_has_judged() {
    Job shown = copy.shown(decided(), NINE);

    assertThat(shown.id()).isEqualTo(copy.id());
    assertThat(shown.standing()).isEqualTo(Standing.WAITING);
    assertThat(shown.holder(NINE)).hasValue(ANI);
  }

  @Test
  void its_age_does_not_tell_that_it_is_old() {
    Job shown = copy.shown(decided(), NINE);

    assertThat(shown.lastSeen()).isBetween(NINE.minus(Duration.ofHours(3)), NINE);
    assertThat(Duration.between(shown.firstSeen(), shown.lastSeen())).hasHours(5);
  }

  private static Job decided() {
    return new Job(
        new UUID(0, 8),
        Category.GAMBLING,
        Stance.PROMOTES,
        Severity.HIGH,
        0.9,
        Region.UNKNOWN,
        "Main di CONTOH88",
        "video",
        2,
        1,
        LONG_AGO,
        LONG_AGO.plus(Duration.ofHours(5)),
        false,
        Optional.empty(),
        List.of(new Judgement(new UUID(0, 2), LONG_AGO, HARMFUL, "contoh")));
  }
}

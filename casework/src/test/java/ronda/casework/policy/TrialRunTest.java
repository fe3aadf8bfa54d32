package ronda.casework.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import ronda.casework.office.Region;
import ronda.identify.decide.Condition;
import ronda.identify.decide.Facts;
import ronda.identify.decide.KnownFacts;
import ronda.identify.decide.Policy;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;
import ronda.identify.post.Span;
import ronda.identify.post.Stance;
import ronda.identify.signal.Resemblance;

/** A post's text is its score here, such as {@code 0.7}. */
class TrialRunTest {
  private static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");

  private final List<Past.Found> found = new ArrayList<>();
  private final List<Past.Sampled> sampled = new ArrayList<>();

  private final Past past =
      new Past() {
        @Override
        public void found(Instant since, Predicate<Found> each) {
          for (Found post : found) {
            if (!post.receivedAt().isBefore(since) && !each.test(post)) {
              return;
            }
          }
        }

        @Override
        public void sample(Instant since, Predicate<Sampled> each) {
          for (Sampled post : sampled) {
            if (!post.receivedAt().isBefore(since) && !each.test(post)) {
              return;
            }
          }
        }
      };

  @Test
  void says_what_would_have_been_raised_and_what_officers_had_said_of_it() {
    found("0.9", Past.Said.CONFIRMED, Category.GAMBLING);
    found("0.8", Past.Said.CONFIRMED, Category.SCAM);
    found("0.7", Past.Said.REJECTED, null);
    found("0.7", Past.Said.NOT_JUDGED, null);
    found("0.5", Past.Said.REJECTED, null);

    TrialRun run = run(0.6, 0.75);

    assertThat(run.raised()).isEqualTo(new TrialRun.Raised(4, 1, 2, 1));
    assertThat(run.today()).contains(new TrialRun.Raised(2, 1, 1, 0));
    assertThat(run.looked()).isEqualTo(5);
    assertThat(run.whole()).isTrue();
  }

  @Test
  void shows_what_is_gained_and_what_is_lost() {
    found("0.7", Past.Said.NOT_JUDGED, null);
    found("0.9", Past.Said.NOT_JUDGED, null);

    assertThat(run(0.6, 0.8).gained())
        .extracting(example -> example.post().text())
        .containsExactly("0.7");
    assertThat(run(0.95, 0.8).lost())
        .extracting(example -> example.post().text())
        .containsExactly("0.9");
  }

  @Test
  void every_number_knows_the_jobs_behind_it() {
    found("0.9", Past.Said.CONFIRMED, Category.GAMBLING);
    found("0.8", Past.Said.CONFIRMED, Category.SCAM);
    found("0.7", Past.Said.REJECTED, null);
    found.add(found.getLast());

    Map<TrialFigure, JobsBehind> behind = run(0.6, 0.85).behind();

    List<UUID> jobs = found.stream().map(Past.Found::job).toList();
    assertThat(behind)
        .containsOnlyKeys(
            TrialFigure.RAISED,
            TrialFigure.CONFIRMED,
            TrialFigure.REJECTED,
            TrialFigure.TODAY,
            TrialFigure.TODAY_CONFIRMED,
            TrialFigure.GAINED);
    assertThat(behind.get(TrialFigure.CONFIRMED))
        .isEqualTo(new JobsBehind(1, jobs.subList(0, 1), false));
    assertThat(behind.get(TrialFigure.REJECTED))
        .as("two posts lie in one job")
        .isEqualTo(new JobsBehind(3, jobs.subList(1, 3), false));
    assertThat(behind.get(TrialFigure.GAINED)).isEqualTo(behind.get(TrialFigure.REJECTED));
  }

  @Test
  void of_many_jobs_it_keeps_the_first_and_says_that_there_are_more() {
    for (int i = 0; i <= JobsBehind.MOST; i++) {
      found.add(
          new Past.Found(
              UUID.randomUUID(),
              "0.9",
              Region.UNKNOWN,
              NOON.minus(Duration.ofMinutes(i)),
              Past.Said.NOT_JUDGED,
              Set.of(),
              Optional.empty()));
    }

    List<UUID> first = found.stream().limit(JobsBehind.MOST).map(Past.Found::job).toList();
    assertThat(run(0.6, 0.95).behind())
        .containsEntry(TrialFigure.RAISED, new JobsBehind(JobsBehind.MOST + 1, first, true));
  }

  @Test
  void posts_of_the_sample_lie_in_no_job() {
    sampled.add(new Past.Sampled("0.9", Region.UNKNOWN, NOON.minus(Duration.ofDays(1)), 200));

    TrialRun run = run(0.6, 0.95);

    assertThat(run.harmless().raised()).isEqualTo(1);
    assertThat(run.behind()).isEmpty();
  }

  @Test
  void estimates_the_harmless_posts_of_a_day_from_the_sample() {
    for (int i = 0; i < 40; i++) {
      sampled.add(
          new Past.Sampled(
              i == 0 ? "0.9" : "0.1", Region.UNKNOWN, NOON.minus(Duration.ofHours(i + 9)), 200));
    }

    TrialRun.Harmless harmless = run(0.6, 0.8).harmless();

    assertThat(harmless.sampled()).isEqualTo(40);
    assertThat(harmless.raised()).isEqualTo(1);
    assertThat(harmless.aDay()).isCloseTo(100, within(0.1)); // 200 posts in two days
    assertThat(harmless.atMost()).isBetween(500.0, 530.0); // 12.9 % of 8,000 in two days
  }

  @Test
  void nothing_raised_of_a_small_sample_does_not_promise_nothing() {
    sampled.add(new Past.Sampled("0.1", Region.UNKNOWN, NOON.minus(Duration.ofDays(1)), 200));

    TrialRun.Harmless harmless = run(0.6, 0.8).harmless();

    assertThat(harmless.aDay()).isZero();
    assertThat(harmless.atMost()).isGreaterThan(100);
  }

  @Test
  void looks_no_further_back_than_asked() {
    found("0.9", Past.Said.NOT_JUDGED, null);
    found.add(
        new Past.Found(
            UUID.randomUUID(),
            "0.9",
            Region.UNKNOWN,
            NOON.minus(Duration.ofDays(8)),
            Past.Said.NOT_JUDGED,
            Set.of(),
            Optional.empty()));

    assertThat(run(0.6, 0.8).looked()).isEqualTo(1);
  }

  @Test
  void says_when_it_was_stopped_early_and_how_far_it_came() {
    for (int i = 0; i < 100; i++) {
      found("0.9", Past.Said.NOT_JUDGED, null);
    }
    int[] asked = {0};

    TrialRun run = run(0.6, 0.8, () -> asked[0]++ < 10);

    assertThat(run.whole()).isFalse();
    assertThat(run.looked()).isEqualTo(10);
    assertThat(run.reachedBackTo()).isEqualTo(NOON.minus(Duration.ofHours(10)));
  }

  @Test
  void keeps_few_and_short_examples() {
    for (int i = 0; i < 100; i++) {
      found("0.9" + " ".repeat(1_000), Past.Said.NOT_JUDGED, null);
    }

    TrialRun run = run(0.6, 0.95);

    assertThat(run.gained()).hasSize(TrialRun.EXAMPLES);
    assertThat(run.gained().getFirst().post().text()).hasSize(TrialRun.EXCERPT);
  }

  private void found(String text, Past.Said said, @org.jspecify.annotations.Nullable Category as) {
    found.add(
        new Past.Found(
            UUID.randomUUID(),
            text,
            Region.UNKNOWN,
            NOON.minus(Duration.ofHours(found.size() + 1)),
            said,
            Set.of(),
            Optional.ofNullable(as)));
  }

  private TrialRun run(double next, double today) {
    return run(next, today, () -> true);
  }

  private TrialRun run(double next, double today, BooleanSupplier mayGoOn) {
    return TrialRun.of(
        new TrialRun.Question(
            above(next), Optional.of(above(today)), NOON, Duration.ofDays(7), Duration.ofDays(7)),
        TrialRunTest::facts,
        past,
        mayGoOn);
  }

  private static Facts facts(String text) {
    return KnownFacts.of(Category.GAMBLING, Double.parseDouble(text.strip()), Stance.PROMOTES)
        .withFurtherReason(new Resemblance("test", Category.GAMBLING, new Span(0, 1), 1));
  }

  private static Policy above(double score) {
    Condition condition =
        facts ->
            facts.score(Category.GAMBLING).orElse(0) >= score
                ? Condition.Answer.HOLDS
                : Condition.Answer.FAILS;
    return new Policy(
        "coin-toss",
        1,
        Category.GAMBLING,
        Policy.Look.from(0),
        condition,
        Severity.LOW,
        "judi",
        false,
        new Policy.About("a", "b", "c"));
  }
}

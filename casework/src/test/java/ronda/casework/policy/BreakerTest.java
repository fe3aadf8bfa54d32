package ronda.casework.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ronda.casework.chain.Link;
import ronda.casework.policy.PolicyChanges.Act;
import ronda.identify.decide.Finding;
import ronda.identify.decide.Severity;
import ronda.identify.post.Category;
import ronda.identify.post.Span;
import ronda.identify.post.Stance;
import ronda.identify.signal.Resemblance;

class BreakerTest {
  private static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");
  private static final LocalDate SUNDAY = LocalDate.parse("2026-11-22");
  private static final Map<String, Integer> LIMITS = Map.of("coin-toss", 10, "dice", 10);

  private final PolicyDays days = new InMemoryPolicyDays();
  private final List<Link.Entry> audit = new ArrayList<>();
  private final Breaker breaker = new Breaker(days, audit::add);

  @Test
  void up_to_its_limit_a_policy_reaches_people() {
    List<List<Finding>> admitted = admit(10, "coin-toss@3");

    assertThat(shadows(admitted)).isZero();
    assertThat(days.of("coin-toss", SUNDAY).raised()).isEqualTo(10);
    assertThat(audit).isEmpty();
  }

  @Test
  void above_its_limit_it_is_counted_and_bothers_nobody() {
    admit(8, "coin-toss@3");
    List<List<Finding>> admitted = admit(5, "coin-toss@4");

    assertThat(admitted.stream().map(findings -> findings.getFirst().shadow()))
        .containsExactly(false, false, true, true, true);
    assertThat(days.of("coin-toss", SUNDAY))
        .isEqualTo(new PolicyDay("coin-toss", SUNDAY, 10, 0, 3, 0, Optional.of(NOON)));
  }

  @Test
  void reaching_the_limit_is_told_once_by_ronda() {
    admit(12, "coin-toss@3");
    admit(12, "coin-toss@3");

    assertThat(audit)
        .singleElement()
        .isEqualTo(
            new Link.Entry(
                NOON,
                "Ronda",
                "policy-limit-reached",
                "policy:coin-toss",
                "{\"day\":\"2026-11-22\",\"limit\":\"10\"}"));
    assertThat(days.tripped(SUNDAY)).hasSize(1);
  }

  @Test
  void one_policy_at_its_limit_does_not_silence_another() {
    admit(12, "coin-toss@3");

    assertThat(shadows(admit(10, "dice@1"))).isZero();
  }

  @Test
  void a_person_allows_another_limit_with_a_reason() {
    admit(12, "coin-toss@3");

    assertThat(breaker.reset("coin-toss", SUNDAY, new Act("Sari", NOON, " ")))
        .isEqualTo(Breaker.Reset.NO_REASON);
    Act act = new Act("Sari", NOON, "A real wave.");
    assertThat(breaker.reset("coin-toss", SUNDAY, act)).isEqualTo(Breaker.Reset.DONE);
    assertThat(breaker.reset("coin-toss", SUNDAY, act))
        .as("pressed twice")
        .isEqualTo(Breaker.Reset.NOT_REACHED);
    LocalDate monday = SUNDAY.plusDays(1);
    assertThat(breaker.reset("coin-toss", monday, act)).isEqualTo(Breaker.Reset.NOT_REACHED);
    assertThat(days.on(monday)).as("a day of which nothing is known").isEmpty();

    assertThat(shadows(admit(11, "coin-toss@3"))).isEqualTo(1);
    assertThat(audit)
        .extracting(Link.Entry::act)
        .containsExactly("policy-limit-reached", "policy-limit-reset", "policy-limit-reached");
  }

  @Test
  void the_next_day_begins_anew_and_the_old_one_still_waits_for_somebody() {
    admit(12, "coin-toss@3");
    LocalDate monday = SUNDAY.plusDays(1);

    List<List<Finding>> admitted =
        breaker.admit(List.of(List.of(finding("coin-toss@3", false))), LIMITS, monday, NOON);

    assertThat(shadows(admitted)).isZero();
    assertThat(days.tripped(SUNDAY)).extracting(PolicyDay::day).containsExactly(SUNDAY);
  }

  @Test
  void findings_on_trial_are_counted_and_need_no_room() {
    List<List<Finding>> both =
        List.of(List.of(finding("coin-toss@3", false), finding("coin-toss@4", true)));

    assertThat(breaker.admit(both, Map.of("coin-toss", 1), SUNDAY, NOON)).isEqualTo(both);
    assertThat(days.of("coin-toss", SUNDAY).onTrial()).isEqualTo(1);
  }

  @Test
  void a_policy_without_a_limit_has_none() {
    assertThat(shadows(admit(50, "new-one@1"))).isZero();
  }

  private List<List<Finding>> admit(int posts, String policy) {
    return breaker.admit(
        IntStream.range(0, posts).mapToObj(i -> List.of(finding(policy, false))).toList(),
        LIMITS,
        SUNDAY,
        NOON);
  }

  private static long shadows(List<List<Finding>> admitted) {
    return admitted.stream().flatMap(List::stream).filter(Finding::shadow).count();
  }

  private static Finding finding(String policy, boolean shadow) {
    return new Finding(
        Category.GAMBLING,
        Stance.PROMOTES,
        0.9,
        List.of(new Resemblance("test", Category.GAMBLING, new Span(0, 1), 1)),
        policy,
        Severity.HIGH,
        "judi",
        shadow);
  }
}

package ronda.identify.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static ronda.identify.decide.MadeUpPolicies.GACOR;
import static ronda.identify.decide.MadeUpPolicies.atStretches;
import static ronda.identify.decide.MadeUpPolicies.holds;
import static ronda.identify.decide.MadeUpPolicies.onTrial;
import static ronda.identify.decide.MadeUpPolicies.policy;
import static ronda.identify.decide.MadeUpPolicies.promotion;
import static ronda.identify.decide.MadeUpPolicies.term;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ronda.identify.decide.Condition.Answer;
import ronda.identify.decide.Consideration.Outcome;
import ronda.identify.post.Category;
import ronda.identify.post.Span;
import ronda.identify.post.Stance;
import ronda.identify.signal.Signal;
import ronda.identify.signal.TermFound;

/** When policies make a finding, and which of them speaks. */
class PoliciesTest {
  @Test
  void a_post_whose_score_reaches_the_floor_and_whose_condition_holds_becomes_a_finding() {
    Policies policies = Policies.of(List.of(policy("judol", Category.GAMBLING, 0.5, holds())));

    assertThat(policies.decide(promotion(0.5).with(GACOR)))
        .containsExactly(
            new Finding(
                Category.GAMBLING,
                Stance.PROMOTES,
                0.5,
                List.of(GACOR),
                "judol@1",
                Severity.HIGH,
                "judi (perlu-verifikasi)",
                false));
  }

  @Test
  void a_score_below_the_floor_does_not_even_ask_the_condition() {
    Condition explosive =
        facts -> {
          throw new AssertionError("asked below the floor");
        };
    Policies policies = Policies.of(List.of(policy("judol", Category.GAMBLING, 0.5, explosive)));

    assertThat(policies.decide(promotion(0.4999).with(GACOR))).isEmpty();
  }

  @Test
  void a_category_that_no_model_scores_makes_its_policies_silent() {
    Policies policies = Policies.of(List.of(policy("judol", Category.GAMBLING, 0, holds())));

    assertThat(policies.decide(KnownFacts.NOTHING.with(GACOR))).isEmpty();
  }

  @Test
  void a_score_that_is_not_a_number_makes_no_finding() {
    Policies policies = Policies.of(List.of(policy("judol", Category.GAMBLING, 0, holds())));

    assertThat(policies.decide(promotion(Double.NaN).with(GACOR))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Answer.class,
      names = {"FAILS", "SILENT"})
  void only_a_condition_that_holds_makes_a_finding(Answer answer) {
    Policies policies =
        Policies.of(List.of(policy("judol", Category.GAMBLING, 0.5, facts -> answer)));

    assertThat(policies.decide(promotion(0.9).with(GACOR))).isEmpty();
  }

  @Test
  void findings_of_a_policy_on_trial_are_marked() {
    Policies policies = Policies.of(List.of(onTrial("rude", Category.ABUSE)));

    assertThat(
            policies.decide(
                KnownFacts.of(Category.ABUSE, 0.9, Stance.NONE)
                    .with(term("bodoh", Category.ABUSE, 1, false))))
        .singleElement()
        .matches(Finding::shadow);
  }

  @Test
  void the_most_severe_policy_in_force_speaks_for_its_category_and_those_on_trial_speak_too() {
    Policies policies =
        Policies.of(
            List.of(
                with(policy("mild", Category.GAMBLING, 0, holds()), Severity.LOW, false),
                with(policy("trial", Category.GAMBLING, 0, holds()), Severity.LOW, true),
                with(policy("grave", Category.GAMBLING, 0, holds()), Severity.URGENT, false)));

    assertThat(policies.decide(promotion(0.9).with(GACOR)))
        .extracting(Finding::policy)
        .containsExactly("grave@1", "trial@1");
  }

  @Test
  void a_policy_that_is_milder_speaks_where_the_graver_one_does_not_hold() {
    Policies policies =
        Policies.of(
            List.of(
                with(policy("mild", Category.GAMBLING, 0, holds()), Severity.LOW, false),
                with(
                    policy("grave", Category.GAMBLING, 0, facts -> Answer.FAILS),
                    Severity.URGENT,
                    false)));

    assertThat(policies.decide(promotion(0.9).with(GACOR)))
        .extracting(Finding::policy)
        .containsExactly("mild@1");
  }

  @Test
  void considering_tells_where_each_policy_stopped() {
    Policies policies =
        Policies.of(
            List.of(
                policy("floor", Category.GAMBLING, 0.95, holds()),
                policy("fails", Category.GAMBLING, 0.5, facts -> Answer.FAILS),
                policy("silent", Category.GAMBLING, 0.5, facts -> Answer.SILENT),
                policy("found", Category.GAMBLING, 0.5, holds()),
                policy("stance", Category.SCAM, 0.5, holds()),
                policy("unknown", Category.PROSTITUTION, 0.5, holds())));
    KnownFacts facts =
        promotion(0.9)
            .with(GACOR)
            .withScore(Category.SCAM, 0.9)
            .withStance(Category.SCAM, Stance.MENTIONS);

    assertThat(policies.consider(facts))
        .extracting(Consideration::outcome)
        .containsExactly(
            Outcome.BELOW_FLOOR,
            Outcome.FAILS,
            Outcome.SILENT,
            Outcome.FOUND,
            Outcome.STANCE,
            Outcome.NO_SCORE);
    assertThat(policies.consider(facts).get(4).stance()).isEqualTo(Stance.MENTIONS);
    assertThat(policies.consider(facts).get(4).score()).hasValue(0.9);
    assertThat(policies.consider(facts).get(5).score()).isEmpty();
  }

  @Test
  void a_listed_word_lowers_the_floor_where_the_policy_says_so() {
    Policy trusting = policy("trusting", Category.GAMBLING, 0.5, 0.01, holds());
    Policy strict = policy("strict", Category.SCAM, 0.5, holds());
    Policies policies = Policies.of(List.of(trusting, strict));
    Signal other = term("hadiah", Category.SCAM, 1, false);
    Signal caution =
        new TermFound(
            "awas", Optional.of(Category.GAMBLING), Stance.MENTIONS, false, new Span(0, 4), -1);
    KnownFacts unsure = promotion(0.02).withScore(Category.SCAM, 0.02);

    assertThat(policies.decide(unsure.with(GACOR)))
        .extracting(Finding::policy)
        .containsExactly("trusting@1");
    assertThat(policies.decide(unsure.with(other))).isEmpty();
    assertThat(policies.decide(unsure.with(caution))).isEmpty();
    assertThat(policies.decide(promotion(0.009).with(GACOR))).isEmpty();
    assertThat(policies.consider(unsure.with(GACOR)))
        .extracting(Consideration::outcome)
        .containsExactly(Outcome.FOUND, Outcome.BELOW_FLOOR);
  }

  @Test
  void a_listed_word_never_raises_the_floor() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> policy("upside-down", Category.GAMBLING, 0.5, 0.6, holds()))
        .withMessageContaining("0..0.5");
  }

  @Test
  void two_policies_of_one_name_are_refused() {
    Policy policy = policy("judol", Category.GAMBLING, 0.5, holds());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Policies.of(List.of(policy, policy)))
        .withMessageContaining("judol");
  }

  @Test
  void what_hides_in_a_long_text_is_found_in_the_stretch_around_its_words() {
    Policy judol = policy("judol", Category.GAMBLING, 0.5, holds());
    KnownFacts hidden = promotion(0.1).with(GACOR).withStretch(promotion(0.8).with(GACOR));

    assertThat(Policies.of(List.of(judol)).decide(hidden)).isEmpty();
    Policies policies = Policies.of(List.of(atStretches(judol)));
    assertThat(policies.decide(hidden))
        .singleElement()
        .satisfies(finding -> assertThat(finding.score()).isEqualTo(0.8))
        .satisfies(finding -> assertThat(finding.reasons()).containsExactly(GACOR));
    assertThat(policies.consider(hidden))
        .extracting(Consideration::outcome)
        .containsExactly(Outcome.FOUND);
  }

  @Test
  void a_stretch_is_asked_all_that_a_post_is_asked() {
    Policies policies =
        Policies.of(List.of(atStretches(policy("judol", Category.GAMBLING, 0.5, holds()))));
    KnownFacts warning = KnownFacts.of(Category.GAMBLING, 0.8, Stance.MENTIONS).with(GACOR);

    assertThat(policies.decide(promotion(0.1).with(GACOR).withStretch(warning))).isEmpty();
    assertThat(policies.decide(promotion(0.1).with(GACOR).withStretch(promotion(0.4).with(GACOR))))
        .isEmpty();
    assertThat(policies.decide(promotion(0.1).with(GACOR).withStretch(promotion(0.8)))).isEmpty();
  }

  @Test
  void a_post_that_is_found_as_a_whole_is_not_searched_for_more() {
    Policies policies =
        Policies.of(
            List.of(
                policy("tipu", Category.SCAM, 0.5, holds()),
                atStretches(policy("judol", Category.GAMBLING, 0.5, holds()))));
    KnownFacts found =
        promotion(0.1)
            .withScore(Category.SCAM, 0.9)
            .withStance(Category.SCAM, Stance.PROMOTES)
            .with(GACOR)
            .with(term("tipu", Category.SCAM, 1, false))
            .withStretch(promotion(0.8).with(GACOR));

    assertThat(policies.decide(found)).extracting(Finding::policy).containsExactly("tipu@1");
  }

  @Test
  void a_policy_on_trial_says_of_a_post_only_once_that_it_is_found() {
    Policies policies =
        Policies.of(
            List.of(
                with(
                    atStretches(policy("judol", Category.GAMBLING, 0.5, holds())),
                    Severity.LOW,
                    true)));

    assertThat(policies.decide(promotion(0.9).with(GACOR).withStretch(promotion(0.8).with(GACOR))))
        .extracting(Finding::score)
        .containsExactly(0.9);
    assertThat(policies.decide(promotion(0.1).with(GACOR).withStretch(promotion(0.8).with(GACOR))))
        .extracting(Finding::shadow)
        .containsExactly(true);
  }

  @Test
  void without_policies_nothing_is_found() {
    assertThat(Policies.none().decide(promotion(1).with(GACOR))).isEmpty();
  }

  private static Policy with(Policy policy, Severity severity, boolean shadow) {
    return new Policy(
        policy.name(),
        policy.version(),
        policy.category(),
        policy.look(),
        policy.condition(),
        severity,
        policy.legalBasis(),
        shadow,
        policy.about());
  }
}

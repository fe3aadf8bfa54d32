package ronda.identify.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static ronda.identify.decide.MadeUpPolicies.holds;
import static ronda.identify.decide.MadeUpPolicies.onTrial;
import static ronda.identify.decide.MadeUpPolicies.policy;
import static ronda.identify.decide.MadeUpPolicies.promotion;
import static ronda.identify.decide.MadeUpPolicies.term;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ronda.identify.decide.Consideration.Outcome;
import ronda.identify.post.Category;
import ronda.identify.post.Span;
import ronda.identify.post.Stance;
import ronda.identify.signal.PatternFound;
import ronda.identify.signal.Signal;

/** What no policy may do, whatever it says. */
class SafeguardsTest {
  @ParameterizedTest
  @EnumSource(
      value = Category.class,
      names = {"GAMBLING", "PROSTITUTION", "SCAM", "ILLEGAL_LENDING", "ILLEGAL_TRADE"})
  void whoever_only_mentions_an_offer_is_never_found(Category category) {
    Policies policies = Policies.of(List.of(policy("offer", category, 0, holds())));
    Signal term = term("kata", category, 1, false);

    assertThat(policies.decide(KnownFacts.of(category, 1, Stance.MENTIONS).with(term))).isEmpty();
    assertThat(policies.decide(KnownFacts.of(category, 1, Stance.NONE).with(term))).isEmpty();
    assertThat(policies.decide(KnownFacts.of(category, 1, Stance.PROMOTES).with(term))).hasSize(1);
  }

  @Test
  void a_hoax_is_never_found_by_style() {
    Policies policies = Policies.of(List.of(onTrial("style", Category.HOAX)));
    KnownFacts style =
        KnownFacts.of(Category.HOAX, 1, Stance.NONE)
            .with(term("sebarkan", Category.HOAX, 3, false))
            .with(new PatternFound("capitals", Category.HOAX, new Span(0, 9), 2));

    assertThat(policies.decide(style)).isEmpty();
    assertThat(policies.consider(style).getFirst().outcome()).isEqualTo(Outcome.NO_REASON);
  }

  @ParameterizedTest
  @EnumSource(
      value = Category.class,
      names = {"HOAX", "ABUSE"})
  void hoax_and_abuse_cannot_be_in_force_for_a_single_post(Category category) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> policy("single", category, 0.5, holds()))
        .withMessageContaining("never decided");
  }

  @Test
  void a_condition_that_holds_without_any_reason_to_show_makes_no_finding() {
    Policies policies = Policies.of(List.of(policy("judol", Category.GAMBLING, 0, holds())));

    assertThat(policies.decide(promotion(0.99))).isEmpty();
    assertThat(policies.consider(promotion(0.99)).getFirst().outcome())
        .isEqualTo(Outcome.NO_REASON);
  }

  @Test
  void one_term_that_needs_confirmation_is_no_reason_and_two_different_ones_are() {
    Policies policies = Policies.of(List.of(policy("bo", Category.PROSTITUTION, 0, holds())));
    KnownFacts once =
        KnownFacts.of(Category.PROSTITUTION, 0.9, Stance.PROMOTES)
            .with(term("bo", Category.PROSTITUTION, 1, true));

    assertThat(policies.decide(once)).isEmpty();
    assertThat(policies.decide(once.with(term("bo", Category.PROSTITUTION, 1, true)))).isEmpty();
    assertThat(policies.decide(once.with(term("avail", Category.PROSTITUTION, 1, true))))
        .hasSize(1);
  }
}

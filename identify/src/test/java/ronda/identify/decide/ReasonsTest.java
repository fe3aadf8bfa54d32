package ronda.identify.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static ronda.identify.decide.MadeUpPolicies.GACOR;
import static ronda.identify.decide.MadeUpPolicies.holds;
import static ronda.identify.decide.MadeUpPolicies.policy;
import static ronda.identify.decide.MadeUpPolicies.promotion;
import static ronda.identify.decide.MadeUpPolicies.term;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ronda.identify.decide.Condition.Answer;
import ronda.identify.post.Category;
import ronda.identify.post.Span;
import ronda.identify.post.Stance;
import ronda.identify.signal.EntityFound;
import ronda.identify.signal.EntityKind;
import ronda.identify.signal.Resemblance;
import ronda.identify.signal.Signal;
import ronda.identify.signal.TermFound;

/** Which reasons a finding shows, and when they are asked for. */
class ReasonsTest {
  @Test
  void reasons_are_those_of_the_category_loudest_first_with_those_against_it() {
    Signal warning =
        new TermFound(
            "ditangkap polisi", Optional.empty(), Stance.MENTIONS, false, new Span(20, 36), -2);
    Signal elsewhere = term("open bo", Category.PROSTITUTION, 9, false);
    Signal loud = new Resemblance("m@1", Category.GAMBLING, new Span(0, 5), 3);
    Policies policies = Policies.of(List.of(policy("judol", Category.GAMBLING, 0, holds())));

    List<Finding> findings =
        policies.decide(
            promotion(0.9).with(GACOR).with(warning).with(elsewhere).withFurtherReason(loud));

    assertThat(findings.getFirst().reasons()).containsExactly(loud, warning, GACOR);
  }

  @Test
  void what_a_post_only_speaks_of_is_no_reason() {
    Signal topic =
        new TermFound(
            "presiden", Optional.of(Category.GAMBLING), Stance.NONE, false, new Span(20, 28), 0);
    Policies policies = Policies.of(List.of(policy("judol", Category.GAMBLING, 0, holds())));

    List<Finding> findings = policies.decide(promotion(0.9).with(GACOR).with(topic));

    assertThat(findings.getFirst().reasons()).containsExactly(GACOR);
  }

  @Test
  void further_reasons_are_not_asked_for_when_the_condition_fails() {
    Policies policies =
        Policies.of(List.of(policy("judol", Category.GAMBLING, 0, facts -> Answer.FAILS)));
    KnownFacts known = promotion(0.9).with(GACOR);
    Facts costly =
        new CountingFacts(
            known,
            () -> {
              throw new AssertionError("asked for reasons that nobody needs");
            });

    assertThat(policies.decide(costly)).isEmpty();
  }

  @Test
  void an_entity_is_among_the_reasons_where_the_condition_asks_after_its_kind() {
    Signal phone = new EntityFound(EntityKind.PHONE, "+6281200000000", new Span(9, 20), Map.of());
    Signal price = new EntityFound(EntityKind.PRICE, "500000", new Span(21, 25), Map.of());
    Policies policies =
        Policies.of(List.of(policy("judol", Category.GAMBLING, 0, asking(EntityKind.PHONE))));

    assertThat(policies.decide(promotion(0.9).with(GACOR).with(phone).with(price)))
        .singleElement()
        .satisfies(finding -> assertThat(finding.reasons()).containsExactly(GACOR, phone));
  }

  @Test
  void a_page_with_thousands_of_terms_makes_a_finding_that_a_person_can_read() {
    Policies policies = Policies.of(List.of(policy("judol", Category.GAMBLING, 0, holds())));
    List<Signal> many = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      many.add(
          new TermFound(
              "nama" + i,
              Optional.of(Category.GAMBLING),
              Stance.PROMOTES,
              false,
              new Span(i, i + 1),
              1 + i));
    }
    KnownFacts page =
        new KnownFacts(
            Map.of(Category.GAMBLING, 0.9),
            Map.of(Category.GAMBLING, Stance.PROMOTES),
            many,
            List.of(),
            0,
            5_000,
            List.of());

    List<Signal> reasons = policies.decide(page).getFirst().reasons();

    assertThat(reasons).hasSize(Reasons.MOST).startsWith(many.get(4_999));
  }

  private static Condition asking(EntityKind kind) {
    return new Condition() {
      @Override
      public Answer of(Facts facts) {
        return Answer.HOLDS;
      }

      @Override
      public Set<EntityKind> asksAfter() {
        return Set.of(kind);
      }
    };
  }

  /** Facts that tell when the costly reasons are asked for. */
  private record CountingFacts(KnownFacts known, Runnable whenAsked) implements Facts {
    @Override
    public OptionalDouble score(Category category) {
      return known.score(category);
    }

    @Override
    public Stance stance(Category category) {
      return known.stance(category);
    }

    @Override
    public List<Signal> signals() {
      return known.signals();
    }

    @Override
    public boolean named(Category category) {
      return known.named(category);
    }

    @Override
    public List<KnownFacts> stretches(Category category, int reach) {
      return known.stretches(category, reach);
    }

    @Override
    public List<EntityFound> entities() {
      return known.entities();
    }

    @Override
    public int disguisedLetters() {
      return known.disguisedLetters();
    }

    @Override
    public int words() {
      return known.words();
    }

    @Override
    public List<Signal> furtherReasons(Category category) {
      whenAsked.run();
      return known.furtherReasons(category);
    }
  }
}

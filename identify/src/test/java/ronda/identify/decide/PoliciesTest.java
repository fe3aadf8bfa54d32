package ronda.identify.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ronda.identify.decide.Condition.Answer;
import ronda.identify.decide.Consideration.Outcome;
import ronda.identify.post.Category;
import ronda.identify.post.Span;
import ronda.identify.post.Stance;
import ronda.identify.signal.EntityFound;
import ronda.identify.signal.EntityKind;
import ronda.identify.signal.PatternFound;
import ronda.identify.signal.Resemblance;
import ronda.identify.signal.Signal;
import ronda.identify.signal.TermFound;

class PoliciesTest {
  private static final Signal GACOR = term("gacor", Category.GAMBLING, 1.2, false);

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
            5_000);

    List<Signal> reasons = policies.decide(page).getFirst().reasons();

    assertThat(reasons).hasSize(Reasons.MOST).startsWith(many.get(4_999));
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
    assertThat(policies.consider(facts).get(4).explain(Stance.MENTIONS))
        .isEqualTo("stance@1: the stance is 'mentions', only 'promotes' makes a finding");
  }

  @Test
  void two_policies_of_one_name_are_refused() {
    Policy policy = policy("judol", Category.GAMBLING, 0.5, holds());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Policies.of(List.of(policy, policy)))
        .withMessageContaining("judol");
  }

  @Test
  void without_policies_nothing_is_found() {
    assertThat(Policies.none().decide(promotion(1).with(GACOR))).isEmpty();
  }

  private static KnownFacts promotion(double score) {
    return KnownFacts.of(Category.GAMBLING, score, Stance.PROMOTES);
  }

  private static Signal term(
      String term, Category category, double weight, boolean needsConfirmation) {
    return new TermFound(
        term,
        Optional.of(category),
        Stance.PROMOTES,
        needsConfirmation,
        new Span(0, term.length()),
        weight);
  }

  private static Condition holds() {
    return facts -> Answer.HOLDS;
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

  private static Policy policy(String name, Category category, double floor, Condition condition) {
    return new Policy(
        name,
        1,
        category,
        floor,
        condition,
        Severity.HIGH,
        "judi (perlu-verifikasi)",
        false,
        new Policy.About("", "", ""));
  }

  private static Policy onTrial(String name, Category category) {
    return new Policy(
        name,
        1,
        category,
        0,
        holds(),
        Severity.LOW,
        "perlu-verifikasi",
        true,
        new Policy.About("", "", ""));
  }

  private static Policy with(Policy policy, Severity severity, boolean shadow) {
    return new Policy(
        policy.name(),
        policy.version(),
        policy.category(),
        policy.floor(),
        policy.condition(),
        severity,
        policy.legalBasis(),
        shadow,
        policy.about());
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

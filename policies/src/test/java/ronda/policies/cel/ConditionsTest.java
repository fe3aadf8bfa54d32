package ronda.policies.cel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ronda.identify.decide.Condition;
import ronda.identify.decide.Condition.Answer;
import ronda.identify.decide.Facts;
import ronda.identify.decide.Failures;
import ronda.identify.decide.Failures.Why;
import ronda.identify.decide.KnownFacts;
import ronda.identify.post.Category;
import ronda.identify.post.Span;
import ronda.identify.post.Stance;
import ronda.identify.signal.EntityFound;
import ronda.identify.signal.EntityKind;
import ronda.identify.signal.PatternFound;
import ronda.identify.signal.TermFound;

class ConditionsTest {
  private static final Conditions GAMBLING = Conditions.of(Category.GAMBLING);

  /** A gambling advertisement: one sure term twice, one hint, one pattern, a phone, a link. */
  private static final Facts ADVERTISEMENT =
      KnownFacts.of(Category.GAMBLING, 0.75, Stance.PROMOTES)
          .withScore(Category.SCAM, 0.25)
          .with(term("gacor", Stance.PROMOTES, false, 1.5))
          .with(term("gacor", Stance.PROMOTES, false, 1.5))
          .with(term("wd", Stance.NONE, true, 0.5))
          .with(new PatternFound("name-and-digits", Category.GAMBLING, new Span(0, 8), 2))
          .with(entity(EntityKind.PHONE))
          .with(entity(EntityKind.SHORT_URL))
          .withDisguisedLetters(7)
          .withWords(12);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "score >= 0.75",
        "promotes && !mentions",
        "terms == 1",
        "hints == 1 && patterns == 1 && cautions == 0",
        "weight == 3.5",
        "disguised > 6 && words < 13",
        "contacts == 1 && links == 1 && payments == 0",
        "found.phone + found.short_url == 2 && found.price == 0",
        "scam.score < score && gambling.score == score",
        "!scam.promotes && scam.terms == 0",
        "score > 0 && score < 1",
        "(terms + hints) * 2 >= 4 ? promotes : mentions",
        "disguised / words == 0",
      })
  void holds(String expression) {
    assertThat(condition(expression).of(ADVERTISEMENT)).isEqualTo(Answer.HOLDS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "score > 0.75",
        "mentions",
        "terms >= 2",
        "payments >= 1",
        "false",
        "scam.promotes"
      })
  void fails(String expression) {
    assertThat(condition(expression).of(ADVERTISEMENT)).isEqualTo(Answer.FAILS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hate.score < 0.5",
        "true || hate.score > 0.5",
        "promotes || hate.score > 0.5",
        "!(hate.score > 0.5)",
      })
  void is_silent_where_a_score_is_missing_even_if_the_rest_would_decide(String expression) {
    assertThat(condition(expression).of(ADVERTISEMENT)).isEqualTo(Answer.SILENT);
  }

  @Test
  void is_silent_and_counts_when_evaluating_fails() {
    Condition condition = condition("10 / payments > 1");

    assertThat(condition.of(ADVERTISEMENT)).isEqualTo(Answer.SILENT);
    assertThat(condition.failures())
        .isEqualTo(
            new Failures(1, Optional.of(Why.DIVIDED_BY_ZERO), Optional.of(Why.DIVIDED_BY_ZERO)));
  }

  @Test
  void is_silent_when_numbers_grow_too_large() {
    Condition condition = condition("words * 9223372036854775807 > 0");

    assertThat(condition.of(ADVERTISEMENT)).isEqualTo(Answer.SILENT);
    assertThat(condition.failures().last()).contains(Why.TOO_LARGE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "disguisd >= 4|unknown name 'disguisd', did you mean 'disguised'?",
        "scor > 0.5|unknown name 'scor', did you mean 'score'?",
        "found.fone > 0|unknown name 'found.fone', did you mean 'found.phone'?",
        "scam.scoer > 0.5|unknown name 'scam.scoer', did you mean 'scam.score'?",
        "promote && score > 0.5|unknown name 'promote', did you mean 'promotes'?",
        "telepon > 0|unknown name 'telepon'; the names are: score, promotes, mentions,",
      })
  void an_unknown_name_is_refused_with_the_one_that_was_meant(String expression, String message) {
    assertThat(mistakes(expression))
        .singleElement()
        .satisfies(mistake -> assertThat(mistake.message()).startsWith(message));
  }

  @Test
  void a_mistake_tells_its_place() {
    assertThat(mistakes("promotes\n  && disguisd >= 4"))
        .singleElement()
        .satisfies(
            mistake -> {
              assertThat(mistake.line()).isEqualTo(2);
              assertThat(mistake.column()).isEqualTo(6);
            });
  }

  @Test
  void every_unknown_name_is_reported_at_once() {
    assertThat(mistakes("scor > 1.0 && wrds > 2")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "score",
        "promotes > 1",
        "score && promotes",
        "terms + score > 1",
        "promotes == 1",
        "score >= '0.5'",
        "1",
        "",
        "score >=",
        "(((score > 0.5)",
      })
  void what_is_no_question_is_refused(String expression) {
    assertThat(mistakes(expression)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'aaaa'.matches('(a+)+$')",
        "matches('a', 'a')",
        "[1, 2].exists(x, x > 1)",
        "[1, 2, 3].all(a, [1, 2, 3].all(b, a > b))",
        "[1].map(x, x) == [1]",
        "1 in [1, 2]",
        "size('abc') > 1",
        "'a' + 'b' == 'ab'",
        "'gacor'.contains('a')",
        "timestamp('2026-01-01T00:00:00Z') > timestamp('2025-01-01T00:00:00Z')",
        "has(score.value)",
        "type(score) == double",
        "dyn(score) > 1",
        "string(score) == '1'",
        "google.protobuf.Timestamp{seconds: 1} == google.protobuf.Timestamp{seconds: 1}",
        "[1, 2][0] == 1",
        "java.lang.System.exit(1)",
      })
  void what_could_be_slow_or_reach_outside_is_not_part_of_the_language(String expression) {
    assertThat(mistakes(expression)).isNotEmpty();
  }

  @Test
  void an_endless_expression_is_refused() {
    assertThat(mistakes("score > 0.5" + " && score > 0.5".repeat(200))).isNotEmpty();
  }

  @Test
  void a_bottomless_expression_is_refused() {
    assertThat(mistakes("(".repeat(500) + "promotes" + ")".repeat(500))).isNotEmpty();
    assertThat(mistakes("!(".repeat(500) + "promotes" + ")".repeat(500))).isNotEmpty();
  }

  @Test
  void knows_which_entities_it_asks_after() {
    assertThat(condition("payments > 0 || found.price > 0").asksAfter())
        .containsExactlyInAnyOrder(
            EntityKind.BANK_ACCOUNT,
            EntityKind.E_WALLET,
            EntityKind.CRYPTO_ADDRESS,
            EntityKind.QRIS,
            EntityKind.PRICE);
  }

  @Test
  void a_topic_is_counted_as_nothing_else() {
    Facts facts =
        KnownFacts.of(Category.GAMBLING, 0.9, Stance.PROMOTES)
            .with(term("presiden", Stance.NONE, false, 0))
            .with(term("presiden", Stance.NONE, false, 0))
            .with(term("dpr", Stance.NONE, true, 0));

    assertThat(condition("topics == 2 && terms + hints + cautions == 0 && weight == 0.0").of(facts))
        .isEqualTo(Answer.HOLDS);
  }

  @Test
  void a_term_of_another_category_is_not_counted_and_a_cue_for_all_is() {
    Condition condition = condition("terms == 0 && cautions == 1");
    Facts facts =
        KnownFacts.of(Category.GAMBLING, 0.9, Stance.MENTIONS)
            .with(
                new TermFound(
                    "open bo",
                    Optional.of(Category.PROSTITUTION),
                    Stance.PROMOTES,
                    false,
                    new Span(0, 7),
                    1))
            .with(
                new TermFound(
                    "ditangkap polisi",
                    Optional.empty(),
                    Stance.MENTIONS,
                    false,
                    new Span(8, 24),
                    -1));

    assertThat(condition.of(facts)).isEqualTo(Answer.HOLDS);
  }

  @Test
  void many_threads_may_ask_at_once() {
    Condition condition = condition("score >= 0.7 && terms + hints + patterns == 3");

    assertThat(IntStream.range(0, 10_000).parallel().mapToObj(i -> condition.of(ADVERTISEMENT)))
        .containsOnly(Answer.HOLDS);
  }

  private static Condition condition(String expression) {
    return switch (GAMBLING.read(expression)) {
      case Conditions.Read.Sound sound -> sound.condition();
      case Conditions.Read.Unsound unsound -> throw new AssertionError(unsound.mistakes());
    };
  }

  private static List<Conditions.Mistake> mistakes(String expression) {
    return switch (GAMBLING.read(expression)) {
      case Conditions.Read.Sound sound -> List.of();
      case Conditions.Read.Unsound unsound -> unsound.mistakes();
    };
  }

  private static TermFound term(String term, Stance stance, boolean hint, double weight) {
    return new TermFound(
        term, Optional.of(Category.GAMBLING), stance, hint, new Span(0, term.length()), weight);
  }

  private static EntityFound entity(EntityKind kind) {
    return new EntityFound(kind, "made-up", new Span(0, 4), Map.of());
  }
}

package ronda.policies.cel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelReference;
import dev.cel.runtime.CelEvaluationException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ronda.identify.decide.Facts;
import ronda.identify.decide.KnownFacts;
import ronda.identify.post.Category;
import ronda.identify.post.Span;
import ronda.identify.post.Stance;
import ronda.identify.signal.EntityFound;
import ronda.identify.signal.EntityKind;
import ronda.identify.signal.PatternFound;
import ronda.identify.signal.TermFound;
import ronda.policies.cel.Question.OfTruth;
import ronda.policies.cel.Question.Unanswered;
import ronda.testkit.hostile.Hostile;

/** Our questions and the library's own evaluation, on the same expressions and posts. */
class QuestionsTest {
  private static final Vocabulary VOCABULARY = Vocabulary.of(Category.GAMBLING);
  private static final int POSTS_EACH = 8;

  private record Case(String expression, List<KnownFacts> posts) {}

  @Test
  void a_question_means_what_the_library_means_by_it() {
    Hostile.forSeconds(
        3,
        1_500,
        QuestionsTest::anything,
        asked -> {
          CelAbstractSyntaxTree checked = checked(asked.expression());
          OfTruth ours = new Questions(VOCABULARY).truth(CheckedTree.of(checked).orElseThrow());
          OfTruth theirs = library(checked);
          for (Facts post : asked.posts()) {
            assertThat(answer(ours, post)).as(post.toString()).isEqualTo(answer(theirs, post));
          }
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "false && 1 / words > 0",
        "1 / words > 0 && false",
        "true || 1 / words > 0",
        "1 / words > 0 || true",
        "true && 1 / words > 0",
        "false || 1 / words > 0",
        "!(1 / words > 0)",
        "words > 0 ? 1 / words > 0 : true",
        "-0.0 < 0",
        "-0.0 == 0.0",
        "0.0 / 0.0 == 0.0 / 0.0",
        "0.0 / 0.0 != 0.0 / 0.0",
        "0.0 / 0.0 > 9223372036854775807",
        "1.0 / 0.0 >= 9223372036854775807",
        "9007199254740993 > 9007199254740992.0",
        "-9223372036854775808 / -1 > 0",
        "-(-9223372036854775808) > 0",
        "mentions < promotes",
        "false <= false",
      })
  void the_corners_are_the_library_s(String expression) {
    CelAbstractSyntaxTree checked = checked(expression);
    Facts nothing = KnownFacts.of(Category.GAMBLING, 0.5, Stance.PROMOTES);

    assertThat(
            answer(new Questions(VOCABULARY).truth(CheckedTree.of(checked).orElseThrow()), nothing))
        .isEqualTo(answer(library(checked), nothing));
  }

  @ParameterizedTest
  @ValueSource(strings = {"'a' == 'b'", "b'a' == b'a' && promotes", "1u == 1u", "null == null"})
  void what_our_tree_cannot_say_is_left_to_the_library(String expression) {
    assertThat(CheckedTree.of(checked(expression))).isEmpty();
    assertThat(Conditions.of(Category.GAMBLING).read(expression))
        .isInstanceOf(Conditions.Read.Sound.class);
  }

  @Test
  void a_tree_whose_types_do_not_fit_is_refused() {
    Expression counted = new Expression.Named("terms");

    assertThatThrownBy(() -> new Questions(VOCABULARY).truth(new Expression.Not(counted)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Questions(VOCABULARY).truth(new Expression.Named("telepon")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Case anything(SplittableRandom random) {
    String expression = new MadeUpExpressions(random).truth(1 + random.nextInt(6));
    while (expression.length() > Cel.LONGEST) {
      expression = new MadeUpExpressions(random).truth(3);
    }
    return new Case(expression, Stream.generate(() -> post(random)).limit(POSTS_EACH).toList());
  }

  private static KnownFacts post(SplittableRandom random) {
    Map<Category, Double> scores = new EnumMap<>(Category.class);
    Map<Category, Stance> stances = new EnumMap<>(Category.class);
    for (Category category : Category.values()) {
      scores.put(category, random.nextInt(4) == 0 ? 0.5 : random.nextDouble());
      stances.put(category, Stance.values()[random.nextInt(Stance.values().length)]);
    }
    KnownFacts facts =
        new KnownFacts(
            scores,
            stances,
            List.of(),
            List.of(),
            random.nextInt(5),
            random.nextInt(3) == 0 ? 0 : random.nextInt(40),
            List.of());
    for (int i = random.nextInt(6); i > 0; i--) {
      facts =
          switch (random.nextInt(3)) {
            case 0 -> facts.with(entity(random));
            case 1 -> facts.with(pattern(random));
            default -> facts.with(term(random));
          };
    }
    return facts;
  }

  private static EntityFound entity(SplittableRandom random) {
    EntityKind[] kinds = EntityKind.values();
    return new EntityFound(
        kinds[random.nextInt(kinds.length)], "made-up", new Span(0, 4), Map.of());
  }

  private static PatternFound pattern(SplittableRandom random) {
    return new PatternFound("p" + random.nextInt(3), Category.GAMBLING, new Span(0, 4), 1.5);
  }

  private static TermFound term(SplittableRandom random) {
    return new TermFound(
        "t" + random.nextInt(4),
        random.nextBoolean() ? Optional.of(Category.GAMBLING) : Optional.of(Category.SCAM),
        Stance.values()[random.nextInt(Stance.values().length)],
        random.nextBoolean(),
        new Span(0, 2),
        random.nextInt(5) / 2.0 - 0.5);
  }

  private static CelAbstractSyntaxTree checked(String expression) {
    try {
      return Cel.check(expression).getAst();
    } catch (CelValidationException refused) {
      throw new AssertionError(expression, refused);
    }
  }

  private static OfTruth library(CelAbstractSyntaxTree checked) {
    Map<String, Vocabulary.Word> used = new HashMap<>(VOCABULARY.words());
    used.keySet()
        .retainAll(checked.getReferenceMap().values().stream().map(CelReference::name).toList());
    try {
      return Cel.question(checked, used);
    } catch (CelEvaluationException refused) {
      throw new AssertionError(refused);
    }
  }

  private static String answer(OfTruth question, Facts facts) {
    try {
      return String.valueOf(question.of(new Look(facts)));
    } catch (Unanswered unanswered) {
      return "unanswered";
    }
  }
}

package ronda.policies.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.runtime.CelEvaluationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ronda.identify.decide.Condition;
import ronda.identify.post.Category;
import ronda.policies.cel.Complaint.Kind;

/**
 * Turns the expressions of one category's policies into conditions, or says what is wrong with
 * them. The library checks them; what is asked of posts is our own tree of questions, which means
 * the same and costs a hundredth. What an evaluation can cost is bounded by the expression's
 * length.
 */
final class Conditions {
  private final Vocabulary vocabulary;
  private final Questions questions;
  private final CheckedBefore before;

  private Conditions(Vocabulary vocabulary, CheckedBefore before) {
    this.vocabulary = vocabulary;
    this.questions = new Questions(vocabulary);
    this.before = before;
  }

  /** For the policies of {@code category}. */
  static Conditions of(Category category) {
    return of(category, CheckedBefore.nothing());
  }

  /**
   * The same.
   *
   * @param before what need not be checked again
   */
  static Conditions of(Category category, CheckedBefore before) {
    return new Conditions(Vocabulary.of(category), before);
  }

  /** What came of an expression. */
  sealed interface Read {
    /** It is sound. */
    record Sound(Condition condition) implements Read {}

    /** It is not. */
    record Unsound(List<Mistake> mistakes) implements Read {}
  }

  /**
   * A mistake in an expression.
   *
   * @param line counts from 1
   * @param column counts from 1
   */
  record Mistake(int line, int column, Complaint complaint) {
    String message() {
      return complaint.toString();
    }
  }

  /** Checks {@code expression} and makes it a condition. */
  Read read(String expression) {
    Optional<Expression> tree = before.find(expression);
    if (tree.isPresent()) {
      try {
        return sound(expression, tree.get());
      } catch (IllegalArgumentException forged) {
        // No tree that was ever checked has types that do not fit: believe the library alone.
        return check(expression);
      }
    }
    return check(expression);
  }

  private Read check(String expression) {
    CelValidationResult result = Cel.check(expression);
    if (result.hasError()) {
      return new Read.Unsound(
          result.getErrors().stream().map(issue -> mistake(expression, issue)).toList());
    }
    try {
      CelAbstractSyntaxTree checked = result.getAst();
      Optional<Expression> tree = CheckedTree.of(checked);
      if (tree.isEmpty()) {
        Map<String, Vocabulary.Word> used = wordsIn(checked);
        return new Read.Sound(
            new CelCondition(expression, Cel.question(checked, used), used.values()));
      }
      before.add(expression, tree.get());
      return sound(expression, tree.get());
    } catch (CelValidationException | CelEvaluationException refused) {
      return new Read.Unsound(
          List.of(new Mistake(1, 1, CelWords.complaint(String.valueOf(refused.getMessage())))));
    }
  }

  private Read sound(String expression, Expression tree) {
    return new Read.Sound(
        new CelCondition(expression, questions.truth(tree), questions.wordsIn(tree)));
  }

  private Map<String, Vocabulary.Word> wordsIn(CelAbstractSyntaxTree checked) {
    Map<String, Vocabulary.Word> used = new LinkedHashMap<>();
    checked
        .getReferenceMap()
        .values()
        .forEach(
            reference -> {
              Vocabulary.Word word = vocabulary.words().get(reference.name());
              if (word != null) {
                used.put(reference.name(), word);
              }
            });
    return used;
  }

  private Mistake mistake(String expression, CelIssue issue) {
    int line = Math.max(1, issue.getSourceLocation().getLine());
    int column = Math.max(0, issue.getSourceLocation().getColumn());
    Complaint complaint =
        issue.getMessage().startsWith("undeclared reference to")
            ? unknown(nameAt(expression, line, column))
            : CelWords.complaint(issue.getMessage());
    return new Mistake(line, column + 1, complaint);
  }

  private Complaint unknown(String typed) {
    return vocabulary
        .closestTo(typed)
        .map(meant -> Complaint.of(Kind.WORD_MISSPELT, typed, meant))
        .orElse(
            Complaint.of(Kind.WORD_UNKNOWN, typed, String.join(", ", vocabulary.words().keySet())));
  }

  /** CEL complains of the first part of a dotted name only; an author wants to see all of it. */
  private static String nameAt(String expression, int line, int column) {
    String text = expression.lines().skip(line - 1L).findFirst().orElse("");
    int end = Math.min(column, text.length());
    while (end < text.length()
        && (Character.isLetterOrDigit(text.charAt(end))
            || text.charAt(end) == '_'
            || text.charAt(end) == '.')) {
      end++;
    }
    return text.substring(Math.min(column, text.length()), end);
  }
}

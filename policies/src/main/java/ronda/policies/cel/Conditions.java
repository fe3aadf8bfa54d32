package ronda.policies.cel;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.checker.CelStandardDeclarations.StandardOverload;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ronda.identify.decide.Condition;
import ronda.identify.post.Category;
import ronda.policies.cel.Complaint.Kind;

/**
 * Turns the expressions of one category's policies into conditions, or says what is wrong with
 * them. Of CEL only comparison, logic and arithmetic are left: no macro, no regular expression, no
 * text, no list. What an evaluation can cost is therefore bounded by the expression's length.
 */
final class Conditions {
  /** How long an expression may be, in code points. */
  static final int LONGEST = 2_000;

  private static final Set<StandardFunction> OPERATORS =
      Set.of(
          StandardFunction.LOGICAL_AND,
          StandardFunction.LOGICAL_OR,
          StandardFunction.LOGICAL_NOT,
          StandardFunction.CONDITIONAL,
          StandardFunction.EQUALS,
          StandardFunction.NOT_EQUALS,
          StandardFunction.LESS,
          StandardFunction.LESS_EQUALS,
          StandardFunction.GREATER,
          StandardFunction.GREATER_EQUALS,
          StandardFunction.ADD,
          StandardFunction.SUBTRACT,
          StandardFunction.MULTIPLY,
          StandardFunction.DIVIDE,
          StandardFunction.NEGATE);

  private static final Set<CelKind> KINDS =
      Set.of(CelKind.BOOL, CelKind.INT, CelKind.DOUBLE, CelKind.TYPE_PARAM);

  private static final CelOptions OPTIONS =
      CelOptions.current()
          .maxExpressionCodePointSize(LONGEST)
          .maxParseRecursionDepth(40)
          .enableComprehension(false)
          .enableHeterogeneousNumericComparisons(true)
          .enableOptionalSyntax(false)
          .enableQuotedIdentifierSyntax(false)
          .errorOnIntWrap(true)
          .build();

  private static final CelRuntime RUNTIME =
      CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(OPTIONS).build();

  /** One for all categories: the same words have the same types everywhere. */
  private static final CelCompiler COMPILER = compiler();

  private final Vocabulary vocabulary;

  private Conditions(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  private static CelCompiler compiler() {
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(List.of())
            .setStandardEnvironmentEnabled(false)
            .setStandardDeclarations(
                CelStandardDeclarations.newBuilder().filterFunctions(Conditions::isBounded).build())
            .setResultType(SimpleType.BOOL);
    Vocabulary.of(Category.GAMBLING)
        .words()
        .forEach((name, word) -> builder.addVar(name, word.type()));
    return builder.build();
  }

  /** For the policies of {@code category}. */
  static Conditions of(Category category) {
    return new Conditions(Vocabulary.of(category));
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
    CelValidationResult result = COMPILER.compile(expression);
    if (result.hasError()) {
      return new Read.Unsound(
          result.getErrors().stream().map(issue -> mistake(expression, issue)).toList());
    }
    try {
      CelAbstractSyntaxTree checked = result.getAst();
      return new Read.Sound(
          new CelCondition(expression, RUNTIME.createProgram(checked), wordsIn(checked)));
    } catch (CelValidationException | CelEvaluationException refused) {
      return new Read.Unsound(
          List.of(new Mistake(1, 1, CelWords.complaint(String.valueOf(refused.getMessage())))));
    }
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

  private static boolean isBounded(StandardFunction function, StandardOverload overload) {
    return OPERATORS.contains(function)
        && overload.celOverloadDecl().parameterTypes().stream()
            .allMatch(type -> KINDS.contains(type.kind()));
  }
}

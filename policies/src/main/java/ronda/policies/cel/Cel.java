package ronda.policies.cel;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.checker.CelStandardDeclarations.StandardOverload;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelErrorCode;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ronda.identify.post.Category;
import ronda.policies.cel.Question.OfCount;
import ronda.policies.cel.Question.OfNumber;
import ronda.policies.cel.Question.OfTruth;
import ronda.policies.cel.Question.Unanswered;

/**
 * The CEL library, set up for policies. Of CEL only comparison, logic and arithmetic are left: no
 * macro, no regular expression, no text, no list. Setting it up takes a second of one core, so
 * nobody touches this class who can do without.
 */
final class Cel {
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

  private Cel() {}

  /** Parses an expression and checks its types. */
  static CelValidationResult check(String expression) {
    return COMPILER.compile(expression);
  }

  /** The library's own way of asking what it has checked. */
  static OfTruth question(CelAbstractSyntaxTree checked, Map<String, Vocabulary.Word> used)
      throws CelEvaluationException {
    CelRuntime.Program program = RUNTIME.createProgram(checked);
    return look -> {
      Map<String, Object> values = HashMap.newHashMap(used.size());
      used.forEach((name, word) -> values.put(name, value(word.question(), look)));
      try {
        return Boolean.TRUE.equals(program.eval(values));
      } catch (CelEvaluationException failed) {
        throw unanswered(failed.getErrorCode());
      }
    };
  }

  private static Unanswered unanswered(CelErrorCode code) {
    return switch (code) {
      case DIVIDE_BY_ZERO -> Unanswered.DIVIDED_BY_ZERO;
      case NUMERIC_OVERFLOW -> Unanswered.TOO_LARGE;
      default -> Unanswered.NOT_ANSWERED;
    };
  }

  private static Object value(Question question, Look look) {
    return switch (question) {
      case OfTruth truth -> (Object) truth.of(look);
      case OfCount count -> (Object) count.of(look);
      case OfNumber number -> (Object) number.of(look);
    };
  }

  private static CelCompiler compiler() {
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(List.of())
            .setStandardEnvironmentEnabled(false)
            .setStandardDeclarations(
                CelStandardDeclarations.newBuilder().filterFunctions(Cel::isBounded).build())
            .setResultType(SimpleType.BOOL);
    Vocabulary.of(Category.GAMBLING)
        .words()
        .forEach((name, word) -> builder.addVar(name, type(word.question())));
    return builder.build();
  }

  private static CelType type(Question question) {
    return switch (question.kind()) {
      case TRUTH -> SimpleType.BOOL;
      case COUNT -> SimpleType.INT;
      case NUMBER -> SimpleType.DOUBLE;
    };
  }

  private static boolean isBounded(StandardFunction function, StandardOverload overload) {
    return OPERATORS.contains(function)
        && overload.celOverloadDecl().parameterTypes().stream()
            .allMatch(type -> KINDS.contains(type.kind()));
  }
}

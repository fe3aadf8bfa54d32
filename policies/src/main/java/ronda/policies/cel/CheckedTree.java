package ronda.policies.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ronda.policies.cel.Expression.Comparison;
import ronda.policies.cel.Expression.Reckoning;

/** Takes over what CEL has checked. */
final class CheckedTree {
  private static final Map<String, Comparison> COMPARISONS =
      Map.of(
          "_==_", Comparison.EQUAL,
          "_!=_", Comparison.NOT_EQUAL,
          "_<_", Comparison.LESS,
          "_<=_", Comparison.LESS_OR_EQUAL,
          "_>_", Comparison.GREATER,
          "_>=_", Comparison.GREATER_OR_EQUAL);

  private static final Map<String, Reckoning> RECKONINGS =
      Map.of(
          "_+_", Reckoning.PLUS,
          "_-_", Reckoning.MINUS,
          "_*_", Reckoning.TIMES,
          "_/_", Reckoning.DIVIDED_BY);

  private final Map<Long, CelReference> references;

  private CheckedTree(Map<Long, CelReference> references) {
    this.references = references;
  }

  /**
   * The same expression as our tree. Empty where it holds what no policy needs and CEL still lets
   * pass, such as {@code 'a' == 'b'}: CEL must then evaluate it itself.
   */
  static Optional<Expression> of(CelAbstractSyntaxTree checked) {
    return new CheckedTree(checked.getReferenceMap()).tree(checked.getExpr());
  }

  private Optional<Expression> tree(CelExpr expression) {
    return switch (expression.getKind()) {
      case CONSTANT -> constant(expression.constant());
      case CALL -> call(expression.call());
      // A dotted word such as scam.score is a selection, and refers to one name all the same.
      case IDENT, SELECT ->
          Optional.ofNullable(references.get(expression.id()))
              .map(reference -> new Expression.Named(reference.name()));
      case NOT_SET, LIST, STRUCT, MAP, COMPREHENSION -> Optional.empty();
    };
  }

  private static Optional<Expression> constant(CelConstant constant) {
    return switch (constant.getKind()) {
      case BOOLEAN_VALUE -> Optional.of(new Expression.Truth(constant.booleanValue()));
      case INT64_VALUE -> Optional.of(new Expression.Count(constant.int64Value()));
      case DOUBLE_VALUE -> Optional.of(new Expression.Number(constant.doubleValue()));
      default -> Optional.empty(); // texts, bytes, times: the library's own list may grow
    };
  }

  private Optional<Expression> call(CelExpr.CelCall call) {
    List<Expression> on = new ArrayList<>();
    for (CelExpr argument : call.args()) {
      Optional<Expression> operand = tree(argument);
      if (operand.isEmpty()) {
        return Optional.empty();
      }
      on.add(operand.get());
    }
    return switch (on.size()) {
      case 1 -> ofOne(call.function(), on.getFirst());
      case 2 -> ofTwo(call.function(), on.getFirst(), on.getLast());
      case 3 ->
          call.function().equals("_?_:_")
              ? Optional.of(new Expression.Choice(on.get(0), on.get(1), on.get(2)))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<Expression> ofOne(String function, Expression on) {
    return switch (function) {
      case "!_" -> Optional.of(new Expression.Not(on));
      case "-_" -> Optional.of(new Expression.Negative(on));
      default -> Optional.empty();
    };
  }

  private static Optional<Expression> ofTwo(String function, Expression left, Expression right) {
    if (function.equals("_&&_")) {
      return Optional.of(new Expression.Both(left, right));
    }
    if (function.equals("_||_")) {
      return Optional.of(new Expression.Either(left, right));
    }
    Comparison comparison = COMPARISONS.get(function);
    if (comparison != null) {
      return Optional.of(new Expression.Compared(comparison, left, right));
    }
    return Optional.ofNullable(RECKONINGS.get(function))
        .map(reckoning -> new Expression.Reckoned(reckoning, left, right));
  }
}

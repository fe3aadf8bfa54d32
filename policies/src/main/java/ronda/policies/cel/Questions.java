package ronda.policies.cel;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import ronda.policies.cel.Expression.Comparison;
import ronda.policies.cel.Expression.Reckoning;
import ronda.policies.cel.Question.OfCount;
import ronda.policies.cel.Question.OfNumber;
import ronda.policies.cel.Question.OfTruth;
import ronda.policies.cel.Question.Unanswered;

/**
 * Makes a question of a checked expression. It means what CEL means by it, to the last corner:
 * {@code false && x} is false even where {@code x} has no answer, whole numbers never wrap, and
 * whole numbers compare with others as CEL's Java library compares them. A property test asks both.
 */
final class Questions {
  private final Map<String, Vocabulary.Word> words;

  Questions(Vocabulary vocabulary) {
    this.words = vocabulary.words();
  }

  /**
   * The question that {@code expression} puts.
   *
   * @throws IllegalArgumentException if it is not a truth, or its types do not fit
   */
  OfTruth truth(Expression expression) {
    return of(expression) instanceof OfTruth truth ? truth : refuse(expression);
  }

  /** The words that stand in {@code expression}. */
  Set<Vocabulary.Word> wordsIn(Expression expression) {
    Set<Vocabulary.Word> used = new LinkedHashSet<>();
    addWords(expression, used);
    return used;
  }

  private void addWords(Expression expression, Set<Vocabulary.Word> used) {
    if (expression instanceof Expression.Named(String name)) {
      used.add(word(name));
    }
    expression.parts().forEach(part -> addWords(part, used));
  }

  private static <T> T refuse(Expression expression) {
    throw new IllegalArgumentException("types do not fit in " + expression);
  }

  // No switches over types here: see Expression.
  private Question of(Expression expression) {
    if (expression instanceof Expression.Named named) {
      return word(named.word()).question();
    }
    if (expression instanceof Expression.Truth truth) {
      boolean value = truth.value();
      return (OfTruth) look -> value;
    }
    if (expression instanceof Expression.Count count) {
      long value = count.value();
      return (OfCount) look -> value;
    }
    if (expression instanceof Expression.Number number) {
      double value = number.value();
      return (OfNumber) look -> value;
    }
    return ofParts(expression);
  }

  private Question ofParts(Expression expression) {
    if (expression instanceof Expression.Both both) {
      return both(truth(both.left()), truth(both.right()));
    }
    if (expression instanceof Expression.Either either) {
      return either(truth(either.left()), truth(either.right()));
    }
    if (expression instanceof Expression.Compared compared) {
      return compared(compared.how(), of(compared.left()), of(compared.right()), expression);
    }
    if (expression instanceof Expression.Reckoned reckoned) {
      return reckoned(reckoned.how(), of(reckoned.left()), of(reckoned.right()), expression);
    }
    if (expression instanceof Expression.Not not) {
      return not(truth(not.of()));
    }
    if (expression instanceof Expression.Negative negative) {
      return negative(of(negative.of()), expression);
    }
    if (expression instanceof Expression.Choice choice) {
      return choice(truth(choice.chooser()), of(choice.yes()), of(choice.no()), expression);
    }
    return refuse(expression);
  }

  private Vocabulary.Word word(String name) {
    Vocabulary.Word word = words.get(name);
    if (word == null) {
      throw new IllegalArgumentException("'" + name + "' is no word of the vocabulary");
    }
    return word;
  }

  private static OfTruth not(OfTruth truth) {
    return look -> !truth.of(look);
  }

  private static Question negative(Question of, Expression whole) {
    if (of instanceof OfCount count) {
      return (OfCount) look -> Exactly.minus(0, count.of(look));
    }
    return of instanceof OfNumber number ? (OfNumber) look -> -number.of(look) : refuse(whole);
  }

  private static OfTruth both(OfTruth left, OfTruth right) {
    return look -> {
      boolean first;
      try {
        first = left.of(look);
      } catch (Unanswered unanswered) {
        if (right.of(look)) {
          throw unanswered;
        }
        return false;
      }
      return first && right.of(look);
    };
  }

  private static OfTruth either(OfTruth left, OfTruth right) {
    return look -> {
      boolean first;
      try {
        first = left.of(look);
      } catch (Unanswered unanswered) {
        if (right.of(look)) {
          return true;
        }
        throw unanswered;
      }
      return first || right.of(look);
    };
  }

  private static Question choice(OfTruth chooser, Question one, Question other, Expression whole) {
    if (one instanceof OfTruth yes && other instanceof OfTruth no) {
      return (OfTruth) look -> chooser.of(look) ? yes.of(look) : no.of(look);
    }
    if (one instanceof OfCount yes && other instanceof OfCount no) {
      return (OfCount) look -> chooser.of(look) ? yes.of(look) : no.of(look);
    }
    if (one instanceof OfNumber yes && other instanceof OfNumber no) {
      return (OfNumber) look -> chooser.of(look) ? yes.of(look) : no.of(look);
    }
    return refuse(whole);
  }

  private static Question compared(Comparison how, Question one, Question other, Expression whole) {
    if (one instanceof OfNumber left && other instanceof OfNumber right) {
      return numbers(how, left, right);
    }
    if (one instanceof OfCount left && other instanceof OfCount right) {
      return ordered(how, look -> Long.compare(left.of(look), right.of(look)));
    }
    if (one instanceof OfTruth left && other instanceof OfTruth right) {
      return ordered(how, look -> Boolean.compare(left.of(look), right.of(look)));
    }
    boolean equality = how == Comparison.EQUAL || how == Comparison.NOT_EQUAL;
    if (!equality && one instanceof OfNumber left && other instanceof OfCount right) {
      return ordered(how, look -> beside(left.of(look), right.of(look)));
    }
    if (!equality && one instanceof OfCount left && other instanceof OfNumber right) {
      return ordered(how, look -> -beside(right.of(look), left.of(look)));
    }
    return refuse(whole);
  }

  /** How two answers lie to each other: below 0, 0 or above. */
  private interface Order {
    int of(Look look);
  }

  private static OfTruth ordered(Comparison how, Order order) {
    return switch (how) {
      case EQUAL -> look -> order.of(look) == 0;
      case NOT_EQUAL -> look -> order.of(look) != 0;
      case LESS -> look -> order.of(look) < 0;
      case LESS_OR_EQUAL -> look -> order.of(look) <= 0;
      case GREATER -> look -> order.of(look) > 0;
      case GREATER_OR_EQUAL -> look -> order.of(look) >= 0;
    };
  }

  private static OfTruth numbers(Comparison how, OfNumber left, OfNumber right) {
    return switch (how) {
      case EQUAL -> look -> left.of(look) == right.of(look);
      case NOT_EQUAL -> look -> left.of(look) != right.of(look);
      case LESS -> look -> left.of(look) < right.of(look);
      case LESS_OR_EQUAL -> look -> left.of(look) <= right.of(look);
      case GREATER -> look -> left.of(look) > right.of(look);
      case GREATER_OR_EQUAL -> look -> left.of(look) >= right.of(look);
    };
  }

  /** A number beside a whole number, as the library orders them: NaN above all, -0.0 below 0. */
  private static int beside(double number, long count) {
    if (number < -0x1p63) {
      return -1;
    }
    return number > 0x1p63 ? 1 : Double.compare(number, count);
  }

  private static Question reckoned(Reckoning how, Question one, Question other, Expression whole) {
    if (one instanceof OfCount left && other instanceof OfCount right) {
      return counts(how, left, right);
    }
    if (one instanceof OfNumber left && other instanceof OfNumber right) {
      return switch (how) {
        case PLUS -> (OfNumber) look -> left.of(look) + right.of(look);
        case MINUS -> (OfNumber) look -> left.of(look) - right.of(look);
        case TIMES -> (OfNumber) look -> left.of(look) * right.of(look);
        case DIVIDED_BY -> (OfNumber) look -> left.of(look) / right.of(look);
      };
    }
    return refuse(whole);
  }

  private static OfCount counts(Reckoning how, OfCount left, OfCount right) {
    return switch (how) {
      case PLUS -> look -> Exactly.plus(left.of(look), right.of(look));
      case MINUS -> look -> Exactly.minus(left.of(look), right.of(look));
      case TIMES -> look -> Exactly.times(left.of(look), right.of(look));
      case DIVIDED_BY -> look -> Exactly.dividedBy(left.of(look), right.of(look));
    };
  }
}

package ronda.policies.cel;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Expressions that pass the type checker and that nobody would write: deep, with the numbers at the
 * ends, dividing by what may be zero.
 */
final class MadeUpExpressions {
  private static final List<String> TRUTHS =
      List.of("promotes", "mentions", "scam.promotes", "hate.mentions", "true", "false");
  private static final List<String> COUNTS =
      List.of(
          "terms",
          "hints",
          "patterns",
          "cautions",
          "topics",
          "scam.terms",
          "disguised",
          "words",
          "contacts",
          "links",
          "payments",
          "found.phone",
          "found.price",
          "0",
          "1",
          "-1",
          "2",
          "7",
          "4611686018427387904",
          "9223372036854775807",
          "-9223372036854775808",
          "9007199254740993");
  private static final List<String> NUMBERS =
      List.of(
          "score",
          "gambling.score",
          "scam.score",
          "hate.score",
          "weight",
          "scam.weight",
          "0.0",
          "-0.0",
          "0.5",
          "1.0",
          "-1.5",
          "1e308",
          "9223372036854775808.0",
          "-9223372036854775808.0",
          "9007199254740992.0",
          "4.9e-324");
  private static final List<String> ORDERS = List.of("<", "<=", ">", ">=");
  private static final List<String> COMPARISONS = List.of("<", "<=", ">", ">=", "==", "!=");
  private static final List<String> RECKONINGS = List.of("+", "-", "*", "/");

  private final SplittableRandom random;

  MadeUpExpressions(SplittableRandom random) {
    this.random = random;
  }

  /** A question, at most so deep. */
  String truth(int depth) {
    if (depth == 0 || random.nextInt(8) == 0) {
      return one(TRUTHS);
    }
    int deeper = depth - 1;
    return switch (random.nextInt(9)) {
      case 0 -> "!(" + truth(deeper) + ")";
      case 1, 2 -> "(" + truth(deeper) + " && " + truth(deeper) + ")";
      case 3, 4 -> "(" + truth(deeper) + " || " + truth(deeper) + ")";
      case 5 -> "(" + truth(deeper) + " ? " + truth(deeper) + " : " + truth(deeper) + ")";
      case 6 -> "(" + truth(deeper) + " " + one(COMPARISONS) + " " + truth(deeper) + ")";
      default -> comparison(deeper);
    };
  }

  private String comparison(int depth) {
    return switch (random.nextInt(4)) {
      case 0 -> "(" + count(depth) + " " + one(COMPARISONS) + " " + count(depth) + ")";
      case 1 -> "(" + number(depth) + " " + one(COMPARISONS) + " " + number(depth) + ")";
      case 2 -> "(" + count(depth) + " " + one(ORDERS) + " " + number(depth) + ")";
      default -> "(" + number(depth) + " " + one(ORDERS) + " " + count(depth) + ")";
    };
  }

  private String count(int depth) {
    return reckoned(depth, COUNTS);
  }

  private String number(int depth) {
    return reckoned(depth, NUMBERS);
  }

  private String reckoned(int depth, List<String> words) {
    if (depth == 0 || random.nextInt(3) == 0) {
      return one(words);
    }
    int deeper = depth - 1;
    return switch (random.nextInt(6)) {
      case 0 -> "-(" + reckoned(deeper, words) + ")";
      case 1 ->
          "(%s ? %s : %s)"
              .formatted(truth(deeper), reckoned(deeper, words), reckoned(deeper, words));
      default ->
          "(%s %s %s)".formatted(reckoned(deeper, words), one(RECKONINGS), reckoned(deeper, words));
    };
  }

  private String one(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}

package ronda.policies.cel;

import ronda.policies.cel.Question.Unanswered;

/** Whole numbers that are right or have no answer: none wraps, none is divided by zero. */
final class Exactly {
  private Exactly() {}

  static long plus(long left, long right) {
    long sum = left + right;
    return answer(sum, ((left ^ sum) & (right ^ sum)) >= 0);
  }

  static long minus(long left, long right) {
    long difference = left - right;
    return answer(difference, ((left ^ right) & (left ^ difference)) >= 0);
  }

  static long times(long left, long right) {
    long low = left * right;
    return answer(low, Math.multiplyHigh(left, right) == low >> 63);
  }

  static long dividedBy(long left, long right) {
    if (right == 0) {
      throw Unanswered.DIVIDED_BY_ZERO;
    }
    return answer(left / right, left != Long.MIN_VALUE || right != -1);
  }

  private static long answer(long number, boolean right) {
    if (!right) {
      throw Unanswered.TOO_LARGE;
    }
    return number;
  }
}

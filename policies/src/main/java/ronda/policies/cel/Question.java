package ronda.policies.cel;

import ronda.identify.decide.Failures.Why;

/**
 * What can be asked of a post: whether something is so, how many there are, or how much. Nothing is
 * boxed and nothing looked up by name, so that asking costs nanoseconds.
 */
sealed interface Question {
  /** What the answer is: a truth, a count or a number. */
  PolicyWords.Kind kind();

  /** A question that is answered by yes or no. */
  non-sealed interface OfTruth extends Question {
    /**
     * The answer.
     *
     * @throws Unanswered where there is none, as for a division by zero
     */
    boolean of(Look look);

    @Override
    default PolicyWords.Kind kind() {
      return PolicyWords.Kind.TRUTH;
    }
  }

  /** A question that is answered by a whole number. */
  non-sealed interface OfCount extends Question {
    /**
     * The answer.
     *
     * @throws Unanswered where there is none
     */
    long of(Look look);

    @Override
    default PolicyWords.Kind kind() {
      return PolicyWords.Kind.COUNT;
    }
  }

  /** A question that is answered by a number with a fraction. */
  non-sealed interface OfNumber extends Question {
    /**
     * The answer; never NaN unless infinite or idle numbers were divided.
     *
     * @throws Unanswered where there is none
     */
    double of(Look look);

    @Override
    default PolicyWords.Kind kind() {
      return PolicyWords.Kind.NUMBER;
    }
  }

  /** A question has no answer for this post: a number grew too large, or was divided by zero. */
  final class Unanswered extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** One for each reason: they are thrown on the hot path, and say nothing but this. */
    static final Unanswered DIVIDED_BY_ZERO = new Unanswered(Why.DIVIDED_BY_ZERO);

    static final Unanswered TOO_LARGE = new Unanswered(Why.TOO_LARGE);
    static final Unanswered NOT_ANSWERED = new Unanswered(Why.NOT_ANSWERED);

    private final Why why;

    private Unanswered(Why why) {
      super(why.words(), null, false, false);
      this.why = why;
    }

    Why why() {
      return why;
    }
  }
}

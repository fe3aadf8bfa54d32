package ronda.policies.cel;

import java.util.List;

/**
 * A condition's expression as a tree, after CEL has parsed it and checked its types. It holds what
 * our vocabulary and operators can say, and nothing else.
 */
sealed interface Expression {
  // Methods rather than switches over the kinds: the first switch over types that a process meets
  // costs it some milliseconds, and these stand in the way of every start.

  /** The expressions that it is made of. */
  List<Expression> parts();

  /** A word of the {@link Vocabulary}. */
  record Named(String word) implements Expression {
    @Override
    public List<Expression> parts() {
      return List.of();
    }
  }

  /** {@code true} or {@code false}. */
  record Truth(boolean value) implements Expression {
    @Override
    public List<Expression> parts() {
      return List.of();
    }
  }

  /** A whole number. */
  record Count(long value) implements Expression {
    @Override
    public List<Expression> parts() {
      return List.of();
    }
  }

  /** A number with a fraction. */
  record Number(double value) implements Expression {
    @Override
    public List<Expression> parts() {
      return List.of();
    }
  }

  /** {@code !of}. */
  record Not(Expression of) implements Expression {
    @Override
    public List<Expression> parts() {
      return List.of(of);
    }
  }

  /** {@code -of}. */
  record Negative(Expression of) implements Expression {
    @Override
    public List<Expression> parts() {
      return List.of(of);
    }
  }

  /** {@code left && right}. */
  record Both(Expression left, Expression right) implements Expression {
    @Override
    public List<Expression> parts() {
      return List.of(left, right);
    }
  }

  /** {@code left || right}. */
  record Either(Expression left, Expression right) implements Expression {
    @Override
    public List<Expression> parts() {
      return List.of(left, right);
    }
  }

  /** {@code chooser ? yes : no}. */
  record Choice(Expression chooser, Expression yes, Expression no) implements Expression {
    @Override
    public List<Expression> parts() {
      return List.of(chooser, yes, no);
    }
  }

  /** Two sides, compared. */
  record Compared(Comparison how, Expression left, Expression right) implements Expression {
    @Override
    public List<Expression> parts() {
      return List.of(left, right);
    }
  }

  /** Two sides, reckoned together. */
  record Reckoned(Reckoning how, Expression left, Expression right) implements Expression {
    @Override
    public List<Expression> parts() {
      return List.of(left, right);
    }
  }

  /** How two sides are compared. */
  enum Comparison {
    EQUAL,
    NOT_EQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL
  }

  /** How two sides are reckoned together. */
  enum Reckoning {
    PLUS,
    MINUS,
    TIMES,
    DIVIDED_BY
  }
}

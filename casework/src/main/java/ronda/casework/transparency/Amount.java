package ronda.casework.transparency;

import java.util.List;
import java.util.Optional;

/**
 * How often something happened, as the public may know it (jumlah). Behind a number from 1 to 4
 * stand so few that a neighbour may know which; nought stands for nobody and is said.
 */
public sealed interface Amount {
  /** Numbers below this are not said, unless they are nought. */
  long FEW = 5;

  /** What was counted. */
  record Exact(long count) implements Amount {
    public Exact {
      if (count < 0 || isSmall(count)) {
        throw new IllegalArgumentException("not to be said: " + count);
      }
    }
  }

  /** One to four: which, is not said. */
  record Few() implements Amount {}

  /**
   * A sum of which a small part is not said, or a number that would betray such a part: between
   * what it can be at least and at most.
   */
  record Between(long least, long most) implements Amount {}

  /** Whether this number is not to be said. */
  static boolean isSmall(long count) {
    return count > 0 && count < FEW;
  }

  static Amount of(long count) {
    return isSmall(count) ? new Few() : new Exact(count);
  }

  /**
   * This count as it may stand beside a related number, such as the cases that were opened beside
   * the decisions that confirmed something. Whoever subtracts one from the other must not learn
   * what the related number hides: where that is a range, this one is a range as wide, and the very
   * same for whatever the hidden ones are.
   */
  static Amount beside(Amount related, long count) {
    long wide = related.most() - related.least() + 1;
    if (wide == 1 || count < FEW) {
      return of(count);
    }
    long least = related.least() + Math.floorDiv(count - related.least(), wide) * wide;
    long most = least + wide - 1;
    return most == FEW ? of(count) : new Between(Math.max(least, FEW), most);
  }

  /**
   * The sum of counts that are said so. It follows from what is said of them and from nothing else,
   * so that it betrays nothing: whatever the small ones are, it is the same.
   */
  static Amount sum(List<Amount> said) {
    if (said.stream().allMatch(Exact.class::isInstance)) {
      return new Exact(said.stream().mapToLong(Amount::least).sum());
    }
    List<Amount> some = said.stream().filter(one -> one.most() > 0).toList();
    return some.size() == 1
        ? some.getFirst()
        : new Between(
            some.stream().mapToLong(Amount::least).sum(),
            some.stream().mapToLong(Amount::most).sum());
  }

  /** What it is at least, as far as is said. */
  default long least() {
    return switch (this) {
      case Exact exact -> exact.count;
      case Few few -> 1;
      case Between between -> between.least;
    };
  }

  /** What it is at most, as far as is said. */
  default long most() {
    return switch (this) {
      case Exact exact -> exact.count;
      case Few few -> FEW - 1;
      case Between between -> between.most;
    };
  }

  /** The number; empty if it is not said. */
  default Optional<Long> exactly() {
    return this instanceof Exact exact ? Optional.of(exact.count) : Optional.empty();
  }

  /** As it is written: {@code 12}, {@code <5} or {@code 13-16}. */
  default String shown() {
    return switch (this) {
      case Exact exact -> Long.toString(exact.count);
      case Few few -> "<" + FEW;
      case Between between -> between.least + "-" + between.most;
    };
  }
}

package ronda.casework.transparency;

import java.util.Optional;
import java.util.stream.LongStream;

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

  /** A sum of which a small part is not said: between what it can be at least and at most. */
  record Between(long least, long most) implements Amount {}

  /** Whether this number is not to be said. */
  static boolean isSmall(long count) {
    return count > 0 && count < FEW;
  }

  static Amount of(long count) {
    return isSmall(count) ? new Few() : new Exact(count);
  }

  /**
   * The sum of these counts. It follows from what is said of them and from nothing else, so that it
   * betrays nothing: whatever the small ones are, it is the same.
   */
  static Amount sum(LongStream counts) {
    long[] all = counts.toArray();
    long said = LongStream.of(all).filter(count -> !isSmall(count)).sum();
    long hidden = LongStream.of(all).filter(Amount::isSmall).count();
    if (hidden == 0) {
      return new Exact(said);
    }
    return hidden == 1 && said == 0
        ? new Few()
        : new Between(said + hidden, said + hidden * (FEW - 1));
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

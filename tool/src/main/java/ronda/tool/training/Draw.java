package ronda.tool.training;

import java.util.Optional;

/** Numbers, codes and names that a made-up post needs and that must not be anybody's. */
sealed interface Draw {
  /** So many digits, such as {@code <digits:6>}. */
  record Digits(int count) implements Draw {}

  /** A number in a range, such as {@code <number:2..9>}. */
  record Number(int first, int last) implements Draw {}

  /** Letters and digits at random, such as {@code <code:7>}. */
  record Code(int count) implements Draw {}

  /** An invented word, such as {@code <syllables:2>}. */
  record Syllables(int count) implements Draw {}

  /** A mobile number in one of the ways people write it. */
  record Phone() implements Draw {}

  /** An account's name. */
  record Handle() implements Draw {}

  /** A gambling site's name as such sites are called, but invented. */
  record Brand() implements Draw {}

  /** The draw with this name, if it is one. */
  static Optional<Draw> named(String name) {
    int colon = name.indexOf(':');
    String kind = colon < 0 ? name : name.substring(0, colon);
    String rest = colon < 0 ? "" : name.substring(colon + 1);
    return Optional.ofNullable(
        switch (kind) {
          case "digits" -> new Digits(Integer.parseInt(rest));
          case "number" -> range(rest);
          case "code" -> new Code(Integer.parseInt(rest));
          case "syllables" -> new Syllables(Integer.parseInt(rest));
          case "phone" -> new Phone();
          case "handle" -> new Handle();
          case "brand" -> new Brand();
          default -> null;
        });
  }

  private static Number range(String rest) {
    int dots = rest.indexOf("..");
    if (dots < 0) {
      throw new IllegalArgumentException("a number needs its range, such as 2..9, had " + rest);
    }
    return new Number(
        Integer.parseInt(rest.substring(0, dots)), Integer.parseInt(rest.substring(dots + 2)));
  }

  /** What the dice give. */
  default String with(Dice dice) {
    return switch (this) {
      case Digits(int count) -> InventedNames.letters("0123456789", count, dice);
      case Number(int first, int last) -> Integer.toString(dice.between(first, last));
      case Code(int count) -> InventedNames.code(count, dice);
      case Syllables(int count) -> InventedNames.word(count, dice);
      case Phone() -> InventedNames.phone(dice);
      case Handle() -> InventedNames.handle(dice);
      case Brand() -> InventedNames.brand(dice);
    };
  }
}

package ronda.server.desk;

import java.util.Locale;

/** The part of a message's key that stands for one of several values. */
final class Keys {
  private Keys() {}

  /** Lower-case with hyphens, such as {@code held-by-another}. */
  static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

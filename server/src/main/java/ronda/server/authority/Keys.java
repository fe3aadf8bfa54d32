package ronda.server.authority;

import java.util.Locale;

/** The message key of an enum's constant: {@code SAME_PERSON} is {@code same-person}. */
final class Keys {
  private Keys() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

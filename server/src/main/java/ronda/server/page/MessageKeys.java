package ronda.server.page;

import java.util.Locale;

/** The part of a message's key, or of an address, that stands for one of several values. */
public final class MessageKeys {
  private MessageKeys() {}

  /** Lower-case with hyphens: {@code SAME_PERSON} is {@code same-person}. */
  public static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

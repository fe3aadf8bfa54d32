package ronda.casework.authority;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a row says of an act. */
public enum Ruling {
  ALLOWED,
  /** Not by oneself: whom it is referred to, the row names. */
  REFER,
  FORBIDDEN;

  private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The stable code, such as {@code allowed}. */
  public String code() {
    return code;
  }

  /** The one with this code, if there is one. */
  public static Optional<Ruling> ofCode(String code) {
    return Stream.of(values()).filter(one -> one.code.equals(code)).findFirst();
  }
}

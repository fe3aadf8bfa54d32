package ronda.casework.authority;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import ronda.casework.office.Office;

/**
 * Who does something: the offices that work with Ronda, and those beside them (pelaku tindakan).
 */
public enum Actor {
  COMMUNICATIONS_OFFICE,
  POLICE_RELATIONS,
  MINISTRY,
  /** Police who investigate crimes. */
  POLICE_INVESTIGATOR,
  BAWASLU,
  /** A platform or an internet provider. */
  PLATFORM,
  BANK,
  /** An office's digital spokesperson. */
  SPOKESPERSON,
  CITIZEN;

  private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The stable code, such as {@code communications-office}. */
  public String code() {
    return code;
  }

  /** The one with this code, if there is one. */
  public static Optional<Actor> ofCode(String code) {
    return Stream.of(values()).filter(one -> one.code.equals(code)).findFirst();
  }

  /** What an office that works with Ronda is before the law. */
  public static Actor of(Office.Kind kind) {
    return switch (kind) {
      case COMMUNICATIONS_OFFICE -> COMMUNICATIONS_OFFICE;
      case POLICE_RELATIONS -> POLICE_RELATIONS;
      case MINISTRY -> MINISTRY;
    };
  }
}

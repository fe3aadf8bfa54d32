package ronda.casework.office;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A public office that works with Ronda (kantor), such as the Dinas Kominfo of a city. What one
 * office keeps, no other sees.
 *
 * @param region the place it serves
 */
public record Office(UUID id, String name, Kind kind, Region region) {
  /** How long a name may be, in characters. */
  public static final int LONGEST_NAME = 200;

  /** What sort of office: the law gives each its own powers. */
  public enum Kind {
    /** A communications office of a regency, city or province. */
    COMMUNICATIONS_OFFICE,
    /** The public-relations desk of a police region. */
    POLICE_RELATIONS,
    /** The ministry. */
    MINISTRY;

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The stable code, such as {@code communications-office}. */
    public String code() {
      return code;
    }

    /** The kind with this code, if there is one. */
    public static Optional<Kind> ofCode(String code) {
      return Stream.of(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
  }

  public Office {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "an office has a name of at most " + LONGEST_NAME + " characters, was '" + name + "'");
    }
  }
}

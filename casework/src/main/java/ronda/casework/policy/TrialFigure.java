package ronda.casework.policy;

import java.util.Locale;
import java.util.Optional;

/** A number in the result of a trial run that has jobs behind it (angka uji). */
public enum TrialFigure {
  /** Posts that the text tried would raise. */
  RAISED,
  /** Of them, those that officers confirmed in the policy's category. */
  CONFIRMED,
  /** Of them, those that officers called not harmful, or harmful in another category. */
  REJECTED,
  NOT_JUDGED,
  /** Posts that the version in force raises. */
  TODAY,
  TODAY_CONFIRMED,
  TODAY_REJECTED,
  TODAY_NOT_JUDGED,
  /** Posts that the text tried raises and the version in force does not. */
  GAINED,
  /** The other way round. */
  LOST;

  /** The stable code, such as {@code not-judged}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The figure with this code, if there is one. */
  public static Optional<TrialFigure> ofCode(String code) {
    for (TrialFigure figure : values()) {
      if (figure.code().equals(code)) {
        return Optional.of(figure);
      }
    }
    return Optional.empty();
  }
}

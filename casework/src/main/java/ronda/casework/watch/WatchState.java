package ronda.casework.watch;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How a watched account stands (keadaan pengawasan). None of them says that its holder did wrong:
 * that is for a competent body.
 */
public enum WatchState {
  /** Somebody keeps an eye on it (diamati). */
  OBSERVED,
  /** It was reported to whoever may act (dilaporkan). */
  REPORTED,
  /** It cannot be found any more (hilang). */
  GONE,
  /** It is there again after having gone (muncul lagi). */
  BACK,
  /**
   * Nobody watches it any more, because it was entered by mistake or is of no concern (dilepas).
   */
  RELEASED;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The stable code, such as {@code reported}. */
  public String code() {
    return code;
  }

  /** The state with this code, if there is one. */
  public static Optional<WatchState> ofCode(String code) {
    for (WatchState state : values()) {
      if (state.code.equals(code)) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }

  /** What may come next. */
  public Set<WatchState> next() {
    return switch (this) {
      case OBSERVED -> EnumSet.of(REPORTED, GONE, RELEASED);
      case REPORTED -> EnumSet.of(GONE, RELEASED);
      case GONE -> EnumSet.of(BACK, RELEASED);
      case BACK -> EnumSet.of(REPORTED, GONE, RELEASED);
      case RELEASED -> EnumSet.of(OBSERVED);
    };
  }
}

package ronda.casework.watch;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import ronda.casework.office.Region;
import ronda.identify.post.Category;

/** One thing that happened to a watched account (langkah pengawasan). It never unhappens. */
public sealed interface WatchStep {
  /** How an account came onto the watchlist. */
  enum Way {
    /** Found by the office's own patrol. */
    PATROL,
    /** A citizen reported it. */
    CITIZEN_REPORT,
    /** An officer brought a list. */
    IMPORT,
    /** An officer came across it. */
    BY_HAND;

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The stable code, such as {@code citizen-report}. */
    public String code() {
      return code;
    }

    /** The way with this code, if there is one. */
    public static Optional<Way> ofCode(String code) {
      for (Way way : values()) {
        if (way.code.equals(code)) {
          return Optional.of(way);
        }
      }
      return Optional.empty();
    }
  }

  /** It was put on the watchlist. */
  record Entered(Way way, Description description, String note) implements WatchStep {}

  /** Its description was put right. */
  record Described(Description description, String reason) implements WatchStep {}

  /** It stands differently now. */
  record Moved(WatchState to, String reason) implements WatchStep {}

  /** Somebody looked whether it is there. */
  record Looked(boolean there, String note) implements WatchStep {}

  /** A case has to do with it. */
  record CaseLinked(String number) implements WatchStep {}

  /** Somebody wrote something down. */
  record Noted(String text) implements WatchStep {}

  /** The stable code of this kind of step, such as {@code case-linked}. */
  default String code() {
    return switch (this) {
      case Entered entered -> "entered";
      case Described described -> "described";
      case Moved moved -> "moved";
      case Looked looked -> "looked";
      case CaseLinked linked -> "case-linked";
      case Noted noted -> "noted";
    };
  }

  /**
   * What is known of an account beyond its name.
   *
   * @param displayName as the platform shows it; empty where nobody knows
   * @param region where its offer is aimed at, as far as anybody knows
   * @param category what it is suspected of (dugaan)
   */
  record Description(String displayName, Region region, Category category) {
    /** How long a display name may be, in characters. */
    public static final int LONGEST_NAME = 200;

    public Description {
      displayName = displayName.strip();
      if (displayName.length() > LONGEST_NAME) {
        throw new IllegalArgumentException(
            "a display name has at most " + LONGEST_NAME + " characters");
      }
    }
  }

  /**
   * A step in its place.
   *
   * @param at to the microsecond: what a database keeps
   * @param by who did it, as it shall be read in ten years
   */
  record Taken(Instant at, String by, WatchStep step) {
    public Taken {
      at = at.truncatedTo(ChronoUnit.MICROS);
    }
  }
}

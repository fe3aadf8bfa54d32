package ronda.casework.referral;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * Until when this office wants an answer (tenggat kantor): its own clock, which begins when the
 * letter leaves. It is never the clock that the ministry sets a platform; nobody here knows when
 * that one begins.
 */
public sealed interface Target {
  /** By the clock, night and holiday: urgent matters. */
  record Hours(int hours) implements Target {
    public Hours {
      if (hours < 1 || hours > 24 * 90) {
        throw new IllegalArgumentException("a target has 1 to 2160 hours, was " + hours);
      }
    }
  }

  /** Days on which offices work; it ends with the last of them. */
  record Working(int days) implements Target {
    public Working {
      if (days < 1 || days > 90) {
        throw new IllegalArgumentException("a target has 1 to 90 working days, was " + days);
      }
    }
  }

  /** When a letter that left at {@code sent} should have been answered. */
  default Instant after(Instant sent, WorkingDays calendar) {
    return switch (this) {
      case Hours hours -> sent.plus(Duration.ofHours(hours.hours));
      case Working working -> {
        ZonedDateTime left = sent.atZone(calendar.zone());
        yield calendar
            .plus(left.toLocalDate(), working.days)
            .plusDays(1)
            .atStartOfDay(calendar.zone())
            .toInstant();
      }
    };
  }

  /** Whether it lies behind {@code now}, of a letter that left at {@code sent}. */
  default boolean hasPassed(Instant sent, Instant now, WorkingDays calendar) {
    return now.isAfter(after(sent, calendar));
  }

  /** Its stable code, such as {@code 4h} or {@code 5d}. */
  default String code() {
    return switch (this) {
      case Hours hours -> hours.hours + "h";
      case Working working -> working.days + "d";
    };
  }

  /** The target with this code, if it is one. */
  static Optional<Target> ofCode(String code) {
    if (code.length() < 2 || code.length() > 5) {
      return Optional.empty();
    }
    String digits = code.substring(0, code.length() - 1);
    if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.empty();
    }
    int number = Integer.parseInt(digits);
    return switch (code.charAt(code.length() - 1)) {
      case 'h' -> number < 1 || number > 2160 ? Optional.empty() : Optional.of(new Hours(number));
      case 'd' -> number < 1 || number > 90 ? Optional.empty() : Optional.of(new Working(number));
      default -> Optional.empty();
    };
  }
}

package ronda.casework.transparency;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/**
 * A month, quarter or year that an office gives account of (masa laporan).
 *
 * @param from its first day
 */
public record Period(Kind kind, LocalDate from) {
  /** How long a period is. */
  public enum Kind {
    MONTH(1),
    QUARTER(3),
    YEAR(12);

    private final int months;

    Kind(int months) {
      this.months = months;
    }
  }

  public Period {
    if (from.getDayOfMonth() != 1 || (from.getMonthValue() - 1) % kind.months != 0) {
      throw new IllegalArgumentException("no " + kind + " begins on " + from);
    }
  }

  /** The period of this kind in which {@code day} lies. */
  public static Period of(Kind kind, LocalDate day) {
    int month = day.getMonthValue() - (day.getMonthValue() - 1) % kind.months;
    return new Period(kind, LocalDate.of(day.getYear(), month, 1));
  }

  /** The period with this code, such as {@code 2026-10}, {@code 2026-Q4} or {@code 2026}. */
  public static Optional<Period> ofCode(String code) {
    return switch (code.length()) {
      case 4 -> begun(Kind.YEAR, code + "-01-01");
      case 7 ->
          code.charAt(5) == 'Q'
              ? quarter(code.substring(0, 5), code.charAt(6) - '0')
              : begun(Kind.MONTH, code + "-01");
      default -> Optional.empty();
    };
  }

  private static Optional<Period> quarter(String year, int number) {
    return number < 1 || number > 4
        ? Optional.empty()
        : begun(Kind.QUARTER, "%s%02d-01".formatted(year, 3 * number - 2));
  }

  private static Optional<Period> begun(Kind kind, String day) {
    try {
      return Optional.of(new Period(kind, LocalDate.parse(day)));
    } catch (DateTimeParseException notADay) {
      return Optional.empty();
    }
  }

  /** The stable code, such as {@code 2026-Q4}. */
  public String code() {
    return switch (kind) {
      case MONTH -> from.toString().substring(0, 7);
      case QUARTER ->
          String.format(Locale.ROOT, "%04d-Q%d", from.getYear(), from.getMonthValue() / 3 + 1);
      case YEAR -> from.toString().substring(0, 4);
    };
  }

  /** The first day after it. */
  public LocalDate until() {
    return from.plusMonths(kind.months);
  }

  /** Its last day. */
  public LocalDate to() {
    return until().minusDays(1);
  }

  public boolean isOver(LocalDate today) {
    return !today.isBefore(until());
  }

  /** Whether its last day is before {@code day}. */
  public boolean isBefore(LocalDate day) {
    return !until().isAfter(day);
  }

  /** Whether {@code day} is one of its days, and not the first of them. */
  public boolean isHalfOverOn(LocalDate day) {
    return from.isBefore(day) && !isBefore(day);
  }

  /** Whether the two have a day in common. */
  public boolean overlaps(Period other) {
    return from.isBefore(other.until()) && other.from.isBefore(until());
  }

  /** The period of the same kind before this one. */
  public Period before() {
    return new Period(kind, from.minusMonths(kind.months));
  }
}

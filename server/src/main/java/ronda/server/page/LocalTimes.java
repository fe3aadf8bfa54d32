package ronda.server.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Moments as people read them; templates find it as {@code @times}. */
@Component("times")
public final class LocalTimes {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM yyyy HH.mm z");
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("d MMM yyyy HH.mm.ss z");
  private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("z");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy");

  private final ZoneId zone;

  LocalTimes(ZoneId zone) {
    this.zone = zone;
  }

  /** Day, hour and minute, with the zone: {@code 22 Nov 2026 09.05 WIB}. */
  public String minute(Instant moment) {
    return MINUTE.withLocale(LocaleContextHolder.getLocale()).format(moment.atZone(zone));
  }

  /**
   * Until when something is due, as {@link #minute}: what is due when a day begins is due by the
   * end of the day before, {@code 30 Nov 2026 24.00 WIB}, and nobody takes it for a day later.
   */
  public String until(Instant due) {
    ZonedDateTime here = due.atZone(zone);
    if (!here.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      return minute(due);
    }
    Locale locale = LocaleContextHolder.getLocale();
    return DAY.withLocale(locale).format(here.minusDays(1))
        + " 24.00 "
        + ZONE.withLocale(locale).format(here);
  }

  /** As {@link #minute}, to the second. */
  public String second(Instant moment) {
    return SECOND.withLocale(LocaleContextHolder.getLocale()).format(moment.atZone(zone));
  }

  /** As {@link #second}, of a moment as records write it; what is none stays as it is. */
  public String written(String moment) {
    try {
      return second(Instant.parse(moment));
    } catch (DateTimeParseException none) {
      return moment;
    }
  }

  /** Where the office is. */
  public ZoneId zone() {
    return zone;
  }

  /** When this day begins here. */
  public Instant begins(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  /** The day alone. */
  public String day(Instant moment) {
    return DAY.withLocale(LocaleContextHolder.getLocale()).format(moment.atZone(zone));
  }

  /** A day that no zone moves, such as that of a measurement. */
  public String day(LocalDate day) {
    return DAY.withLocale(LocaleContextHolder.getLocale()).format(day);
  }
}

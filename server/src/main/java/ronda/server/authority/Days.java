package ronda.server.authority;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Days without a time as people read them; templates find it as {@code @days}. */
@Component("days")
final class Days {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy");

  /** Such as {@code 2 Jan 2026}. */
  public String of(LocalDate day) {
    return DAY.withLocale(LocaleContextHolder.getLocale()).format(day);
  }
}

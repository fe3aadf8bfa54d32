package ronda.server.transparency;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import ronda.casework.transparency.Period;

/** Periods as people read them; templates find it as {@code @periods}. */
@Component("periods")
public final class PeriodWords {
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy");

  private final MessageSource messages;

  PeriodWords(MessageSource messages) {
    this.messages = messages;
  }

  /**
   * The period with this code: {@code Oktober 2026}, {@code Triwulan 4 2026}, {@code Tahun 2026}.
   */
  public String of(String code) {
    Period period = Period.ofCode(code).orElseThrow();
    Locale language = LocaleContextHolder.getLocale();
    String year = Integer.toString(period.from().getYear());
    return switch (period.kind()) {
      case MONTH -> MONTH.withLocale(language).format(period.from());
      case QUARTER ->
          messages.getMessage(
              "transparency.quarter", new Object[] {code.substring(6), year}, language);
      case YEAR -> messages.getMessage("transparency.year", new Object[] {year}, language);
    };
  }
}

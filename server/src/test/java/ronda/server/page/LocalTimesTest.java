package ronda.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

class LocalTimesTest {
  private final LocalTimes times = new LocalTimes(ZoneId.of("Asia/Jakarta"));

  @BeforeEach
  void indonesian() {
    LocaleContextHolder.setLocale(Locale.of("id"));
  }

  @AfterEach
  void asBefore() {
    LocaleContextHolder.resetLocaleContext();
  }

  @Test
  void what_is_due_when_a_day_begins_is_due_by_the_end_of_the_day_before() {
    assertThat(times.until(Instant.parse("2026-11-30T17:00:00Z")))
        .isEqualTo("30 Nov 2026 24.00 WIB");
    assertThat(times.until(Instant.parse("2026-12-31T17:00:00Z")))
        .isEqualTo("31 Des 2026 24.00 WIB");
  }

  @Test
  void what_is_due_at_an_hour_is_told_as_it_is() {
    assertThat(times.until(Instant.parse("2026-11-30T17:01:00Z")))
        .isEqualTo(times.minute(Instant.parse("2026-11-30T17:01:00Z")))
        .isEqualTo("1 Des 2026 00.01 WIB");
  }
}

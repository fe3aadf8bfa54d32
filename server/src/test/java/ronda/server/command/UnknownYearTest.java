package ronda.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import ronda.casework.referral.WorkingDays;

/** What the start says when the list of holidays comes to its end. */
class UnknownYearTest {
  private static final WorkingDays CALENDAR = WorkingDays.shipped(ZoneId.of("Asia/Jakarta"));

  @Test
  void the_start_warns_as_soon_as_a_letter_of_today_may_be_due_in_a_year_that_is_not_known() {
    assertThat(UpCommand.warnOfUnknownYear(CALENDAR, LocalDate.of(2026, 11, 23))).isEmpty();
    assertThat(UpCommand.warnOfUnknownYear(CALENDAR, LocalDate.of(2027, 10, 1)))
        .hasValueSatisfying(warning -> assertThat(warning).contains("2028", "holidays.tsv"));
    assertThat(UpCommand.warnOfUnknownYear(CALENDAR, LocalDate.of(2031, 5, 1)))
        .hasValueSatisfying(warning -> assertThat(warning).contains("2031"));
  }
}

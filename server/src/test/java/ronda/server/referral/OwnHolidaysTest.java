package ronda.server.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of holidays that an office lays into its home. */
class OwnHolidaysTest {
  @TempDir Path home;

  private void write(String list) throws IOException {
    Files.writeString(home.resolve("holidays.tsv"), list);
  }

  private boolean isWorking(LocalDate day) {
    return new LetterBeans().workingDays(ZoneId.of("Asia/Jakarta"), home.toString()).isWorking(day);
  }

  @Test
  void the_days_of_the_list_count_besides_those_that_come_with_ronda() throws IOException {
    LocalDate monday = LocalDate.of(2028, 1, 3);
    assertThat(isWorking(monday)).isTrue();
    write("# Kota Contoh\n2028-01-03\tdaerah\tHari jadi kota\n");
    assertThat(isWorking(monday)).isFalse();
    assertThat(isWorking(LocalDate.of(2026, 12, 25))).isFalse();
  }

  @Test
  void a_line_that_is_no_holiday_is_named_with_its_file() throws IOException {
    write("besok\tdaerah\tHari jadi kota\n");
    assertThatThrownBy(() -> isWorking(LocalDate.of(2028, 1, 3)))
        .hasMessageContaining("holidays.tsv")
        .hasMessageContaining("besok");
  }
}

package ronda.casework.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ronda.casework.office.Region;

class NoticeTest {
  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

  private static Notice to(Region... audience) {
    return new Notice(
        UUID.randomUUID(),
        new Notice.Sender(UUID.randomUUID(), "Dinas Contoh", new Region("36.01")),
        NOW,
        new Notice.Text("Judul", "", "Tanda", "Saran"),
        List.of(audience),
        Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "32, 32.71, true, a city hears what its province is told",
    "32.71, 32, true, a province hears what its city is told",
    "32.71, 32.73, false, a neighbour does not hear what is not for it",
    "32.71, '', true, the ministry hears everything",
  })
  void a_notice_reaches_a_place_that_lies_in_a_warned_one_or_holds_one(
      String warned, String place, boolean reached, String why) {

    assertThat(to(new Region(warned)).reaches(new Region(place))).as(why).isEqualTo(reached);
  }

  @Test
  void a_notice_to_nobody_in_particular_reaches_all() {
    assertThat(to().reaches(new Region("94.71"))).isTrue();
  }

  @Test
  void the_unknown_place_is_no_audience() {
    assertThatIllegalArgumentException().isThrownBy(() -> to(Region.UNKNOWN));
  }

  @Test
  void a_withdrawal_is_added_and_the_first_one_stands() {
    Notice withdrawn = to().withdrawn(NOW, "keliru").withdrawn(NOW.plusSeconds(1), "lagi");
    assertThat(withdrawn.withdrawal().orElseThrow().reason()).isEqualTo("keliru");
    assertThat(withdrawn.text().title()).isEqualTo("Judul");
  }
}

package ronda.casework.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ronda.casework.transparency.Publishing.Answer;
import ronda.casework.transparency.Publishing.Refusal;

class PublishingTest {
  private static final LocalDate TODAY = LocalDate.parse("2027-01-05");
  private static final LocalDate FIRST = LocalDate.parse("2026-09-14");

  @Test
  void a_period_that_is_over_is_published_as_its_first_version() {
    assertThat(ask("2026-12", List.of(), "")).isEqualTo(new Answer.Allowed(1));
  }

  @Test
  void a_period_that_goes_on_is_not_published() {
    assertThat(ask("2027-01", List.of(), "")).isEqualTo(new Answer.Refused(Refusal.NOT_OVER));
  }

  @Test
  void what_was_before_the_office_is_not_known_and_not_published() {
    assertThat(ask("2026-08", List.of(), "")).isEqualTo(new Answer.Refused(Refusal.BEFORE_OFFICE));
    assertThat(ask("2025", List.of(), "")).isEqualTo(new Answer.Refused(Refusal.BEFORE_OFFICE));
    assertThat(ask("2026-09", List.of(), "")).as("in part").isEqualTo(new Answer.Allowed(1));
    assertThat(Period.ofCode("2026-09").orElseThrow().isHalfOverOn(FIRST)).isTrue();
    assertThat(Period.ofCode("2026-10").orElseThrow().isHalfOverOn(FIRST)).isFalse();
    assertThat(Period.ofCode("2026-08").orElseThrow().isHalfOverOn(FIRST)).isFalse();
  }

  @Test
  void a_further_version_says_why() {
    List<PublishedReport> before = List.of(report("2026-12", 2), report("2026-12", 1));
    assertThat(ask("2026-12", before, " ")).isEqualTo(new Answer.Refused(Refusal.NO_REASON));
    assertThat(ask("2026-12", before, "salah hitung")).isEqualTo(new Answer.Allowed(3));
  }

  /** Two months of three and their quarter tell the third, however small it is. */
  @Test
  void what_could_be_subtracted_is_not_published() {
    List<PublishedReport> months = List.of(report("2026-11", 1), report("2026-10", 1));
    assertThat(ask("2026-Q4", months, "")).isEqualTo(new Answer.Refused(Refusal.OVERLAPS));
    assertThat(ask("2026", months, "")).isEqualTo(new Answer.Refused(Refusal.OVERLAPS));
    assertThat(ask("2026-Q3", months, "")).isEqualTo(new Answer.Allowed(1));
    assertThat(ask("2026-12", months, "")).isEqualTo(new Answer.Allowed(1));
  }

  private static Answer ask(String period, List<PublishedReport> published, String reason) {
    return Publishing.ask(Period.ofCode(period).orElseThrow(), published, reason, TODAY, FIRST);
  }

  private static PublishedReport report(String period, int version) {
    return new PublishedReport(
        UUID.randomUUID(),
        UUID.randomUUID(),
        "Contoh",
        Period.ofCode(period).orElseThrow(),
        version,
        version == 1 ? "" : "koreksi",
        Instant.EPOCH,
        "{}");
  }
}

package ronda.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import ronda.casework.transparency.Period;
import ronda.casework.transparency.PublishedReport;
import ronda.casework.transparency.PublishedReports;

/** What all {@link PublishedReports} must do. */
public abstract class PublishedReportsContract {
  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00.123456Z");

  /** The office that publishes. */
  protected abstract UUID office();

  /** Works on the reports in one change of the office. */
  protected abstract <T> T with(Function<PublishedReports, T> work);

  @Test
  void a_report_comes_back_to_the_letter() {
    PublishedReport report = add("2026-Q3", 1);
    assertThat(byId(report.id())).contains(report);
    assertThat(byId(report.id()).orElseThrow().sha256()).isEqualTo(report.sha256());
    assertThat(byId(UUID.randomUUID())).isEmpty();
  }

  @Test
  void the_latest_period_stands_first_and_of_a_period_the_latest_version() {
    PublishedReport march = add("2025-03", 1);
    PublishedReport year = add("2024", 1);
    PublishedReport april = add("2025-04", 1);
    PublishedReport corrected = add("2025-03", 2);
    assertThat(ofOffice()).containsExactly(april, corrected, march, year);
    assertThat(ofOfficeOf(UUID.randomUUID())).isEmpty();
  }

  @Test
  void all_are_ordered_like_those_of_one_office() {
    PublishedReport march = add("2025-03", 1);
    PublishedReport april = add("2025-04", 1);
    PublishedReport corrected = add("2025-03", 2);
    assertThat(heads(1_000).stream().filter(one -> one.office().equals(office())))
        .containsExactly(april.head(true), corrected.head(true), march.head(false));
    assertThat(heads(1)).hasSize(1);
  }

  @Test
  void a_version_is_published_once() {
    add("2026-10", 1);
    assertThatThrownBy(() -> add("2026-10", 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("2026-10");
    assertThat(ofOffice()).hasSize(1);
  }

  protected final PublishedReport add(String period, int version) {
    PublishedReport report =
        new PublishedReport(
            UUID.randomUUID(),
            office(),
            "Dinas \"Contoh\"",
            Period.ofCode(period).orElseThrow(),
            version,
            version == 1 ? "" : "angka rujukan keliru",
            NOW,
            "{\n  \"angka\" : \"<5\", \"emoji\" : \"💥\"\n}\n");
    return with(
        reports -> {
          reports.add(report);
          return report;
        });
  }

  private Optional<PublishedReport> byId(UUID id) {
    return with(reports -> reports.byId(id));
  }

  private List<PublishedReport.Head> heads(int limit) {
    return with(reports -> reports.heads(limit));
  }

  private List<PublishedReport> ofOffice() {
    return ofOfficeOf(office());
  }

  private List<PublishedReport> ofOfficeOf(UUID office) {
    return with(reports -> reports.ofOffice(office));
  }
}

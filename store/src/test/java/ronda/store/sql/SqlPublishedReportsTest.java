package ronda.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.transparency.PublishedReport;
import ronda.casework.transparency.PublishedReports;
import ronda.store.postgres.EmbeddedDatabase;
import ronda.testkit.contract.PublishedReportsContract;

class SqlPublishedReportsTest extends PublishedReportsContract {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  private final TwoOffices offices = new TwoOffices(DATABASE.source());

  @Override
  protected UUID office() {
    return offices.mine();
  }

  @Override
  protected <T> T with(Function<PublishedReports, T> work) {
    return offices
        .tables()
        .write(offices.mine(), jdbc -> work.apply(new SqlPublishedReports(jdbc)));
  }

  @Test
  void whoever_belongs_to_no_office_reads_it() {
    PublishedReport report = add("2026-10", 1);
    Optional<PublishedReport> read =
        offices.tables().beforeOffice(jdbc -> new SqlPublishedReports(jdbc).byId(report.id()));
    assertThat(read).contains(report);
  }

  @Test
  void another_office_cannot_publish_in_this_ones_name() {
    PublishedReport mine = add("2026-08", 1);
    PublishedReport forged =
        new PublishedReport(
            UUID.randomUUID(), offices.mine(), "Palsu", mine.period(), 2, "palsu", mine.at(), "{}");
    assertThatThrownBy(
            () ->
                offices
                    .tables()
                    .run(offices.other(), jdbc -> new SqlPublishedReports(jdbc).add(forged)))
        .hasStackTraceContaining("row-level security");
  }

  @Test
  void what_is_published_is_neither_changed_nor_struck_out() {
    add("2026-10", 1);
    for (String sql :
        new String[] {
          "UPDATE published_reports SET content = '{}'", "DELETE FROM published_reports"
        }) {
      assertThatThrownBy(() -> offices.tables().run(offices.mine(), jdbc -> jdbc.sql(sql).update()))
          .hasStackTraceContaining("one may only add");
    }
  }
}

package ronda.testkit.contract;

import java.util.UUID;
import java.util.function.Function;
import ronda.casework.transparency.InMemoryPublishedReports;
import ronda.casework.transparency.PublishedReports;

class InMemoryPublishedReportsTest extends PublishedReportsContract {
  private final PublishedReports reports = new InMemoryPublishedReports();
  private final UUID office = UUID.randomUUID();

  @Override
  protected UUID office() {
    return office;
  }

  @Override
  protected <T> T with(Function<PublishedReports, T> work) {
    return work.apply(reports);
  }
}

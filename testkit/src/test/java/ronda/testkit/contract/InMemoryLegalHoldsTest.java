package ronda.testkit.contract;

import java.util.function.Function;
import ronda.casework.retention.InMemoryLegalHolds;
import ronda.casework.retention.LegalHolds;

class InMemoryLegalHoldsTest extends LegalHoldsContract {
  private final LegalHolds holds = new InMemoryLegalHolds();

  @Override
  protected <T> T with(Function<LegalHolds, T> work) {
    return work.apply(holds);
  }
}

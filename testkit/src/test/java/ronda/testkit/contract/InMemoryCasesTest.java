package ronda.testkit.contract;

import java.util.UUID;
import java.util.function.Function;
import ronda.casework.cases.Cases;
import ronda.casework.cases.InMemoryCases;

class InMemoryCasesTest extends CasesContract {
  private final Cases cases = new InMemoryCases();

  @Override
  protected <T> T with(Function<Cases, T> work) {
    return work.apply(cases);
  }

  @Override
  protected UUID job(int number) {
    return FoundPosts.id(number);
  }
}

package ronda.testkit.contract;

import java.util.function.Function;
import ronda.casework.modus.InMemoryModusCatalogue;
import ronda.casework.modus.ModusCatalogue;

class InMemoryModusCatalogueTest extends ModusCatalogueContract {
  private final ModusCatalogue catalogue = new InMemoryModusCatalogue();

  @Override
  protected <T> T with(Function<ModusCatalogue, T> work) {
    return work.apply(catalogue);
  }
}

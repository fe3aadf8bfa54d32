package ronda.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.modus.ModusCatalogue;
import ronda.store.postgres.EmbeddedDatabase;
import ronda.testkit.contract.ModusCatalogueContract;

class SqlModusCatalogueTest extends ModusCatalogueContract {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  private final TwoOffices offices = new TwoOffices(DATABASE.source());

  @Override
  protected <T> T with(Function<ModusCatalogue, T> work) {
    return offices.tables().write(offices.mine(), jdbc -> work.apply(new SqlModusCatalogue(jdbc)));
  }

  @Test
  void an_office_has_a_catalogue_of_its_own() {
    every_version_comes_back_as_it_was_written();
    long elsewhere =
        offices.tables().read(offices.other(), jdbc -> new SqlModusCatalogue(jdbc).count());
    assertThat(elsewhere).isZero();
  }
}

package ronda.store.sql;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.office.Offices;
import ronda.store.postgres.EmbeddedDatabase;
import ronda.testkit.contract.OfficesContract;

class SqlOfficesTest extends OfficesContract {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  private final InOffice tables = new InOffice(DATABASE.source());

  @BeforeEach
  void nobody_is_known() {
    tables.beforeOffice(jdbc -> jdbc.sql("DELETE FROM officers").update());
    tables.beforeOffice(jdbc -> jdbc.sql("DELETE FROM offices").update());
  }

  @Override
  protected Offices offices() {
    return new SqlOffices(tables);
  }
}

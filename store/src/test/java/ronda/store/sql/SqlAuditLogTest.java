package ronda.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.chain.AuditLog;
import ronda.casework.chain.Link;
import ronda.casework.office.Office;
import ronda.casework.office.Region;
import ronda.store.postgres.EmbeddedDatabase;
import ronda.testkit.contract.AuditLogContract;

class SqlAuditLogTest extends AuditLogContract {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  private final InOffice tables = new InOffice(DATABASE.source());

  @Override
  protected AuditLog log() {
    return new SqlAuditLog(tables);
  }

  @Override
  protected UUID office() {
    var office = new Office(UUID.randomUUID(), "Dinas", Office.Kind.MINISTRY, new Region("32"));
    new SqlOffices(tables).put(office);
    return office.id();
  }

  private UUID officeWithOneEntry() {
    UUID office = office();
    log().add(office, new Link.Entry(Instant.EPOCH, "Adi", "signed-in", "officer:1", "{}"));
    return office;
  }

  @Test
  void the_database_refuses_to_change_or_delete_an_entry() {
    UUID office = officeWithOneEntry();

    assertThatThrownBy(
            () -> tables.run(office, jdbc -> jdbc.sql("UPDATE audit_log SET actor = 'x'").update()))
        .rootCause()
        .hasMessageContaining("one may only add");
    assertThatThrownBy(() -> tables.run(office, jdbc -> jdbc.sql("DELETE FROM audit_log").update()))
        .rootCause()
        .hasMessageContaining("one may only add");
    assertThatThrownBy(() -> tables.run(office, jdbc -> jdbc.sql("TRUNCATE audit_log").update()))
        .rootCause()
        .hasMessageContaining("one may only add");
  }

  @Test
  void an_act_that_is_rolled_back_leaves_no_entry() {
    UUID office = officeWithOneEntry();

    assertThatThrownBy(
            () ->
                tables.run(
                    office,
                    jdbc -> {
                      officeEntry(office);
                      throw new IllegalStateException("the change failed");
                    }))
        .hasMessage("the change failed");
    assertThat(log().page(office, AuditLog.Filter.ALL, Long.MAX_VALUE, 10)).hasSize(1);
  }

  private void officeEntry(UUID office) {
    log().add(office, new Link.Entry(Instant.EPOCH, "Adi", "signed-out", "officer:1", "{}"));
  }
}

package ronda.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.chain.AuditLog;
import ronda.casework.chain.Link;
import ronda.casework.chain.Verifier;
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

  @Test
  void whoever_is_in_the_middle_of_a_change_keeps_nobody_from_theirs() throws Exception {
    UUID office = officeWithOneEntry();
    CountDownLatch inTheMiddle = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> slow =
          threads.submit(
              () ->
                  tables.run(
                      office,
                      jdbc -> {
                        officeEntry(office);
                        inTheMiddle.countDown();
                        await(goOn);
                      }));
      await(inTheMiddle);
      Future<?> other = threads.submit(() -> officeEntry(office));
      try {
        other.get(20, TimeUnit.SECONDS);
      } finally {
        goOn.countDown();
      }
      slow.get(20, TimeUnit.SECONDS);
    }
    Verifier verifier = new Verifier();
    log().walk(office, verifier::next);
    assertThat(verifier.broken()).isEmpty();
    assertThat(verifier.read()).isEqualTo(3);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private void officeEntry(UUID office) {
    log().add(office, new Link.Entry(Instant.EPOCH, "Adi", "signed-out", "officer:1", "{}"));
  }
}

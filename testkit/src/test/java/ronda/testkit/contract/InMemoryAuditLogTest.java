package ronda.testkit.contract;

import java.util.UUID;
import ronda.casework.chain.AuditLog;
import ronda.casework.chain.InMemoryAuditLog;

class InMemoryAuditLogTest extends AuditLogContract {
  @Override
  protected AuditLog log() {
    return new InMemoryAuditLog();
  }

  @Override
  protected UUID office() {
    return UUID.randomUUID();
  }
}

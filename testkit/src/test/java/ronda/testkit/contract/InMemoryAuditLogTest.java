package ronda.testkit.contract;

import ronda.casework.chain.AuditLog;
import ronda.casework.chain.InMemoryAuditLog;
import java.util.UUID;

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

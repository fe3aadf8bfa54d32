package ronda.testkit.contract;

import java.util.UUID;
import java.util.function.Function;
import ronda.casework.referral.InMemoryOutbox;
import ronda.casework.referral.Outbox;
import ronda.casework.referral.Sending;

class InMemoryOutboxTest extends OutboxContract {
  private final InMemoryOutbox outbox = new InMemoryOutbox();
  private final UUID referral = UUID.randomUUID();
  private final UUID letter = UUID.randomUUID();

  @Override
  protected <T> T with(Function<Outbox, T> work) {
    return work.apply(outbox);
  }

  @Override
  protected void put(Sending sending) {
    outbox.put(sending);
  }

  @Override
  protected UUID referral() {
    return referral;
  }

  @Override
  protected UUID letter() {
    return letter;
  }
}

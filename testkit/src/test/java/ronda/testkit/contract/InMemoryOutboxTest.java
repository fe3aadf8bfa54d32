package ronda.testkit.contract;

import java.util.UUID;
import java.util.function.Function;
import ronda.casework.referral.InMemoryOutbox;
import ronda.casework.referral.Outbox;

class InMemoryOutboxTest extends OutboxContract {
  private final Outbox outbox = new InMemoryOutbox();
  private final UUID referral = UUID.randomUUID();
  private final UUID letter = UUID.randomUUID();

  @Override
  protected <T> T with(Function<Outbox, T> work) {
    return work.apply(outbox);
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

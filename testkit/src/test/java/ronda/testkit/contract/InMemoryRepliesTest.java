package ronda.testkit.contract;

import java.util.UUID;
import java.util.function.Function;
import ronda.casework.referral.InMemoryReplies;
import ronda.casework.referral.Replies;

class InMemoryRepliesTest extends RepliesContract {
  private final Replies replies = new InMemoryReplies();

  @Override
  protected <T> T with(Function<Replies, T> work) {
    return work.apply(replies);
  }

  @Override
  protected UUID referral() {
    return new UUID(1, 1);
  }
}

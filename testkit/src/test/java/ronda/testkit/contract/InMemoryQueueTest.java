package ronda.testkit.contract;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import ronda.casework.review.InMemoryJobs;
import ronda.casework.review.Jobs;

class InMemoryQueueTest extends QueueContract {
  private final Jobs jobs = new InMemoryJobs();

  @Override
  protected <T> T with(Function<Jobs, T> work) {
    return work.apply(jobs);
  }

  @Override
  protected List<UUID> officers() {
    return List.of(FoundPosts.id(501), FoundPosts.id(502));
  }
}

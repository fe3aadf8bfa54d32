package ronda.testkit.contract;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import ronda.casework.authority.InMemoryRowVersions;
import ronda.casework.authority.RowVersions;

class InMemoryRowVersionsTest extends RowVersionsContract {
  private final RowVersions versions = new InMemoryRowVersions();

  @Override
  protected <T> T with(Function<RowVersions, T> work) {
    return work.apply(versions);
  }

  @Override
  protected List<UUID> officers() {
    return List.of(new UUID(0, 1), new UUID(0, 2));
  }
}

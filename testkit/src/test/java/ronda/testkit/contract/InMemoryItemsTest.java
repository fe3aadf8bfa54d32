package ronda.testkit.contract;

import java.util.UUID;
import java.util.function.Function;
import ronda.casework.evidence.InMemoryItems;
import ronda.casework.evidence.Items;

class InMemoryItemsTest extends ItemsContract {
  private final Items items = new InMemoryItems();

  @Override
  protected <T> T within(Function<Items, T> work) {
    return work.apply(items);
  }

  @Override
  protected UUID someCase() {
    return UUID.randomUUID();
  }
}

package ronda.testkit.contract;

import java.util.function.Function;
import ronda.casework.watch.InMemoryWatchedAccounts;
import ronda.casework.watch.WatchedAccounts;

class InMemoryWatchedAccountsTest extends WatchedAccountsContract {
  private final WatchedAccounts accounts = new InMemoryWatchedAccounts();

  @Override
  protected <T> T with(Function<WatchedAccounts, T> work) {
    return work.apply(accounts);
  }
}

package ronda.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.office.Region;
import ronda.casework.watch.AccountName;
import ronda.casework.watch.Platform;
import ronda.casework.watch.WatchFilter;
import ronda.casework.watch.WatchStep;
import ronda.casework.watch.WatchedAccount;
import ronda.casework.watch.WatchedAccounts;
import ronda.identify.post.Category;
import ronda.store.postgres.EmbeddedDatabase;
import ronda.testkit.contract.WatchedAccountsContract;

class SqlWatchedAccountsTest extends WatchedAccountsContract {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  private final TwoOffices offices = new TwoOffices(DATABASE.source());

  @Override
  protected <T> T with(Function<WatchedAccounts, T> work) {
    return of(offices.mine(), work);
  }

  private <T> T of(UUID office, Function<WatchedAccounts, T> work) {
    return offices.tables().write(office, jdbc -> work.apply(new SqlWatchedAccounts(jdbc)));
  }

  @Test
  void two_offices_watch_the_same_account_and_neither_knows_of_the_other() {
    WatchedAccount mine = account();
    boolean entered = of(offices.mine(), accounts -> accounts.enter(mine));
    boolean found =
        of(
            offices.other(),
            accounts ->
                accounts.byId(mine.id()).isPresent()
                    || accounts.named(mine.name()).isPresent()
                    || !accounts.among(List.of(mine.name())).isEmpty()
                    || accounts.count(WatchFilter.ALL) > 0);
    boolean enteredThere = of(offices.other(), accounts -> accounts.enter(account()));
    assertThat(List.of(entered, found, enteredThere)).containsExactly(true, false, true);
    long here = of(offices.mine(), accounts -> accounts.count(WatchFilter.ALL));
    assertThat(here).isEqualTo(1);
  }

  @Test
  void the_database_itself_refuses_to_change_a_step() {
    with(accounts -> accounts.enter(account()));
    for (String sql : List.of("UPDATE watch_steps SET actor = 'x'", "DELETE FROM watch_steps")) {
      assertThatThrownBy(
              () -> offices.tables().write(offices.mine(), jdbc -> jdbc.sql(sql).update()))
          .hasMessageContaining("watch_steps");
    }
  }

  private static WatchedAccount account() {
    Instant now = Instant.parse("2026-11-22T02:00:00Z");
    WatchStep entered =
        new WatchStep.Entered(
            WatchStep.Way.IMPORT, new WatchStep.Description("", Region.UNKNOWN, Category.SCAM), "");
    return new WatchedAccount(
        UUID.randomUUID(),
        new AccountName(new Platform("MiChat"), "contoh"),
        now,
        now,
        List.of(new WatchStep.Taken(now, "Petugas", entered)));
  }
}

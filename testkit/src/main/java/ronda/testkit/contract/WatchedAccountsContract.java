package ronda.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ronda.casework.office.Region;
import ronda.casework.watch.AccountName;
import ronda.casework.watch.Platform;
import ronda.casework.watch.Search;
import ronda.casework.watch.Watch;
import ronda.casework.watch.WatchFilter;
import ronda.casework.watch.WatchFlow;
import ronda.casework.watch.WatchState;
import ronda.casework.watch.WatchStep;
import ronda.casework.watch.WatchedAccount;
import ronda.casework.watch.WatchedAccounts;
import ronda.identify.post.Category;

/** What every {@link WatchedAccounts} must do. */
public abstract class WatchedAccountsContract {
  private static final Instant DAY_ONE = Instant.parse("2026-11-01T02:00:00Z");
  private static final String OFFICER = "Petugas Contoh";

  /** Works on the watchlist in one change. */
  protected abstract <T> T with(Function<WatchedAccounts, T> work);

  @Test
  void an_account_comes_back_as_it_was_entered() {
    WatchedAccount account = enter("MiChat", "contoh 💬", "32.71", Category.PROSTITUTION, 1);
    assertThat(byId(account.id())).contains(account);
    assertThat(forChange(account.id())).contains(account);
    assertThat(byId(UUID.randomUUID())).isEmpty();
  }

  @Test
  void an_account_stands_once_whatever_its_case() {
    WatchedAccount account = enter("MiChat", "Contoh", "", Category.SCAM, 1);
    WatchedAccount again = account("michat", "CONTOH", "", Category.SCAM, 2);
    assertThat(enter(again)).isFalse();
    assertThat(named(name("MICHAT", "cOntoh"))).contains(account);
    assertThat(count(WatchFilter.ALL)).isEqualTo(1);
  }

  @Test
  void the_same_handle_elsewhere_is_another_account() {
    enter("MiChat", "contoh", "", Category.SCAM, 1);
    enter("TikTok", "contoh", "", Category.SCAM, 1);
    assertThat(count(WatchFilter.ALL)).isEqualTo(2);
  }

  @Test
  void every_kind_of_step_comes_back_in_its_order() {
    UUID id = enter("MiChat", "contoh", "", Category.SCAM, 1).id();
    List<WatchStep> steps =
        List.of(
            new WatchStep.Noted("baris satu\nbaris \"dua\" \\ 💥"),
            new WatchStep.Described(
                new WatchStep.Description("Nama", new Region("32.71"), Category.GAMBLING),
                "keliru"),
            new WatchStep.Looked(true, ""),
            new WatchStep.CaseLinked("2026-000001"),
            new WatchStep.Moved(WatchState.REPORTED, "surat 1"));
    for (WatchStep step : steps) {
      assertThat(add(id, step, 3)).isInstanceOf(WatchFlow.Answer.Done.class);
    }
    WatchedAccount account = byId(id).orElseThrow();
    assertThat(account.history().stream().skip(1).map(WatchStep.Taken::step))
        .containsExactlyElementsOf(steps);
    assertThat(account.state()).isEqualTo(WatchState.REPORTED);
    assertThat(account.lastSeen()).isEqualTo(day(3));
  }

  @Test
  void a_sighting_moves_the_times_and_nothing_else() {
    WatchedAccount account = enter("MiChat", "contoh", "", Category.SCAM, 3);
    assertThat(seen(name("MiChat", "CONTOH"), day(5))).contains(account);
    assertThat(seen(name("MiChat", "contoh"), day(2))).contains(account.seen(day(5)));
    assertThat(byId(account.id())).contains(account.seen(day(5)).seen(day(2)));
    assertThat(seen(name("MiChat", "lain"), day(5))).isEmpty();
  }

  @Test
  void of_many_names_those_that_are_watched_are_told() {
    enter("MiChat", "contoh", "", Category.SCAM, 1);
    AccountName watched = name("MiChat", "Contoh");
    assertThat(among(List.of(watched, name("MiChat", "lain")))).containsExactly(watched);
    assertThat(among(List.of())).isEmpty();
  }

  @Test
  void what_had_gone_and_was_seen_is_told_until_a_person_settles_it() {
    UUID id = enter("MiChat", "contoh", "", Category.SCAM, 1).id();
    enter("MiChat", "lain", "", Category.SCAM, 1);
    add(id, new WatchStep.Moved(WatchState.GONE, "tidak ada"), 2);
    assertThat(seemBack(10)).isEmpty();
    with(accounts -> accounts.seen(name("MiChat", "contoh"), day(4)));
    assertThat(seemBack(10)).extracting(WatchedAccount::id).containsExactly(id);
    add(id, new WatchStep.Looked(false, ""), 5);
    assertThat(seemBack(10)).isEmpty();
  }

  @Test
  void who_serves_a_place_is_told_of_those_there_and_of_those_that_are_nowhere() {
    List<UUID> ids = new ArrayList<>();
    for (String region : List.of("", "32.71", "32.71.01", "32.72", "32")) {
      UUID id = enter("MiChat", "contoh" + region, region, Category.SCAM, 1).id();
      add(id, new WatchStep.Moved(WatchState.GONE, "tidak ada"), 2);
      with(accounts -> accounts.seen(name("MiChat", "contoh" + region), day(4)));
      ids.add(id);
    }
    assertThat(seemBack("32.71")).containsExactlyInAnyOrderElementsOf(ids.subList(0, 3));
    assertThat(seemBack("33")).containsExactly(ids.getFirst());
    assertThat(seemBack("")).containsExactlyInAnyOrderElementsOf(ids);
  }

  private List<UUID> seemBack(String place) {
    return with(accounts -> accounts.seemBack(new Region(place), 10)).stream()
        .map(WatchedAccount::id)
        .toList();
  }

  @Test
  void the_list_shows_what_passes_and_what_was_seen_last_first() {
    WatchedAccount first = enter("MiChat", "satu", "32.71", Category.SCAM, 1);
    WatchedAccount second = enter("MiChat", "dua_100%", "32.71.01", Category.GAMBLING, 3);
    WatchedAccount third = enter("TikTok", "tiga", "36.01", Category.SCAM, 2);
    WatchedAccount fourth = enter("TikTok", "empat", "", Category.SCAM, 4);
    assertThat(list(WatchFilter.ALL)).containsExactly(fourth, second, third, first);
    assertThat(list(platform("TikTok"))).containsExactly(fourth, third);
    assertThat(list(filter(Category.GAMBLING, "", Optional.empty(), ""))).containsExactly(second);
    assertThat(list(filter(null, "32.71", Optional.empty(), "")))
        .containsExactly(fourth, second, first);
    assertThat(list(filter(null, "", Optional.of(WatchState.GONE), ""))).isEmpty();
    assertThat(list(filter(null, "", Optional.empty(), "DUA_1"))).containsExactly(second);
    assertThat(list(filter(null, "", Optional.empty(), "nama satu"))).containsExactly(first);
    assertThat(list(filter(null, "", Optional.empty(), "%"))).containsExactly(second);
    assertThat(list(WatchFilter.ALL, 1, 2)).containsExactly(second, third);
    assertThat(count(platform("TikTok"))).isEqualTo(2);
  }

  @Test
  void a_search_covers_what_is_narrower_than_itself() {
    Platform michat = new Platform("MiChat");
    Search search =
        new Search(Optional.of(michat), Optional.empty(), new Region("32"), day(3), OFFICER);
    with(
        accounts -> {
          accounts.searched(search);
          accounts.searched(
              new Search(Optional.of(michat), Optional.empty(), new Region("32"), day(2), OFFICER));
          return true;
        });
    assertThat(
            lastSearch(
                new WatchFilter(
                    Optional.of(michat),
                    Optional.of(Category.SCAM),
                    new Region("32.71"),
                    Optional.empty(),
                    "")))
        .contains(search);
    assertThat(lastSearch(WatchFilter.ALL)).isEmpty();
    assertThat(lastSearch(platform("TikTok"))).isEmpty();
  }

  private Optional<WatchedAccount> byId(UUID id) {
    return with(accounts -> accounts.byId(id));
  }

  private Optional<WatchedAccount> forChange(UUID id) {
    return with(accounts -> accounts.forChange(id));
  }

  private Optional<WatchedAccount> named(AccountName name) {
    return with(accounts -> accounts.named(name));
  }

  private boolean enter(WatchedAccount account) {
    return with(accounts -> accounts.enter(account));
  }

  private long count(WatchFilter filter) {
    return with(accounts -> accounts.count(filter));
  }

  private Optional<WatchedAccount> seen(AccountName name, Instant at) {
    return with(accounts -> accounts.seen(name, at));
  }

  private Set<AccountName> among(List<AccountName> names) {
    return with(accounts -> accounts.among(names));
  }

  private List<WatchedAccount> seemBack(int limit) {
    return with(accounts -> accounts.seemBack(new Region(""), limit));
  }

  private Optional<Search> lastSearch(WatchFilter filter) {
    return with(accounts -> accounts.lastSearch(filter));
  }

  private List<WatchedAccount> list(WatchFilter filter, int from, int limit) {
    return with(accounts -> accounts.list(filter, from, limit));
  }

  private List<WatchedAccount> list(WatchFilter filter) {
    return with(accounts -> accounts.list(filter, 0, 10));
  }

  private static WatchFilter platform(String name) {
    return new WatchFilter(
        Optional.of(new Platform(name)), Optional.empty(), Region.UNKNOWN, Optional.empty(), "");
  }

  private static WatchFilter filter(
      @Nullable Category category, String region, Optional<WatchState> state, String words) {
    return new WatchFilter(
        Optional.empty(), Optional.ofNullable(category), new Region(region), state, words);
  }

  private WatchFlow.Answer add(UUID id, WatchStep step, int day) {
    return with(
        accounts ->
            new Watch(accounts, entry -> {}, UUID::randomUUID).add(id, step, OFFICER, day(day)));
  }

  private WatchedAccount enter(
      String platform, String handle, String region, Category category, int day) {
    WatchedAccount account = account(platform, handle, region, category, day);
    assertThat(enter(account)).isTrue();
    return account;
  }

  private static WatchedAccount account(
      String platform, String handle, String region, Category category, int day) {
    WatchStep entered =
        new WatchStep.Entered(
            WatchStep.Way.BY_HAND,
            new WatchStep.Description("Nama " + handle, new Region(region), category),
            "");
    return new WatchedAccount(
        UUID.randomUUID(),
        name(platform, handle),
        day(day),
        day(day),
        List.of(new WatchStep.Taken(day(day), OFFICER, entered)));
  }

  private static AccountName name(String platform, String handle) {
    return new AccountName(Platform.of(platform), handle);
  }

  private static Instant day(int number) {
    return DAY_ONE.plusSeconds(86_400L * (number - 1));
  }
}

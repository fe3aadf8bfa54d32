package ronda.casework.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ronda.casework.office.Region;

/** A watchlist in memory, slow and obvious: what the SQL must agree with. For one thread. */
public final class InMemoryWatchedAccounts implements WatchedAccounts {
  private static final Comparator<WatchedAccount> SEEN_LAST_FIRST =
      Comparator.comparing(WatchedAccount::lastSeen)
          .reversed()
          .thenComparing(account -> account.id().toString());

  private final Map<UUID, WatchedAccount> all = new LinkedHashMap<>();
  private final List<Search> searches = new ArrayList<>();

  @Override
  public boolean enter(WatchedAccount account) {
    if (named(account.name()).isPresent()) {
      return false;
    }
    all.put(account.id(), account);
    return true;
  }

  @Override
  public void add(WatchedAccount account) {
    all.put(account.id(), account);
  }

  @Override
  public Optional<WatchedAccount> byId(UUID id) {
    return Optional.ofNullable(all.get(id));
  }

  @Override
  public Optional<WatchedAccount> forChange(UUID id) {
    return byId(id);
  }

  @Override
  public Optional<WatchedAccount> named(AccountName name) {
    return all.values().stream()
        .filter(account -> account.name().key().equals(name.key()))
        .findFirst();
  }

  @Override
  public Set<AccountName> among(Collection<AccountName> names) {
    return names.stream().filter(name -> named(name).isPresent()).collect(Collectors.toSet());
  }

  @Override
  public Optional<WatchedAccount> seen(AccountName name, Instant at) {
    Optional<WatchedAccount> before = named(name);
    before.ifPresent(account -> all.put(account.id(), account.seen(at)));
    return before;
  }

  @Override
  public List<WatchedAccount> list(WatchFilter filter, int from, int limit) {
    return passing(filter).sorted(SEEN_LAST_FIRST).skip(from).limit(limit).toList();
  }

  @Override
  public long count(WatchFilter filter) {
    return passing(filter).count();
  }

  private Stream<WatchedAccount> passing(WatchFilter filter) {
    return all.values().stream().filter(filter::passes);
  }

  @Override
  public List<WatchedAccount> seemBack(Region place, int limit) {
    return all.values().stream()
        .filter(account -> account.seemsBack().isPresent())
        .filter(account -> isThere(account, place))
        .sorted(SEEN_LAST_FIRST)
        .limit(limit)
        .toList();
  }

  private static boolean isThere(WatchedAccount account, Region place) {
    Region known = account.description().region();
    return !known.isKnown() || place.holds(known);
  }

  @Override
  public void searched(Search search) {
    searches.add(search);
  }

  @Override
  public Optional<Search> lastSearch(WatchFilter filter) {
    return searches.stream()
        .filter(search -> search.covers(filter))
        .max(Comparator.comparing(Search::at));
  }
}

package ronda.casework.watch;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ronda.casework.office.Region;

/** The watchlist of one office (daftar pengawasan). */
public interface WatchedAccounts {
  /**
   * Puts an account on the list, with its first step. False, and nothing happens, if an account of
   * this name stands there already.
   */
  boolean enter(WatchedAccount account);

  /** One more step, the last of the account's history. */
  void add(WatchedAccount account);

  /** The account as it is now. */
  Optional<WatchedAccount> byId(UUID id);

  /** As {@link #byId}, and until the end of this change nobody else can change it. */
  Optional<WatchedAccount> forChange(UUID id);

  /** The account with this name, whatever its case. */
  Optional<WatchedAccount> named(AccountName name);

  /** Which of these names somebody watches, whatever their case. */
  Set<AccountName> among(Collection<AccountName> names);

  /**
   * Writes down that the account, or a post of its, was seen. First and last time move on; nothing
   * else does. The answer is the account as it was before; empty if nobody watches it.
   */
  Optional<WatchedAccount> seen(AccountName name, Instant at);

  /** The accounts that pass, the one that was seen last first. */
  List<WatchedAccount> list(WatchFilter filter, int from, int limit);

  long count(WatchFilter filter);

  /**
   * Those that had gone and were seen since: somebody should look. Seen last first.
   *
   * @param place only those of this place, within it, or of nobody knows where
   */
  List<WatchedAccount> seemBack(Region place, int limit);

  /** Writes down that somebody searched. */
  void searched(Search search);

  /** The latest search that would have come across what passes {@code filter}. */
  Optional<Search> lastSearch(WatchFilter filter);
}

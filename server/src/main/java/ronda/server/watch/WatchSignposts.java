package ronda.server.watch;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import ronda.casework.office.Permission;
import ronda.server.door.Caller;
import ronda.server.page.Signposts;
import ronda.store.sql.SqlModusCatalogue;
import ronda.store.sql.SqlNotices;
import ronda.store.sql.SqlWatchedAccounts;

/** Where watched accounts, ways of working and warnings have their pages. */
@Component
class WatchSignposts implements Signposts {
  private final WatchTables tables;

  WatchSignposts(WatchTables tables) {
    this.tables = tables;
  }

  @Override
  public Map<String, String> of(Collection<String> subjects, Caller.Person person) {
    boolean watches = person.may(Permission.READ_WATCHLIST);
    List<UUID> accounts = watches ? Signposts.ids("account", subjects) : List.of();
    List<UUID> ways = watches ? Signposts.ids("modus", subjects) : List.of();
    List<UUID> notices =
        person.may(Permission.READ_DESK) ? Signposts.ids("notice", subjects) : List.of();
    Map<String, String> places = new HashMap<>();
    if (watches) {
      places.put("watchlist", "/watchlist");
      places.put("modus", "/modus");
    }
    tables.look(
        person.office(),
        jdbc -> {
          new SqlWatchedAccounts(jdbc)
              .these(accounts).stream()
                  .filter(account -> WatchTables.isFor(person.officer(), account))
                  .forEach(
                      account ->
                          places.put("account:" + account.id(), "/watchlist/" + account.id()));
          new SqlModusCatalogue(jdbc)
              .these(ways)
              .forEach(modus -> places.put("modus:" + modus.id(), "/modus/" + modus.id()));
          new SqlNotices(jdbc)
              .known(notices)
              .forEach(notice -> places.put("notice:" + notice, "/notices/" + notice));
          return places;
        });
    return places;
  }
}

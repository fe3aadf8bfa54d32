package ronda.server.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.Desk;
import ronda.casework.intake.FoundPost;
import ronda.casework.office.Permission;
import ronda.casework.watch.AccountName;
import ronda.casework.watch.WatchedAccount;
import ronda.identify.post.Origin;
import ronda.server.door.Caller;
import ronda.store.sql.SqlWatchedAccounts;

/** Which posts are of an account that this office keeps an eye on, for who may read that list. */
final class WatchedAuthors {
  private WatchedAuthors() {}

  /** By the id of the post; a post is missing whose account nobody here watches. */
  static Map<UUID, WatchedAccount> of(
      Caller.Person person, List<FoundPost> posts, JdbcClient jdbc) {
    if (!person.may(Permission.READ_WATCHLIST)) {
      return Map.of();
    }
    var accounts = new SqlWatchedAccounts(jdbc);
    Map<UUID, WatchedAccount> watched = new HashMap<>();
    for (FoundPost post : posts) {
      Origin origin = post.post().origin();
      AccountName.ofAuthor(origin.platform(), origin.author())
          .flatMap(accounts::named)
          .filter(account -> Desk.isHere(person.officer(), account.description().region()))
          .ifPresent(account -> watched.put(post.id(), account));
    }
    return watched;
  }
}

package ronda.server.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.Desk;
import ronda.casework.intake.FoundPost;
import ronda.casework.office.Permission;
import ronda.casework.watch.AccountName;
import ronda.casework.watch.Watch;
import ronda.casework.watch.WatchedAccount;
import ronda.identify.post.Origin;
import ronda.server.door.Caller;
import ronda.store.sql.SqlWatchedAccounts;

/**
 * Which posts are of an account that this office keeps an eye on, or ask people to write to one,
 * for who may read that list.
 */
final class WatchedAuthors {
  private WatchedAuthors() {}

  /**
   * What of a post is on the watchlist.
   *
   * @param author whose post it is; empty if nobody here watches that account
   * @param named those that its text names as a contact
   */
  public record Watched(Optional<WatchedAccount> author, List<WatchedAccount> named) {}

  /** By the id of the post; a post is missing of which nothing is on the list. */
  static Map<UUID, Watched> of(Caller.Person person, List<FoundPost> posts, JdbcClient jdbc) {
    if (!person.may(Permission.READ_WATCHLIST)) {
      return Map.of();
    }
    var accounts = new SqlWatchedAccounts(jdbc);
    Set<AccountName> all = new HashSet<>();
    posts.forEach(post -> Stream.concat(author(post), named(post)).forEach(all::add));
    Map<AccountName, WatchedAccount> known = new HashMap<>();
    for (AccountName name : accounts.among(all)) {
      accounts
          .named(name)
          .filter(account -> Desk.isHere(person.officer(), account.description().region()))
          .ifPresent(account -> known.put(name, account));
    }
    Map<UUID, Watched> watched = new HashMap<>();
    for (FoundPost post : posts) {
      Optional<WatchedAccount> author = on(known, author(post)).findFirst();
      List<WatchedAccount> named =
          on(known, named(post)).filter(one -> author.filter(one::equals).isEmpty()).toList();
      if (author.isPresent() || !named.isEmpty()) {
        watched.put(post.id(), new Watched(author, named));
      }
    }
    return watched;
  }

  /** What the watchlist is told when these posts come in. */
  static List<Watch.Sighting> sightings(List<FoundPost> posts) {
    List<Watch.Sighting> all = new ArrayList<>();
    for (FoundPost post : posts) {
      Stream.concat(author(post), named(post))
          .forEach(
              name ->
                  all.add(
                      new Watch.Sighting(name.platform().name(), name.handle(), post.seenAt())));
    }
    return all;
  }

  private static Stream<WatchedAccount> on(
      Map<AccountName, WatchedAccount> known, Stream<AccountName> names) {
    return names.flatMap(name -> Optional.ofNullable(known.get(name)).stream()).distinct();
  }

  private static Stream<AccountName> author(FoundPost post) {
    Origin origin = post.post().origin();
    return AccountName.ofAuthor(origin.platform(), origin.author()).stream();
  }

  private static Stream<AccountName> named(FoundPost post) {
    return post.entities().stream().flatMap(entity -> AccountName.ofContact(entity).stream());
  }
}

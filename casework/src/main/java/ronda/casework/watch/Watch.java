package ronda.casework.watch;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import ronda.casework.chain.Body;
import ronda.casework.chain.Link;
import ronda.casework.watch.WatchFlow.Answer;
import ronda.casework.watch.WatchFlow.Refusal;

/**
 * One office's watch (pengawasan): each method is one change, made whole or not at all, and written
 * down. The caller opens the transaction.
 */
public final class Watch {
  private final WatchedAccounts accounts;
  private final Consumer<Link.Entry> audit;
  private final Supplier<UUID> ids;

  /**
   * @param audit where every act of a person is entered
   * @param ids where a new account gets its id
   */
  public Watch(WatchedAccounts accounts, Consumer<Link.Entry> audit, Supplier<UUID> ids) {
    this.accounts = accounts;
    this.audit = audit;
    this.ids = ids;
  }

  /**
   * Puts an account on the watchlist.
   *
   * @param by who does it, as it shall be read in ten years
   * @param firstSeen when it was first seen by anybody
   */
  public Answer enter(
      AccountName name,
      WatchStep.Entered entered,
      Instant firstSeen,
      Instant lastSeen,
      String by,
      Instant now) {
    Optional<Refusal> tooLong = WatchFlow.tooLong(entered.note());
    if (tooLong.isPresent()) {
      return new Answer.Refused(tooLong.get());
    }
    WatchedAccount account =
        new WatchedAccount(
            ids.get(), name, firstSeen, lastSeen, List.of(new WatchStep.Taken(now, by, entered)));
    if (!accounts.enter(account)) {
      return new Answer.Refused(Refusal.ALREADY_WATCHED);
    }
    writeDown(account, account.history().getLast());
    return new Answer.Done(account);
  }

  /** One more step for an account. */
  public Answer add(UUID id, WatchStep step, String by, Instant now) {
    Optional<WatchedAccount> found = accounts.forChange(id);
    if (found.isEmpty()) {
      return new Answer.Refused(Refusal.NO_SUCH_ACCOUNT);
    }
    Answer answer = WatchFlow.after(found.get(), new WatchStep.Taken(now, by, step));
    if (answer instanceof Answer.Done done) {
      accounts.add(done.account());
      if (isSighting(step)) {
        accounts.seen(done.account().name(), now);
      }
      writeDown(done.account(), done.account().history().getLast());
    }
    return answer;
  }

  private static boolean isSighting(WatchStep step) {
    return step instanceof WatchStep.Looked looked && looked.there()
        || step instanceof WatchStep.Moved moved && moved.to() == WatchState.BACK;
  }

  /** Writes down that somebody searched and what they meant to find. */
  public void searched(Search search) {
    accounts.searched(search);
    audit.accept(
        new Link.Entry(
            search.at(),
            search.by(),
            "watch-searched",
            "watchlist",
            Body.of(
                Map.of(
                    "platform", search.platform().map(Platform::name).orElse(""),
                    "category", search.category().map(one -> one.code()).orElse(""),
                    "region", search.region().code()))));
  }

  /**
   * That a post of an account came in.
   *
   * @param author as the platform shows the account's name; blank where nobody knows
   * @param at when it was posted, as far as the platform says
   */
  public record Sighting(String platform, String author, Instant at) {}

  /**
   * Posts came in. An account that is watched was seen; whether one that had gone is back, a person
   * says. Nothing is seen in the future, whatever a post claims.
   */
  public void seen(List<Sighting> sightings, Instant now) {
    Map<AccountName, Instant> latest = new HashMap<>();
    for (Sighting sighting : sightings) {
      Instant at = sighting.at().isAfter(now) ? now : sighting.at();
      AccountName.ofAuthor(sighting.platform(), sighting.author())
          .ifPresent(name -> latest.merge(name, at, Watch::later));
    }
    for (AccountName name : accounts.among(latest.keySet())) {
      accounts.seen(name, latest.getOrDefault(name, now));
    }
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private void writeDown(WatchedAccount account, WatchStep.Taken taken) {
    audit.accept(
        new Link.Entry(
            taken.at(),
            taken.by(),
            "watch-" + taken.step().code(),
            "account:" + account.id(),
            Body.of(WatchWords.forTheLog(taken.step()))));
  }
}

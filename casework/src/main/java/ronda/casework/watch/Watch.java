package ronda.casework.watch;

import java.time.Instant;
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
    Optional<WatchedAccount> found = accounts.byId(id);
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
   * A post of an account came in. If it is watched, it was seen; whether an account that had gone
   * is back, a person says.
   *
   * @param at when it was posted, as far as the platform says; nothing is seen in the future
   */
  public void seen(String platform, String author, Instant at, Instant now) {
    Instant seen = at.isAfter(now) ? now : at;
    AccountName.ofAuthor(platform, author).ifPresent(name -> accounts.seen(name, seen));
  }

  private void writeDown(WatchedAccount account, WatchStep.Taken taken) {
    audit.accept(
        new Link.Entry(
            taken.at(),
            taken.by(),
            "watch-" + taken.step().code(),
            "account:" + account.id(),
            Body.of(WatchWords.of(taken.step()))));
  }
}

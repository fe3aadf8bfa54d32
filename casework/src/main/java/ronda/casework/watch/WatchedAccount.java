package ronda.casework.watch;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An account that an office keeps an eye on (akun dalam pengawasan): the list of what happened to
 * it, oldest first. All that is said of it is <em>dugaan</em>.
 *
 * @param firstSeen when it was first seen by anybody
 * @param lastSeen when it, or a post of its, was last seen
 * @param history never empty, and its first step is {@link WatchStep.Entered}
 */
public record WatchedAccount(
    UUID id, AccountName name, Instant firstSeen, Instant lastSeen, List<WatchStep.Taken> history) {
  public WatchedAccount {
    history = List.copyOf(history);
    firstSeen = firstSeen.truncatedTo(ChronoUnit.MICROS);
    lastSeen = lastSeen.truncatedTo(ChronoUnit.MICROS);
    if (history.isEmpty() || !(history.getFirst().step() instanceof WatchStep.Entered)) {
      throw new IllegalArgumentException("account " + id + " was never entered");
    }
    if (lastSeen.isBefore(firstSeen)) {
      throw new IllegalArgumentException(
          "account " + id + " was last seen at " + lastSeen + ", before " + firstSeen);
    }
  }

  public WatchState state() {
    WatchState state = WatchState.OBSERVED;
    for (WatchStep.Taken taken : history) {
      if (taken.step() instanceof WatchStep.Moved moved) {
        state = moved.to();
      }
    }
    return state;
  }

  /** Since when it stands so. */
  public Instant since() {
    Instant since = history.getFirst().at();
    for (WatchStep.Taken taken : history) {
      if (taken.step() instanceof WatchStep.Moved) {
        since = taken.at();
      }
    }
    return since;
  }

  /** How it came onto the watchlist. */
  public WatchStep.Way way() {
    return ((WatchStep.Entered) history.getFirst().step()).way();
  }

  /** What is known of it now. */
  public WatchStep.Description description() {
    WatchStep.Description latest = ((WatchStep.Entered) history.getFirst().step()).description();
    for (WatchStep.Taken taken : history) {
      if (taken.step() instanceof WatchStep.Described described) {
        latest = described.description();
      }
    }
    return latest;
  }

  /** The numbers of the cases that have to do with it, in the order in which they were linked. */
  public List<String> cases() {
    return history.stream()
        .map(WatchStep.Taken::step)
        .filter(WatchStep.CaseLinked.class::isInstance)
        .map(step -> ((WatchStep.CaseLinked) step).number())
        .distinct()
        .toList();
  }

  /** When somebody last looked for it and found it, or did not. */
  public Optional<WatchStep.Taken> lastLook() {
    return history.reversed().stream()
        .filter(taken -> taken.step() instanceof WatchStep.Looked)
        .findFirst();
  }

  /**
   * When it was seen although it had gone, for a person to confirm or not; empty if there is
   * nothing to confirm. A machine raises this, and never moves the account itself.
   */
  public Optional<Instant> seemsBack() {
    if (state() != WatchState.GONE) {
      return Optional.empty();
    }
    Instant settled =
        lastLook()
            .filter(look -> !((WatchStep.Looked) look.step()).there())
            .map(WatchStep.Taken::at)
            .filter(since()::isBefore)
            .orElse(since());
    return lastSeen.isAfter(settled) ? Optional.of(lastSeen) : Optional.empty();
  }

  /** The same account with one more step. Whether it may follow, {@link WatchFlow} says. */
  WatchedAccount after(WatchStep.Taken step) {
    List<WatchStep.Taken> longer = new ArrayList<>(history);
    longer.add(step);
    return new WatchedAccount(id, name, firstSeen, lastSeen, longer);
  }

  /** The same account, seen at this time too. */
  public WatchedAccount seen(Instant at) {
    return new WatchedAccount(
        id,
        name,
        at.isBefore(firstSeen) ? at : firstSeen,
        at.isAfter(lastSeen) ? at : lastSeen,
        history);
  }
}

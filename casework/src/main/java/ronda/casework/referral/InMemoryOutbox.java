package ronda.casework.referral;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ronda.casework.referral.Sending.State;

/** An outbox in memory, slow and obvious: what the SQL must agree with. For one thread. */
public final class InMemoryOutbox implements Outbox {
  private final Map<UUID, Sending> all = new LinkedHashMap<>();

  /** Until when somebody works on it; while it is handed over, since when. */
  private final Map<UUID, Instant> held = new HashMap<>();

  /** One more letter to be sent. */
  public void put(Sending sending) {
    all.put(sending.id(), sending);
  }

  @Override
  public Optional<Sending> claim(Instant now, Duration lease) {
    Optional<Sending> next =
        all.values().stream()
            .filter(one -> one.state() == State.WAITING)
            .filter(one -> !isBetween(one.due(), now, Sending.latestDue(now)))
            .filter(
                one ->
                    !isBetween(held.getOrDefault(one.id(), now), now, now.plus(lease).plus(lease)))
            .min(Comparator.comparing(Sending::due).thenComparing(Sending::id));
    return next.map(
        one -> {
          held.put(one.id(), now.plus(lease));
          return keep(one, State.WAITING, one.attempts() + 1, one.due(), one.words());
        });
  }

  private static boolean isBetween(Instant one, Instant after, Instant until) {
    return one.isAfter(after) && !one.isAfter(until);
  }

  @Override
  public boolean handOver(UUID id, int attempt, Instant now) {
    @Nullable Sending one = all.get(id);
    if (one == null
        || one.state() != State.WAITING
        || one.attempts() != attempt
        || !held.getOrDefault(id, now).isAfter(now)) {
      return false;
    }
    held.put(id, now);
    keep(one, State.HANDING_OVER, one.attempts(), one.due(), one.words());
    return true;
  }

  @Override
  public void sent(UUID id, String words) {
    end(id, State.SENT, words);
  }

  @Override
  public void again(UUID id, int attempt, Instant due, String words) {
    if (isLast(id, attempt)) {
      byId(id).ifPresent(one -> keep(one, State.WAITING, attempt, due, words));
      held.remove(id);
    }
  }

  @Override
  public void refused(UUID id, int attempt, String words) {
    if (isLast(id, attempt)) {
      end(id, State.REFUSED, words);
    }
  }

  @Override
  public void doubtful(UUID id, int attempt, String words) {
    if (isLast(id, attempt)) {
      end(id, State.DOUBTFUL, words);
    }
  }

  /** Whether this attempt still has it in hand, as far as anybody knows. */
  private boolean isLast(UUID id, int attempt) {
    return byId(id)
        .filter(one -> one.attempts() == attempt)
        .filter(
            one ->
                switch (one.state()) {
                  case WAITING, HANDING_OVER, DOUBTFUL -> true;
                  case SENT, REFUSED, CANCELLED -> false;
                })
        .isPresent();
  }

  private void end(UUID id, State state, String words) {
    byId(id).ifPresent(one -> keep(one, state, one.attempts(), one.due(), words));
    held.remove(id);
  }

  @Override
  public List<Sending> abandoned(Instant now, Duration longest) {
    List<Sending> found =
        all.values().stream()
            .filter(one -> one.state() == State.HANDING_OVER)
            .filter(one -> isBeyond(held.getOrDefault(one.id(), Instant.MIN), now, longest))
            .toList();
    found.forEach(one -> end(one.id(), State.DOUBTFUL, one.words()));
    return found.stream().map(one -> byId(one.id()).orElseThrow()).toList();
  }

  private static boolean isBeyond(Instant since, Instant now, Duration longest) {
    return since.isBefore(now.minus(longest)) || since.isAfter(now.plus(longest));
  }

  @Override
  public boolean decide(UUID id, boolean again, Instant now) {
    Optional<Sending> open =
        byId(id).filter(one -> one.state() == State.DOUBTFUL || one.state() == State.REFUSED);
    open.ifPresent(
        one -> keep(one, again ? State.WAITING : State.CANCELLED, one.attempts(), now, ""));
    return open.isPresent();
  }

  @Override
  public boolean cancel(UUID id) {
    Optional<Sending> waiting = byId(id).filter(one -> one.state() == State.WAITING);
    waiting.ifPresent(one -> keep(one, State.CANCELLED, one.attempts(), one.due(), one.words()));
    return waiting.isPresent();
  }

  @Override
  public Optional<Sending> byId(UUID id) {
    return Optional.ofNullable(all.get(id));
  }

  @Override
  public List<Sending> ofReferral(UUID referral) {
    return all.values().stream().filter(one -> one.referral().equals(referral)).toList();
  }

  private Sending keep(Sending one, State state, int attempts, Instant due, String words) {
    Sending kept =
        new Sending(
            one.id(),
            one.referral(),
            one.letter(),
            one.way(),
            one.to(),
            one.messageId(),
            state,
            attempts,
            due,
            words,
            one.doubted() || state == State.DOUBTFUL);
    all.put(kept.id(), kept);
    return kept;
  }
}

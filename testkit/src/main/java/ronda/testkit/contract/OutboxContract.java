package ronda.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import ronda.casework.referral.Outbox;
import ronda.casework.referral.Sending;
import ronda.casework.referral.Sending.State;

/** What every {@link Outbox} must do, above all: no letter twice. */
public abstract class OutboxContract {
  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
  private static final Duration LEASE = Duration.ofMinutes(10);
  private static final Instant LATER = NOW.plus(LEASE).plusSeconds(1);

  /** Before a clock that was ahead was set back. */
  private static final Instant AHEAD = NOW.plus(Duration.ofDays(3));

  /** Works on the outbox in one change. */
  protected abstract <T> T with(Function<Outbox, T> work);

  /** One more letter to be sent. */
  protected abstract void put(Sending sending);

  /** A referral and its letter, which a sending names. */
  protected abstract UUID referral();

  protected abstract UUID letter();

  private Optional<Sending> one(Function<Outbox, Optional<Sending>> work) {
    return with(work);
  }

  private List<Sending> all(Function<Outbox, List<Sending>> work) {
    return with(work);
  }

  private void done(Consumer<Outbox> work) {
    with(
        outbox -> {
          work.accept(outbox);
          return true;
        });
  }

  private boolean says(Function<Outbox, Boolean> work) {
    return with(work);
  }

  private Sending put(Instant due) {
    Sending sending =
        new Sending(
            UUID.randomUUID(),
            referral(),
            letter(),
            Sending.Way.MAIL,
            "aduan@kementerian.invalid",
            UUID.randomUUID() + "@contoh.invalid",
            State.WAITING,
            0,
            due,
            "",
            false);
    put(sending);
    return sending;
  }

  private Sending claimed(Instant now) {
    return with(outbox -> outbox.claim(now, LEASE)).orElseThrow();
  }

  private State state(UUID id) {
    return with(outbox -> outbox.byId(id)).orElseThrow().state();
  }

  @Test
  void a_letter_is_claimed_by_one_alone_until_the_lease_ends() {
    Sending one = put(NOW);
    assertThat(claimed(NOW).id()).isEqualTo(one.id());
    assertThat(one(outbox -> outbox.claim(NOW, LEASE))).isEmpty();
    Sending again = claimed(NOW.plus(LEASE));
    assertThat(again.id()).isEqualTo(one.id());
    assertThat(again.attempts()).isEqualTo(2);
  }

  @Test
  void what_is_not_due_waits() {
    put(NOW.plusSeconds(60));
    assertThat(one(outbox -> outbox.claim(NOW, LEASE))).isEmpty();
    assertThat(one(outbox -> outbox.claim(NOW.plusSeconds(60), LEASE))).isPresent();
  }

  @Test
  void whoever_lost_the_claim_may_not_hand_over() {
    Sending first = claimedNew();
    Sending second = claimed(NOW.plus(LEASE));
    assertThat(says(outbox -> outbox.handOver(first.id(), first.attempts(), NOW.plus(LEASE))))
        .isFalse();
    assertThat(says(outbox -> outbox.handOver(second.id(), second.attempts(), NOW.plus(LEASE))))
        .isTrue();
  }

  private Sending claimedNew() {
    put(NOW);
    return claimed(NOW);
  }

  @Test
  void a_lease_that_has_ended_allows_no_handing_over() {
    Sending one = claimedNew();
    Instant late = NOW.plus(LEASE).plusSeconds(1);
    assertThat(says(outbox -> outbox.handOver(one.id(), one.attempts(), late))).isFalse();
  }

  @Test
  void what_is_being_handed_over_is_never_claimed_again() {
    Sending one = handedOver();
    assertThat(state(one.id())).isEqualTo(State.HANDING_OVER);
    assertThat(one(outbox -> outbox.claim(NOW.plus(Duration.ofDays(365)), LEASE))).isEmpty();
  }

  private Sending handedOver() {
    Sending one = claimedNew();
    assertThat(says(outbox -> outbox.handOver(one.id(), one.attempts(), NOW))).isTrue();
    return one;
  }

  @Test
  void what_was_abandoned_is_doubtful_and_waits_for_a_person() {
    Sending one = handedOver();
    assertThat(all(outbox -> outbox.abandoned(NOW.plus(LEASE), LEASE))).isEmpty();
    assertThat(all(outbox -> outbox.abandoned(LATER, LEASE)))
        .extracting(Sending::id)
        .containsExactly(one.id());
    assertThat(state(one.id())).isEqualTo(State.DOUBTFUL);
    assertThat(one(outbox -> outbox.claim(NOW.plus(LEASE), LEASE))).isEmpty();
  }

  @Test
  void a_person_sends_a_doubtful_letter_again_or_not() {
    Sending one = handedOver();
    with(outbox -> outbox.abandoned(LATER, LEASE));
    assertThat(says(outbox -> outbox.decide(one.id(), true, NOW))).isTrue();
    assertThat(says(outbox -> outbox.decide(one.id(), true, NOW))).isFalse();
    Sending again = claimed(NOW);
    done(outbox -> outbox.refused(again.id(), again.attempts(), "550 no"));
    assertThat(says(outbox -> outbox.decide(one.id(), false, NOW))).isTrue();
    assertThat(state(one.id())).isEqualTo(State.CANCELLED);
  }

  @Test
  void what_found_nobody_waits_for_its_pause() {
    Sending one = claimedNew();
    done(outbox -> outbox.again(one.id(), one.attempts(), NOW.plusSeconds(60), "nobody answers"));
    assertThat(one(outbox -> outbox.claim(NOW.plusSeconds(59), LEASE))).isEmpty();
    assertThat(claimed(NOW.plusSeconds(60)).words()).isEqualTo("nobody answers");
  }

  @Test
  void what_left_is_not_sent_again() {
    Sending one = handedOver();
    done(outbox -> outbox.sent(one.id(), "250 OK"));
    assertThat(state(one.id())).isEqualTo(State.SENT);
    assertThat(one(outbox -> outbox.claim(NOW.plus(LEASE), LEASE))).isEmpty();
    assertThat(says(outbox -> outbox.decide(one.id(), true, NOW))).isFalse();
    assertThat(says(outbox -> outbox.cancel(one.id()))).isFalse();
  }

  @Test
  void a_waiting_letter_can_be_stopped() {
    Sending one = put(NOW);
    assertThat(says(outbox -> outbox.cancel(one.id()))).isTrue();
    assertThat(one(outbox -> outbox.claim(NOW, LEASE))).isEmpty();
    assertThat(all(outbox -> outbox.ofReferral(referral())))
        .extracting(Sending::id)
        .contains(one.id());
  }

  @Test
  void what_was_sent_stays_in_its_order_when_one_is_put_off() {
    Sending first = claimedNew();
    put(NOW.plusSeconds(60));
    put(NOW.plusSeconds(120));
    List<UUID> before = sendings();
    done(
        outbox ->
            outbox.again(first.id(), first.attempts(), NOW.plus(Duration.ofDays(1)), "421 later"));
    assertThat(sendings()).isEqualTo(before);
  }

  private List<UUID> sendings() {
    return all(outbox -> outbox.ofReferral(referral())).stream().map(Sending::id).toList();
  }

  @Test
  void an_attempt_that_lost_the_claim_does_not_say_what_becomes_of_the_letter() {
    Sending first = claimedNew();
    Sending second = claimed(NOW.plus(LEASE));
    assertThat(says(outbox -> outbox.handOver(second.id(), second.attempts(), NOW.plus(LEASE))))
        .isTrue();
    done(outbox -> outbox.again(first.id(), first.attempts(), NOW, "421 too late"));
    done(outbox -> outbox.refused(first.id(), first.attempts(), "550 too late"));
    done(outbox -> outbox.doubtful(first.id(), first.attempts(), "gone"));
    assertThat(state(first.id())).isEqualTo(State.HANDING_OVER);
  }

  @Test
  void a_letter_that_was_stopped_while_somebody_tried_to_send_it_stays_stopped() {
    Sending one = claimedNew();
    assertThat(says(outbox -> outbox.cancel(one.id()))).isTrue();
    done(outbox -> outbox.again(one.id(), one.attempts(), NOW, "nobody answers"));
    assertThat(state(one.id())).isEqualTo(State.CANCELLED);
  }

  @Test
  void a_letter_that_was_doubtful_once_may_have_arrived_whatever_was_decided_since() {
    Sending one = handedOver();
    done(outbox -> outbox.doubtful(one.id(), one.attempts(), "the line broke"));
    assertThat(says(outbox -> outbox.decide(one.id(), true, NOW))).isTrue();
    assertThat(says(outbox -> outbox.cancel(one.id()))).isTrue();
    assertThat(with(outbox -> outbox.byId(one.id())).orElseThrow().mayHaveArrived()).isTrue();
    Sending other = put(NOW);
    assertThat(with(outbox -> outbox.byId(other.id())).orElseThrow().mayHaveArrived()).isFalse();
  }

  @Test
  void a_letter_that_a_clock_ahead_put_off_is_due_when_the_clock_is_right_again() {
    Sending put = put(AHEAD);
    Sending tried = claimed(NOW);
    assertThat(tried.id()).isEqualTo(put.id());
    done(outbox -> outbox.again(tried.id(), 1, AHEAD.plusSeconds(60), "nobody answers"));
    assertThat(claimed(NOW).attempts()).isEqualTo(2);
  }

  @Test
  void a_lease_of_a_clock_ahead_ends_when_the_clock_is_right_again() {
    Sending put = put(NOW);
    assertThat(claimed(AHEAD).id()).isEqualTo(put.id());
    assertThat(claimed(NOW).attempts()).isEqualTo(2);
    assertThat(says(outbox -> outbox.handOver(put.id(), 1, NOW))).as("the first try").isFalse();
    assertThat(says(outbox -> outbox.handOver(put.id(), 2, NOW))).isTrue();
  }

  @Test
  void what_was_handed_over_by_a_clock_ahead_is_doubtful_when_the_clock_is_right_again() {
    put(NOW);
    Sending one = claimed(AHEAD);
    assertThat(says(outbox -> outbox.handOver(one.id(), one.attempts(), AHEAD))).isTrue();
    assertThat(all(outbox -> outbox.abandoned(NOW, LEASE)))
        .extracting(Sending::state)
        .containsExactly(State.DOUBTFUL);
  }
}

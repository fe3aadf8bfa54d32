package ronda.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import ronda.casework.referral.Replies;
import ronda.casework.referral.Reply;

/** What every {@link Replies} must do, above all: a mail is kept once. All of it is made up. */
public abstract class RepliesContract {
  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00.123456Z");

  /** Works on the replies of one office in one change. */
  protected abstract <T> T with(Function<Replies, T> work);

  /** A referral that exists. */
  protected abstract UUID referral();

  private static Reply reply(Optional<UUID> referral, String key, Instant at) {
    return new Reply(
        UUID.randomUUID(),
        referral,
        key,
        "aduan@kementerian.invalid",
        at,
        "Re: B-1/KOMINFO/XI/2026 “hal” \\ \"itu\"",
        "baris satu\n\tbaris dua 💥 %s :param ?",
        List.of("lampiran {1},2.pdf (3 KiB)", "\"kutip\""),
        true);
  }

  private boolean add(Reply reply) {
    return with(replies -> replies.add(reply));
  }

  private Reply added(Optional<UUID> referral, String key, Instant at) {
    Reply reply = reply(referral, key, at);
    assertThat(add(reply)).isTrue();
    return reply;
  }

  private List<Reply> unknown(int limit) {
    return with(replies -> replies.unknown(limit));
  }

  private Optional<Reply> byId(UUID id) {
    return with(replies -> replies.byId(id));
  }

  @Test
  void a_reply_comes_back_as_it_came_in() {
    Reply answering = added(Optional.of(referral()), "satu@contoh.invalid", NOW);
    Reply unknown = added(Optional.empty(), "dua@contoh.invalid", NOW);
    assertThat(byId(answering.id())).contains(answering);
    assertThat(byId(unknown.id())).contains(unknown);
    assertThat(byId(new UUID(9, 9))).isEmpty();
  }

  @Test
  void a_mail_that_is_read_twice_is_kept_once_and_the_first_stays() {
    Reply first = added(Optional.empty(), "satu@contoh.invalid", NOW);
    assertThat(add(reply(Optional.of(referral()), "satu@contoh.invalid", NOW.plusSeconds(1))))
        .isFalse();
    assertThat(unknown(9)).containsExactly(first);
    assertThat(this.<List<Reply>>with(replies -> replies.ofReferral(referral()))).isEmpty();
  }

  @Test
  void those_of_a_referral_and_those_of_none_stand_in_the_order_they_came() {
    Reply second = added(Optional.of(referral()), "a", NOW.plusSeconds(1));
    Reply first = added(Optional.of(referral()), "b", NOW);
    Reply later = added(Optional.empty(), "c", NOW.plusSeconds(1));
    Reply earlier = added(Optional.empty(), "d", NOW);
    assertThat(this.<List<Reply>>with(replies -> replies.ofReferral(referral())))
        .containsExactly(first, second);
    assertThat(unknown(9)).containsExactly(earlier, later);
    assertThat(unknown(1)).containsExactly(earlier);
    assertThat(this.<Long>with(Replies::countUnknown)).isEqualTo(2);
  }

  @Test
  void a_person_says_once_what_a_reply_answers() {
    Reply reply = added(Optional.empty(), "a", NOW);
    assertThat(assigned(reply)).isTrue();
    assertThat(assigned(reply)).as("it is known now").isFalse();
    assertThat(unknown(9)).isEmpty();
    assertThat(this.<List<Reply>>with(replies -> replies.ofReferral(referral())))
        .singleElement()
        .satisfies(
            kept -> {
              assertThat(kept.id()).isEqualTo(reply.id());
              assertThat(kept.referral()).contains(referral());
              assertThat(kept.text()).isEqualTo(reply.text());
            });
    assertThat(setAside(reply)).as("it answers something").isFalse();
    assertThat(this.<Boolean>with(replies -> replies.assign(new UUID(9, 9), referral()))).isFalse();
  }

  @Test
  void what_is_no_reply_is_set_aside_once_and_kept() {
    Reply reply = added(Optional.empty(), "a", NOW);
    assertThat(setAside(reply)).isTrue();
    assertThat(setAside(reply)).isFalse();
    assertThat(unknown(9)).isEmpty();
    assertThat(this.<Long>with(Replies::countUnknown)).isZero();
    assertThat(byId(reply.id())).contains(reply);
    assertThat(assigned(reply)).as("somebody thinks again").isTrue();
  }

  private boolean assigned(Reply reply) {
    return with(replies -> replies.assign(reply.id(), referral()));
  }

  private boolean setAside(Reply reply) {
    return with(replies -> replies.setAside(reply.id()));
  }
}

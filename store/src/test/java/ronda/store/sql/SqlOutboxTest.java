package ronda.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.authority.Recipient;
import ronda.casework.referral.Addressee;
import ronda.casework.referral.Chase;
import ronda.casework.referral.Happening;
import ronda.casework.referral.Letter;
import ronda.casework.referral.Outbox;
import ronda.casework.referral.Referral;
import ronda.casework.referral.Reply;
import ronda.casework.referral.Sending;
import ronda.casework.referral.Target;
import ronda.identify.post.Category;
import ronda.store.postgres.EmbeddedDatabase;
import ronda.testkit.contract.OutboxContract;

/** The tables of letters: the outbox's contract, and what a referral keeps. */
class SqlOutboxTest extends OutboxContract {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

  private final TwoOffices offices = new TwoOffices(DATABASE.source());
  private final UUID letter = UUID.randomUUID();
  private final Referral referral =
      new Referral(
          UUID.randomUUID(),
          "2026-000001",
          Category.GAMBLING,
          Recipient.MINISTRY,
          UUID.randomUUID(),
          "Direktorat Contoh",
          "B-1/KOMINFO/XI/2026",
          NOW,
          "Kemal Contoh",
          new Target.Hours(24),
          List.of());

  @BeforeEach
  void a_letter_was_written() {
    offices
        .tables()
        .run(
            offices.mine(),
            jdbc -> {
              jdbc.sql(
                      """
                      INSERT INTO cases (id, number, region, status, last_step)
                      VALUES (:id, :number, '', 'OPEN', :at)
                      """)
                  .params(
                      Map.of("id", UUID.randomUUID(), "number", "2026-000001", "at", Times.at(NOW)))
                  .update();
              new SqlAddressees(jdbc)
                  .put(
                      new Addressee(
                          referral.addresseeId(),
                          Recipient.MINISTRY,
                          "Direktorat Contoh",
                          "",
                          "aduan@kementerian.invalid",
                          "",
                          "",
                          new Target.Hours(24)));
              new SqlReferrals(jdbc).begin(referral);
              new SqlLetters(jdbc)
                  .put(
                      new SqlLetters.Made(
                          letter,
                          referral.id(),
                          Letter.Kind.REFERRAL,
                          referral.letter(),
                          NOW,
                          "Rujukan dugaan",
                          Map.of("addresses", "https://contoh.example/")),
                      "{}",
                      new byte[] {1});
            });
  }

  @Override
  protected <T> T with(Function<Outbox, T> work) {
    return offices.tables().write(offices.mine(), jdbc -> work.apply(new SqlOutbox(jdbc)));
  }

  @Override
  protected void put(Sending sending) {
    offices
        .tables()
        .run(
            offices.mine(),
            jdbc -> new SqlOutbox(jdbc).put(sending, "kantor@contoh.invalid", new byte[] {1}));
  }

  @Override
  protected UUID referral() {
    return referral.id();
  }

  @Override
  protected UUID letter() {
    return letter;
  }

  private <T> T mine(Function<JdbcClient, T> work) {
    return offices.tables().write(offices.mine(), work);
  }

  private Referral happened(Happening what) {
    return mine(
        jdbc -> {
          SqlReferrals referrals = new SqlReferrals(jdbc);
          Referral after =
              referrals
                  .forChange(referral.id())
                  .orElseThrow()
                  .after(new Happening.Taken(NOW, "Ronda", what));
          referrals.add(after);
          return after;
        });
  }

  @Test
  void every_happening_comes_back_as_it_was_written() {
    happened(new Happening.Sent("mail", ""));
    happened(new Happening.Chased(Chase.REMINDER, 1));
    happened(new Happening.Replied(UUID.randomUUID()));
    Referral last = happened(new Happening.Recalled("keliru"));
    look(
        jdbc -> {
          SqlReferrals referrals = new SqlReferrals(jdbc);
          assertThat(referrals.byId(referral.id())).contains(last);
          assertThat(referrals.byLetter(referral.letter())).contains(last);
          assertThat(referrals.count(Optional.of(Referral.State.RECALLED))).isEqualTo(1);
        });
  }

  private void look(Consumer<JdbcClient> work) {
    offices.tables().run(offices.mine(), work);
  }

  @Test
  void a_chase_happens_once_whatever_a_clock_says() {
    happened(new Happening.Sent("mail", ""));
    happened(new Happening.Chased(Chase.REMINDER, 1));
    assertThatThrownBy(() -> happened(new Happening.Chased(Chase.REMINDER, 1)))
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void a_reply_is_kept_once() {
    Reply reply =
        new Reply(
            UUID.randomUUID(),
            Optional.empty(),
            "satu@kementerian.invalid",
            "aduan@kementerian.invalid",
            NOW,
            "Jawaban",
            "Sudah.",
            List.of("a.pdf (3 KiB)"),
            false);
    look(
        jdbc -> {
          SqlReplies replies = new SqlReplies(jdbc);
          assertThat(replies.add(reply)).isTrue();
          assertThat(replies.add(reply)).isFalse();
          assertThat(replies.unknown(10)).containsExactly(reply);
          assertThat(replies.assign(reply.id(), referral.id())).isTrue();
          assertThat(replies.assign(reply.id(), referral.id())).isFalse();
          assertThat(replies.unknown(10)).isEmpty();
        });
  }

  @Test
  void another_office_sees_nothing_of_it() {
    happened(new Happening.Sent("mail", ""));
    offices
        .tables()
        .run(
            offices.other(),
            jdbc -> {
              assertThat(new SqlReferrals(jdbc).byId(referral.id())).isEmpty();
              assertThat(new SqlReferrals(jdbc).latest(Optional.empty(), 0, 10)).isEmpty();
              assertThat(new SqlAddressees(jdbc).all()).isEmpty();
              assertThat(new SqlLetters(jdbc).pdf(referral.id(), letter)).isEmpty();
              assertThat(new SqlOutbox(jdbc).claim(NOW, Duration.ofMinutes(1))).isEmpty();
              assertThat(new SqlOutbox(jdbc).decide(letter, true, NOW)).isFalse();
            });
  }
}

package ronda.server.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.chain.AuditLog;
import ronda.casework.chain.Verifier;
import ronda.casework.referral.Referral;
import ronda.casework.referral.Sending;
import ronda.letters.mail.Mailbox;
import ronda.letters.mail.PostOffice;
import ronda.server.Browser;
import ronda.server.desk.Desks;
import ronda.store.postgres.EmbeddedDatabase;
import ronda.store.sql.SqlAddressees;
import ronda.store.sql.SqlCases;
import ronda.store.sql.SqlOutbox;
import ronda.store.sql.SqlReferrals;
import ronda.testkit.wire.Wire;

/**
 * The mail server is away, lines break, and clocks jump, forward and back: on a real server, a real
 * database and a real mail server, by the desk's own clock.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LetterClocksTest {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  private final PostOffice post = new PostOffice();
  private final Wire wire = new Wire(post.smtp());
  private final Wire reading = new Wire(post.imap());

  @SuppressWarnings("NullAway.Init") // Opened before all tests.
  private OpenPostDesk desk;

  @SuppressWarnings("NullAway.Init")
  private String ministry;

  private String number = "";
  private String referral = "";
  private int before;

  @BeforeAll
  void open() {
    Map<String, String> settings = new HashMap<>(post.settings());
    settings.put("RONDA_SMTP_PORT", Integer.toString(wire.port()));
    settings.put("RONDA_IMAP_PORT", Integer.toString(reading.port()));
    desk = new OpenPostDesk(DATABASE.source(), settings);
    Browser browser = desk.browser(desk.officer);
    desk.letterhead(browser, "mostADay", "10");
    ministry = desk.ministry(browser);
  }

  @AfterAll
  void close() {
    desk.close();
    wire.close();
    reading.close();
    post.close();
  }

  /** A letter waits in the outbox at this time. */
  private void queued(Instant at) {
    queued(at, ministry);
  }

  private void queued(Instant at, String addressee) {
    desk.now.set(at);
    number = desk.confirmed(desk.advert());
    Browser browser = desk.browser(desk.officer);
    referral =
        OpenPostDesk.written(
            browser.post("/cases/" + number + "/refer", OpenPostDesk.form(addressee)));
    before = post.atTheMinistry().size();
    browser.post(referral + "/send", "way", "mail");
  }

  private UUID id() {
    return UUID.fromString(referral.substring(referral.lastIndexOf('/') + 1));
  }

  private Sending sending() {
    return desk.bean(Desks.class)
        .look(desk.office.id(), jdbc -> new SqlOutbox(jdbc).ofReferral(id()).getFirst());
  }

  private Referral now() {
    return desk.bean(Desks.class)
        .look(desk.office.id(), jdbc -> new SqlReferrals(jdbc).byId(id()).orElseThrow());
  }

  private int round() {
    return desk.bean(Dispatch.class).round();
  }

  private void decide(String as) {
    desk.browser(desk.officer).post(referral + "/sendings/" + sending().id() + "/decide", "as", as);
  }

  private void leftOnce() {
    assertThat(sending().state()).isEqualTo(Sending.State.SENT);
    desk.pass(Duration.ofDays(2));
    assertThat(round()).as("nothing is left to send").isZero();
    assertThat(post.atTheMinistry()).hasSize(before + 1);
    assertThat(desk.steps(number).stream().filter("referral-sent"::equals)).hasSize(1);
  }

  @AfterEach
  void every_chain_holds() {
    Verifier steps = new Verifier();
    desk.bean(Desks.class)
        .look(desk.office.id(), jdbc -> new SqlCases(jdbc).chainOf(desk.caseFile(number).id()))
        .forEach(steps::next);
    assertThat(steps.read()).isPositive();
    assertThat(steps.broken()).as("the case").isEmpty();
    Verifier acts = new Verifier();
    desk.bean(AuditLog.class).walk(desk.office.id(), acts::next);
    assertThat(acts.read()).isPositive();
    assertThat(acts.broken()).as("the audit log").isEmpty();
  }

  @Test
  void the_mail_server_is_away_for_an_hour_and_the_letter_leaves_once_when_it_is_back()
      throws Exception {
    Instant start = OpenPostDesk.START;
    queued(start);
    wire.cut();
    List<Long> tried = new ArrayList<>();
    for (long minute = 0; minute <= 60; minute++) {
      desk.now.set(start.plus(Duration.ofMinutes(minute)));
      if (round() > 0) {
        tried.add(minute);
      }
    }
    assertThat(tried)
        .as("pauses of 1, 2, 4, 8 and 16 minutes")
        .containsExactly(0L, 1L, 3L, 7L, 15L, 31L);
    assertThat(sending().due()).as("and then 30").isEqualTo(start.plus(Duration.ofMinutes(61)));
    assertThat(desk.browser(desk.officer).open(referral).body())
        .contains("6 kali dicoba", "Hubungan gagal atau terputus.");

    wire.mend();
    desk.pass(Duration.ofMinutes(1));
    assertThat(round()).isEqualTo(1);
    leftOnce();
    assertThat(now().sentAt())
        .as("the clock begins when it leaves")
        .contains(start.plus(Duration.ofMinutes(61)));
  }

  @Test
  void a_clock_that_was_days_ahead_while_the_server_was_away_holds_no_letter_up() {
    Instant start = OpenPostDesk.START.plus(Duration.ofDays(30));
    queued(start);
    wire.cut();
    desk.now.set(start.plus(Duration.ofDays(5)));
    assertThat(round()).isEqualTo(1);
    wire.mend();

    desk.now.set(start.plus(Duration.ofMinutes(3)));
    assertThat(round()).isEqualTo(1);
    leftOnce();
  }

  @Test
  void an_hour_that_jumps_by_before_the_mail_is_said_ends_the_attempt_and_the_next_one_sends_it() {
    queued(OpenPostDesk.START.plus(Duration.ofDays(60)));
    wire.meanwhile("RCPT", () -> desk.pass(Duration.ofHours(1)));
    round();
    assertThat(sending().attempts()).isEqualTo(2);
    leftOnce();
  }

  @Test
  void days_that_jump_by_while_the_mail_is_said_put_it_in_doubt_until_the_server_answers() {
    queued(OpenPostDesk.START.plus(Duration.ofDays(90)));
    List<Sending.State> seen = new ArrayList<>();
    wire.meanwhile(
        Wire.ANSWER,
        () -> {
          desk.pass(Duration.ofDays(3));
          round(); // Another server on the same database.
          seen.add(sending().state());
        });
    round();
    assertThat(seen).containsExactly(Sending.State.DOUBTFUL);
    leftOnce();
  }

  @Test
  void a_letter_whose_copy_comes_back_is_not_sent_again_though_a_person_asked_for_it()
      throws Exception {
    queued(OpenPostDesk.START.plus(Duration.ofDays(120)));
    theAnswerIsLost();
    decide("again");
    assertThat(sending().state()).isEqualTo(Sending.State.WAITING);

    desk.bean(Postbox.class).round();

    leftOnce();
  }

  private void theAnswerIsLost() {
    wire.breakAt(Wire.ANSWER);
    round();
    assertThat(sending().state()).isEqualTo(Sending.State.DOUBTFUL);
  }

  @Test
  void who_may_have_a_letter_is_told_that_the_case_is_withdrawn_though_it_was_to_be_sent_again() {
    queued(OpenPostDesk.START.plus(Duration.ofDays(150)));
    theAnswerIsLost();
    decide("again");
    UUID letter = sending().id();

    int told =
        desk.bean(Desks.class)
            .change(
                desk.office.id(),
                (work, jdbc) ->
                    desk.bean(Recalls.class).tell(number, desk.now.get(), "Rina", jdbc));

    assertThat(told).isEqualTo(1);
    assertThat(
            desk.bean(Desks.class)
                .look(desk.office.id(), jdbc -> new SqlOutbox(jdbc).byId(letter))
                .map(Sending::state))
        .contains(Sending.State.CANCELLED);
    round();
    assertThat(post.atTheMinistry()).as("the letter and its recall").hasSize(before + 2);
  }

  @Test
  void a_letter_that_is_stopped_while_nobody_answers_stays_stopped() {
    queued(OpenPostDesk.START.plus(Duration.ofDays(180)));
    wire.meanwhile(
        "EHLO",
        () -> {
          decide("drop");
          throw new IllegalStateException("the line breaks");
        });
    round();
    assertThat(sending().state()).isEqualTo(Sending.State.CANCELLED);
    desk.pass(Duration.ofDays(1));
    assertThat(round()).isZero();
    assertThat(post.atTheMinistry()).hasSize(before);
  }

  @Test
  void working_days_count_no_feast_and_a_clock_set_back_chases_nobody_twice() {
    String working = workingDays();
    queued(Instant.parse("2026-12-23T02:00:00Z"), working); // 24, 25: Christmas; then a weekend
    round();
    isOverdue("2026-12-30T16:59:00Z", false); // 23.59 in Jakarta, the third working day
    isOverdue("2026-12-30T17:01:00Z", true);
    chase();
    assertThat(now().chases()).isEqualTo(1);

    isOverdue("2026-12-28T02:00:00Z", false); // The clock was ahead.
    chase();
    assertThat(now().chases()).as("nobody is chased twice").isEqualTo(1);

    desk.now.set(Instant.parse("2027-01-07T16:59:00Z")); // 1 and 5 January are feasts.
    chase();
    assertThat(now().chases()).isEqualTo(1);
    desk.now.set(Instant.parse("2027-01-07T17:01:00Z"));
    chase();
    assertThat(now().chases()).isEqualTo(2);
  }

  @Test
  void who_is_chased_by_itself_is_chased_so_often_a_day_and_no_more_when_the_clock_is_set_back() {
    queued(OpenPostDesk.START.plus(Duration.ofDays(240)));
    queued(OpenPostDesk.START.plus(Duration.ofDays(240)));
    round();
    desk.pass(Duration.ofDays(10));
    desk.letterhead(desk.browser(desk.officer), "byItself", "yes", "mostADay", "1");
    Chasing chasing = desk.bean(Chasing.class);

    assertThat(chasing.round()).isEqualTo(1);
    assertThat(chasing.round()).as("the same day").isZero();
    desk.pass(Duration.ofDays(-3));
    assertThat(chasing.round()).as("the clock is set back").isZero();
    desk.pass(Duration.ofDays(4).plusMinutes(1));
    assertThat(chasing.round()).as("the next day").isEqualTo(1);

    round(); // Nothing is left to the other tests, which are earlier by this clock.
    desk.letterhead(desk.browser(desk.officer), "mostADay", "10");
  }

  private void chase() {
    desk.browser(desk.officer).post(referral + "/chase");
    round();
  }

  private void isOverdue(String at, boolean overdue) {
    desk.now.set(Instant.parse(at));
    String list = desk.browser(desk.officer).open("/referrals?show=overdue").body();
    assertThat(list.contains(referral)).as(at).isEqualTo(overdue);
  }

  /** An addressee from whom an answer is wanted in three working days. */
  private String workingDays() {
    desk.browser(desk.officer)
        .post(
            "/office/letters/addressees",
            "name",
            "Direktorat Hari Kerja",
            "kind",
            "ministry",
            "target",
            "3d",
            "postal",
            "Jakarta",
            "email",
            "kerja@kementerian.invalid");
    return desk
        .bean(Desks.class)
        .look(desk.office.id(), jdbc -> new SqlAddressees(jdbc).all())
        .stream()
        .filter(one -> one.name().equals("Direktorat Hari Kerja"))
        .findFirst()
        .orElseThrow()
        .id()
        .toString();
  }

  @Test
  void a_mailbox_that_is_away_is_read_later_and_a_reply_before_its_letter_took_no_time()
      throws Exception {
    queued(OpenPostDesk.START.plus(Duration.ofDays(210)));
    round();
    reading.cut();
    MimeMessage letter = post.atTheMinistry().getLast();
    post.write(PostOffice.MINISTRY, "Jawaban", "Sudah.", "In-Reply-To", letter.getMessageID());
    assertThatThrownBy(() -> desk.bean(Postbox.class).round())
        .isInstanceOf(Mailbox.Unreachable.class);
    reading.mend();

    desk.pass(Duration.ofDays(-2)); // The clock was ahead when the letter left.
    desk.bean(Postbox.class).round();
    desk.bean(Postbox.class).round();

    assertThat(desk.steps(number).stream().filter("reply-came"::equals)).hasSize(1);
    assertThat(now().answerTime()).contains(Duration.ZERO);
    assertThat(desk.browser(desk.officer).open("/referrals").status()).isEqualTo(200);
  }
}

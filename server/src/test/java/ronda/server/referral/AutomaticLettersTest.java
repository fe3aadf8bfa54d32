package ronda.server.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.cases.CaseFile;
import ronda.casework.cases.Step;
import ronda.casework.office.Officer;
import ronda.casework.office.Role;
import ronda.casework.referral.Referral;
import ronda.casework.referral.Sending;
import ronda.letters.mail.Mailbox;
import ronda.letters.mail.PostOffice;
import ronda.server.Browser;
import ronda.server.desk.Desks;
import ronda.store.postgres.EmbeddedDatabase;
import ronda.store.schema.Schema;
import ronda.store.sql.SqlOutbox;
import ronda.store.sql.SqlReferrals;

/**
 * Letters that nobody writes by hand: how many reminders leave, and who is told of a withdrawal.
 */
class AutomaticLettersTest {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  @SuppressWarnings("NullAway.Init") // Opened before each test.
  private PostOffice post;

  @SuppressWarnings("NullAway.Init")
  private OpenPostDesk desk;

  @SuppressWarnings("NullAway.Init")
  private Browser browser;

  @SuppressWarnings("NullAway.Init")
  private String ministry;

  @BeforeEach
  void open() {
    post = new PostOffice();
    DataSource fresh = DATABASE.bare(); // Offices of another test share the ministry's mailbox.
    Schema.migrate(fresh);
    desk = new OpenPostDesk(fresh, post.settings());
    browser = desk.browser(desk.officer);
    desk.letterhead(browser);
    ministry = desk.ministry(browser);
  }

  @AfterEach
  void close() {
    desk.close();
    post.close();
  }

  private void pass(Duration time) {
    desk.pass(time);
    browser = desk.browser(desk.officer);
  }

  private String written(String number) {
    return OpenPostDesk.written(
        browser.post("/cases/" + number + "/refer", OpenPostDesk.form(ministry)));
  }

  private List<String> fourThatNobodyAnswers() {
    List<String> referrals = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      String referral = written(desk.confirmed(desk.advert()));
      browser.post(referral + "/send");
      referrals.add(referral);
    }
    send();
    pass(Duration.ofDays(40));
    return referrals;
  }

  private void send() {
    for (int i = 0; i < 6; i++) {
      desk.bean(Dispatch.class).round();
    }
  }

  private int chased() {
    return desk.bean(Chasing.class).round();
  }

  private Referral referral(String path) {
    return desk.bean(Desks.class)
        .look(desk.office.id(), jdbc -> new SqlReferrals(jdbc).byId(id(path)).orElseThrow());
  }

  private static UUID id(String path) {
    return UUID.fromString(path.substring("/referrals/".length()));
  }

  @Test
  void no_reminder_leaves_by_itself_unless_the_office_wants_it() {
    fourThatNobodyAnswers();
    assertThat(chased()).isZero();
  }

  @Test
  void no_more_reminders_leave_by_themselves_in_a_day_than_the_office_allows() {
    desk.letterhead(browser, "byItself", "on", "mostADay", "2");
    List<String> referrals = fourThatNobodyAnswers();
    assertThat(chased()).isEqualTo(2);
    assertThat(chased()).as("the day has had its two").isZero();

    Referral reminded =
        referrals.stream()
            .map(this::referral)
            .filter(one -> one.chases() == 1)
            .findFirst()
            .orElseThrow();
    post.write(PostOffice.MINISTRY, "Re: " + reminded.letter(), "Sudah kami tangani.");
    readMail();
    assertThat(referral("/referrals/" + reminded.id()).state()).isEqualTo(Referral.State.REPLIED);
    assertThat(chased()).as("an answer makes no room for a third").isZero();

    pass(Duration.ofHours(25));
    assertThat(chased()).isEqualTo(2);
  }

  private void readMail() {
    try {
      desk.bean(Postbox.class).round();
    } catch (Mailbox.Unreachable away) {
      throw new IllegalStateException(away);
    }
  }

  @Test
  void a_machine_that_answers_every_letter_ends_nothing_and_starts_nothing() {
    desk.letterhead(browser, "byItself", "on", "mostADay", "100");
    String referral = written(desk.confirmed(desk.advert()));
    browser.post(referral + "/send");
    send();
    int answered = 0;
    for (int day = 0; day < 60; day++) {
      pass(Duration.ofDays(1));
      int letters = post.atTheMinistry().size();
      for (; answered < letters; answered++) {
        post.write(
            PostOffice.MINISTRY,
            "Otomatis: " + referral(referral).letter(),
            "Terima kasih, surat Anda kami terima.",
            "Auto-Submitted",
            "auto-replied");
      }
      readMail();
      chased();
      send();
    }
    assertThat(referral(referral).state()).isEqualTo(Referral.State.WAITING);
    assertThat(post.atTheMinistry()).as("the letter and its two reminders").hasSize(3);
  }

  @Test
  void whoever_has_the_letter_is_told_when_an_objection_is_upheld_and_the_others_get_none() {
    String number = desk.confirmed(desk.advert());
    String left = written(number);
    browser.post(left + "/send");
    send();
    String byHand = written(number);
    browser.post(byHand + "/handed", "note", "diserahkan di loket");
    String waiting = written(number);
    browser.post(waiting + "/send");
    int before = post.atTheMinistry().size();

    uphold(number, "Akun itu dibajak");
    send();

    for (String path : List.of(left, byHand, waiting)) {
      assertThat(referral(path).state()).as(path).isEqualTo(Referral.State.RECALLED);
    }
    CaseFile file = desk.caseFile(number);
    assertThat(file.status()).isEqualTo(CaseFile.Status.WITHDRAWN);
    assertThat(file.history())
        .extracting(Step.Taken::step)
        .filteredOn(Step.RecipientsTold.class::isInstance)
        .singleElement()
        .satisfies(step -> assertThat(((Step.RecipientsTold) step).letters()).isEqualTo(2));
    assertThat(sendings(waiting)).containsOnly(Sending.State.CANCELLED);
    assertThat(post.atTheMinistry()).as("a recall to each who has it").hasSize(before + 2);
    assertThat(browser.open(byHand).body()).contains("Ditarik");

    send();
    assertThat(post.atTheMinistry()).as("and none of them twice").hasSize(before + 2);
  }

  private List<Sending.State> sendings(String path) {
    return desk.bean(Desks.class)
        .look(
            desk.office.id(),
            jdbc -> new SqlOutbox(jdbc).ofReferral(id(path)).stream().map(Sending::state).toList());
  }

  private void uphold(String number, String reason) {
    Matcher code =
        Pattern.compile("<code>([0-9A-Z]{4}(?:-[0-9A-Z]{4}){2})</code>")
            .matcher(browser.open("/cases/" + number).body());
    assertThat(code.find()).as("the code stands on the case's page").isTrue();
    Browser outside = desk.nobody();
    outside.open("/objection");
    outside.post("/objection", "code", code.group(1), "words", "Itu bukan akun saya.");
    Officer head = desk.person("Hana Contoh", Role.HEAD);
    UUID objection =
        desk.bean(Desks.class)
            .look(
                desk.office.id(),
                jdbc ->
                    jdbc.sql("SELECT id FROM objections ORDER BY id DESC LIMIT 1")
                        .query(UUID.class)
                        .single());
    desk.browser(head)
        .post("/objections/" + objection + "/decide", "decision", "uphold", "reason", reason);
  }
}

package ronda.server.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.cases.CaseFile;
import ronda.casework.cases.Step;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Offices;
import ronda.casework.office.Region;
import ronda.casework.office.Role;
import ronda.casework.referral.Referral;
import ronda.casework.referral.Sending;
import ronda.letters.mail.Mailbox;
import ronda.letters.mail.PostOffice;
import ronda.server.Browser;
import ronda.server.desk.Desks;
import ronda.store.postgres.EmbeddedDatabase;
import ronda.store.schema.Schema;
import ronda.store.sql.InOffice;
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

  @Test
  void two_servers_at_once_write_no_more_of_them_than_one() throws Exception {
    desk.letterhead(browser, "byItself", "on", "mostADay", "2");
    fourThatNobodyAnswers();
    CyclicBarrier together = new CyclicBarrier(4);
    int written = 0;
    try (ExecutorService servers = Executors.newFixedThreadPool(4)) {
      List<Future<Integer>> rounds = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        rounds.add(
            servers.submit(
                () -> {
                  together.await();
                  return chased();
                }));
      }
      for (Future<Integer> round : rounds) {
        written += round.get();
      }
    }

    assertThat(written).isEqualTo(2);
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

  /** What an office kept before addresses were looked at. */
  private void brokenAddress(String email) {
    change("UPDATE addressees SET email = ?", email);
  }

  private void change(String sql, Object... words) {
    desk.bean(InOffice.class).everywhere(jdbc -> jdbc.sql(sql).params(List.of(words)).update());
  }

  @Test
  void an_objection_is_upheld_though_no_mail_can_be_written_to_whoever_has_the_letter() {
    String number = desk.confirmed(desk.advert());
    String left = written(number);
    browser.post(left + "/send");
    send();
    brokenAddress("humas@kota.go.id.");

    uphold(number, "Akun itu dibajak");

    assertThat(desk.caseFile(number).status()).isEqualTo(CaseFile.Status.WITHDRAWN);
    assertThat(referral(left).state()).isEqualTo(Referral.State.RECALLED);
    assertThat(browser.open(left).body())
        .as("the recall waits to be handed over")
        .contains("/handed");
    assertThat(sendings(left)).containsOnly(Sending.State.SENT);
  }

  @Test
  void a_reminder_to_a_broken_address_is_written_and_waits_to_be_handed_over() {
    desk.letterhead(browser, "byItself", "on", "mostADay", "10");
    List<String> referrals = fourThatNobodyAnswers();
    brokenAddress("dinas..x@kota.go.id");
    assertThat(chased()).isEqualTo(4);
    assertThat(referrals).allSatisfy(one -> assertThat(referral(one).chases()).isEqualTo(1));
  }

  @Test
  void one_referral_that_cannot_be_chased_holds_up_no_other() {
    desk.letterhead(browser, "byItself", "on", "mostADay", "3");
    List<String> referrals = fourThatNobodyAnswers();
    change(
        """
        CREATE FUNCTION no_letter() RETURNS trigger LANGUAGE plpgsql AS
          $$ BEGIN RAISE EXCEPTION 'made up'; END $$
        """);
    change(
        "CREATE TRIGGER no_letter BEFORE INSERT ON letters FOR EACH ROW WHEN (NEW.referral_id = '"
            + id(referrals.getFirst())
            + "') EXECUTE FUNCTION no_letter()");
    assertThat(chased()).isEqualTo(3);
    assertThat(referral(referrals.getFirst()).chases()).isZero();
  }

  @Test
  void one_office_that_cannot_chase_holds_up_no_other() {
    desk.letterhead(browser, "byItself", "on", "mostADay", "10");
    fourThatNobodyAnswers();
    UUID first = new UUID(0, 1); // Offices are gone through by their ids.
    desk.bean(Offices.class)
        .put(
            new Office(
                first, "Kantor Rusak", Office.Kind.COMMUNICATIONS_OFFICE, new Region("32.72")));
    change(
        """
        INSERT INTO stationery (office_id, letterhead, place, signer_title, signer_name,
            signer_number, pattern, unit, sender, by_itself, most_a_day, superior)
          SELECT ?, letterhead, place, signer_title, signer_name, signer_number, 'no number', unit,
            sender, by_itself, most_a_day, superior FROM stationery
        """,
        first);
    assertThat(chased()).isEqualTo(4);
  }

  @Test
  void a_mail_that_cannot_be_entered_stops_none_of_those_after_it_and_a_person_is_told() {
    String referral = written(desk.confirmed(desk.advert()));
    browser.post(referral + "/send");
    send();
    change(
        """
        CREATE FUNCTION no_reply() RETURNS trigger LANGUAGE plpgsql AS
          $$ BEGIN RAISE EXCEPTION 'made up'; END $$
        """);
    change(
        "CREATE TRIGGER no_reply BEFORE INSERT ON replies FOR EACH ROW"
            + " WHEN (NEW.text LIKE '%tak terduga%') EXECUTE FUNCTION no_reply()");
    post.write("orang@lain.invalid", "Halo", "Isi yang tak terduga.");
    post.write(PostOffice.MINISTRY, "Re: " + referral(referral).letter(), "Sudah kami tangani.");
    readMail();

    assertThat(referral(referral).state()).isEqualTo(Referral.State.REPLIED);
    assertThat(browser.open("/referrals/unknown").body())
        .contains("surel tak dapat dicatat", "orang@lain.invalid")
        .doesNotContain("tak terduga");
  }

  @Test
  void a_due_date_in_a_year_whose_holidays_are_not_known_says_so() {
    change("UPDATE addressees SET target = ?", "20d");
    String known = written(desk.confirmed(desk.advert()));
    browser.post(known + "/handed", "note", "diserahkan di loket");
    pass(Duration.between(desk.now.get(), Instant.parse("2027-12-20T02:00:00Z")));
    String unknown = written(desk.confirmed(desk.advert()));
    browser.post(unknown + "/handed", "note", "diserahkan di loket");
    String warning = "Hari libur tahun 2028 belum dikenal";
    assertThat(browser.open(unknown).body()).contains(warning);
    assertThat(browser.open(known).body()).doesNotContain("belum dikenal");
  }

  @Test
  void an_address_to_which_no_mail_can_be_written_is_refused_where_it_is_typed_in() {
    for (String wrong : List.of("humas@kota.go.id.", "dinas..x@kota.go.id")) {
      assertThat(
              browser
                  .post(
                      "/office/letters/addressees",
                      "name",
                      "Dinas Contoh",
                      "kind",
                      "ministry",
                      "target",
                      "24h",
                      "email",
                      wrong)
                  .status())
          .as(wrong)
          .isEqualTo(400);
      assertThat(desk.letterheadTyped(browser, "superior", wrong).status()).isEqualTo(400);
      assertThat(desk.letterheadTyped(browser, "from", wrong).status()).isEqualTo(400);
    }
  }
}

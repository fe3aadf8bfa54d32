package ronda.server.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.cases.CaseFile;
import ronda.casework.cases.Step;
import ronda.casework.office.Officer;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.desk.Desks;
import ronda.store.postgres.EmbeddedDatabase;

/** Letters at an office without a mail server: people carry them, and say so. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FollowUpLettersTest {
  private static final Pattern CODES = Pattern.compile("<code>([2-9A-Y-]{9,})</code>");

  @RegisterExtension final EmbeddedDatabase database = new EmbeddedDatabase();

  @SuppressWarnings("NullAway.Init") // Opened before all tests.
  private OpenPostDesk desk;

  @SuppressWarnings("NullAway.Init")
  private Browser browser;

  private String ministry = "";

  @BeforeAll
  void open() {
    desk = new OpenPostDesk(database.source(), Map.of());
    signIn();
    desk.letterhead(browser);
    ministry = desk.ministry(browser);
  }

  @AfterAll
  void close() {
    desk.close();
  }

  private void signIn() {
    browser = desk.browser(desk.officer);
  }

  private String written(String number) {
    return OpenPostDesk.written(
        browser.post("/cases/" + number + "/refer", OpenPostDesk.form(ministry)));
  }

  /** How many letters the start page says have not left. */
  private int unsent() {
    Matcher line =
        Pattern.compile("(?s)<b class=\"number\">(\\d+)</b>\\s*<span>surat yang belum dikirim")
            .matcher(browser.open("/").body());
    return line.find() ? Integer.parseInt(line.group(1)) : 0;
  }

  /** The path of the letter with this form on this referral's page. */
  private String letterWith(String referral, String form) {
    Matcher action =
        Pattern.compile("action=\"(" + referral + "/letters/[0-9a-f-]{36})/" + form + "\"")
            .matcher(browser.open(referral).body());
    assertThat(action.find()).as("a letter that can be " + form).isTrue();
    return action.group(1);
  }

  private record Receipt(String number, String secret) {}

  private Receipt upheld(String number) {
    Receipt receipt = objected(number);
    Officer head = desk.person("Hana Contoh", Role.HEAD);
    desk.browser(head)
        .post(
            "/objections/" + idOf(receipt) + "/decide", "decision", "uphold", "reason", "Dibajak");
    return receipt;
  }

  private Receipt objected(String number) {
    Matcher code =
        Pattern.compile("<code>([0-9A-Z]{4}(?:-[0-9A-Z]{4}){2})</code>")
            .matcher(browser.open("/cases/" + number).body());
    assertThat(code.find()).isTrue();
    Browser outside = desk.nobody();
    outside.post("/objection", "code", code.group(1), "words", "Itu bukan akun saya.");
    Browser.Page received = outside.open("/objection/received");
    List<String> both =
        CODES.matcher(received.body()).results().map(found -> found.group(1)).toList();
    return new Receipt(both.get(0), both.get(1));
  }

  private UUID idOf(Receipt receipt) {
    return desk.bean(Desks.class)
        .look(
            desk.office.id(),
            jdbc ->
                jdbc.sql("SELECT id FROM objections WHERE receipt = :receipt")
                    .param("receipt", receipt.number())
                    .query(UUID.class)
                    .single());
  }

  private String answer(Receipt receipt) {
    return desk.nobody()
        .post("/objection/answer", "number", receipt.number(), "secret", receipt.secret())
        .body();
  }

  @Test
  void
      a_recall_says_that_and_when_the_objection_was_upheld_and_nothing_of_what_the_person_was_told() {
    String number = desk.confirmed(desk.advert());
    String referral = written(number);
    browser.post(referral + "/handed", "note", "loket satu");

    Receipt receipt = upheld(number);

    assertThat(answer(receipt)).as("whoever objected reads why").contains("Dibajak");
    assertThat(browser.open(letterWith(referral, "handed") + "/export.json").body())
        .contains("Keberatan pihak yang bersangkutan dikabulkan pada 2")
        .doesNotContain("Dibajak", receipt.number());
    assertThat(browser.open(referral).body()).doesNotContain("Dibajak");
  }

  @Test
  void whoever_wrote_the_letter_may_uphold_what_is_said_against_it_and_not_dismiss_it() {
    String number = desk.confirmed(desk.advert());
    Browser writer = desk.browser(desk.person("Wati Contoh", Role.CASE_OFFICER));
    OpenPostDesk.written(writer.post("/cases/" + number + "/refer", OpenPostDesk.form(ministry)));
    desk.person("Gita Contoh", Role.HEAD);
    String objection = "/objections/" + idOf(objected(number));

    assertThat(writer.open("/objections").body()).contains("Anda menyurati pihak lain");
    assertThat(writer.open(objection).body())
        .contains("value=\"uphold\"", "Yang dapat memutuskan: ", "Gita Contoh")
        .doesNotContain("value=\"dismiss\"")
        .doesNotContainPattern("Yang dapat memutuskan: [^.]*(Wati|Kemal)");
    writer.post(objection + "/decide", "decision", "dismiss", "reason", "tetap");
    assertThat(writer.open(objection).body()).contains("value=\"uphold\"");

    writer.post(objection + "/decide", "decision", "uphold", "reason", "Memang keliru");
    assertThat(desk.caseFile(number).status()).isEqualTo(CaseFile.Status.WITHDRAWN);
  }

  @Test
  void a_recall_waits_on_the_start_page_until_somebody_handed_it_over_and_nobody_is_told_before() {
    String number = desk.confirmed(desk.advert());
    String referral = written(number);
    browser.post(referral + "/handed", "note", "loket satu");
    int before = unsent();

    Receipt receipt = upheld(number);

    assertThat(unsent()).isEqualTo(before + 1);
    assertThat(browser.open("/referrals?show=written").body()).contains(referral);
    assertThat(answer(receipt)).contains("akan diberi tahu").doesNotContain("sudah diberi tahu");
    assertThat(browser.open("/cases/" + number).body())
        .contains("Surat penarikan ditulis")
        .doesNotContain("Penerima diberi tahu");

    String recall = letterWith(referral, "handed");
    assertThat(browser.post(recall + "/handed", "note", "").status()).isEqualTo(302);
    assertThat(desk.steps(number)).doesNotContain("follow-up-sent");
    browser.post(recall + "/handed", "note", "diterima Ibu Contoh di loket dua");
    browser.post(recall + "/handed", "note", "sekali lagi");

    assertThat(unsent()).isEqualTo(before);
    assertThat(browser.open(referral).body())
        .contains("diterima Ibu Contoh di loket dua")
        .doesNotContain("sekali lagi", recall + "/handed");
    assertThat(answer(receipt)).contains("sudah diberi tahu; yang terakhir pada");
    assertThat(desk.steps(number).stream().filter("follow-up-sent"::equals)).hasSize(1);
    assertThat(browser.open("/cases/" + number).body()).contains("Direktorat Contoh diberi tahu");
  }

  @Test
  void a_recall_is_not_given_up() {
    String number = desk.confirmed(desk.advert());
    String referral = written(number);
    browser.post(referral + "/handed", "note", "loket satu");
    upheld(number);

    String recall = letterWith(referral, "handed");
    browser.post(recall + "/discard", "reason", "malas");

    assertThat(browser.open(referral).body()).doesNotContain("malas", recall + "/discard");
    assertThat(letterWith(referral, "handed")).isEqualTo(recall);
  }

  @Test
  void a_reminder_is_carried_by_a_person_too() {
    String number = desk.confirmed(desk.advert());
    String referral = written(number);
    browser.post(referral + "/handed", "note", "loket satu");
    desk.pass(Duration.ofDays(10));
    signIn();
    int before = unsent();

    browser.post(referral + "/chase");
    assertThat(unsent()).isEqualTo(before + 1);
    browser.post(letterWith(referral, "handed") + "/handed", "note", "kurir");

    assertThat(unsent()).isEqualTo(before);
    assertThat(desk.steps(number)).endsWith("referral-chased", "follow-up-sent");
  }

  @Test
  void what_has_not_left_when_the_case_is_withdrawn_is_given_up_with_it() {
    String number = desk.confirmed(desk.advert());
    String referral = written(number);
    browser.post(referral + "/handed", "note", "loket satu");
    desk.pass(Duration.ofDays(10));
    signIn();
    browser.post(referral + "/chase");
    int before = unsent();

    upheld(number);

    assertThat(unsent()).as("the recall instead of the reminder").isEqualTo(before);
  }

  @Test
  void a_letter_that_was_written_in_vain_is_discarded_with_a_reason_and_keeps_its_number() {
    String number = desk.confirmed(desk.advert());
    int before = unsent();
    String twice = written(number);
    String letter = letterWith(twice, "discard");
    browser.post(letter + "/discard", "reason", " ");
    assertThat(unsent()).isEqualTo(before + 1);

    browser.post(letter + "/discard", "reason", "tertulis dua kali");

    assertThat(unsent()).isEqualTo(before);
    assertThat(browser.open(twice).body()).contains("dibatalkan", "tertulis dua kali");
    assertThat(browser.open("/referrals?show=discarded").body()).contains(twice);
    assertThat(browser.open("/cases/" + number).body())
        .contains("Surat dibatalkan", "tertulis dua kali");
    browser.post(twice + "/handed", "note", "tetap saja");
    browser.post(twice + "/send", "way", "mail");
    assertThat(desk.steps(number)).doesNotContain("referral-sent");
  }

  @Test
  void the_preview_says_how_disguised_letters_will_be_printed() {
    String number = desk.confirmed(desk.advert());
    String preview =
        browser
            .post(
                "/cases/" + number + "/refer/preview",
                OpenPostDesk.form(ministry, "f.reason", "Iklan ＣＯＮＴＯＨ"))
            .body();

    assertThat(preview).contains("ＣＯＮＴＯＨ", "CONTOH&quot; ditulis dengan huruf samaran: U+FF23");
    assertThat(
            browser.post("/cases/" + number + "/refer/preview", OpenPostDesk.form(ministry)).body())
        .doesNotContain("huruf samaran");
  }

  private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([0-9a-f-]{36})\"");

  private static String key(Browser.Page page) {
    Matcher key = KEY.matcher(page.body());
    assertThat(key.find()).as("the form bears its key").isTrue();
    return key.group(1);
  }

  @Test
  void a_letters_form_that_is_sent_twice_at_once_writes_one_letter() throws Exception {
    String number = desk.confirmed(desk.advert());
    String[] typed = OpenPostDesk.form(ministry);
    String key = key(browser.post("/cases/" + number + "/refer/preview", typed));
    String[] whole = OpenPostDesk.form(ministry, "key", key);

    List<String> places;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<String> send =
          () -> OpenPostDesk.written(browser.post("/cases/" + number + "/refer", whole));
      places =
          threads.invokeAll(List.of(send, send)).stream()
              .map(Future::resultNow)
              .distinct()
              .toList();
    }

    assertThat(places).hasSize(1);
    assertThat(desk.steps(number).stream().filter("referral-written"::equals)).hasSize(1);
    String second = key(browser.post("/cases/" + number + "/refer/preview", typed));
    assertThat(second).as("another form, another letter").isNotEqualTo(key);
    assertThat(
            OpenPostDesk.written(
                browser.post(
                    "/cases/" + number + "/refer", OpenPostDesk.form(ministry, "key", second))))
        .isNotEqualTo(places.getFirst());
  }

  @Test
  void a_note_that_is_sent_twice_stands_once() {
    String number = desk.confirmed(desk.advert());
    String key = key(browser.open("/cases/" + number));

    browser.post("/cases/" + number + "/note", "text", " ", "key", key);
    browser.post("/cases/" + number + "/note", "text", "pelapor datang", "key", key);
    browser.post("/cases/" + number + "/note", "text", "pelapor datang", "key", key);

    assertThat(desk.steps(number).stream().filter("noted"::equals)).hasSize(1);
    browser.post(
        "/cases/" + number + "/note",
        "text",
        "pelapor datang",
        "key",
        key(browser.open("/cases/" + number)));
    assertThat(desk.steps(number).stream().filter("noted"::equals)).hasSize(2);
  }

  @Test
  void whoever_lacks_a_letterhead_is_told_whom_to_ask_and_the_administrator_is_led_there() {
    Officer caseOfficer = desk.person("Tuti Contoh", Role.CASE_OFFICER);
    String number = desk.confirmed(desk.advert());

    assertThat(desk.browser(caseOfficer).open("/cases/" + number + "/refer").body())
        .contains("Surat dan penerima: ", desk.officer.name())
        .doesNotContain("href=\"/office/letters\"");
    Officer administrator = desk.person("Asih Contoh", Role.ADMINISTRATOR);
    assertThat(desk.browser(administrator).open("/office").body())
        .contains("href=\"/office/letters\"");
  }

  @Test
  void the_history_names_whoever_handed_a_letter_over() {
    String number = desk.confirmed(desk.advert());
    browser.post(written(number) + "/handed", "note", "loket satu");

    assertThat(desk.caseFile(number).history())
        .filteredOn(taken -> taken.step() instanceof Step.ReferralSent)
        .singleElement()
        .satisfies(taken -> assertThat(taken.by()).isEqualTo(desk.officer.name()));
  }
}

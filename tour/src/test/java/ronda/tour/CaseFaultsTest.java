package ronda.tour;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import ronda.store.postgres.EmbeddedDatabase;
import ronda.store.sql.InOffice;
import ronda.testkit.wire.Wire;

/**
 * The power fails between a case and its answer: while a letter is said to the mail server, while
 * replies are read, while a page is captured and a bundle is made. Each time the server is a real
 * process that is killed, and started again on what is left. No letter leaves twice, nothing is
 * lost, and the chains hold.
 */
@TestMethodOrder(OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseFaultsTest {
  private static final int REPLIES = 150;

  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  @TempDir static Path folder;

  private final BusyPostOffice post = new BusyPostOffice();
  private final Wire wire = new Wire(post.smtp());
  private final SlowSite site = new SlowSite();
  private final Chromium chromium = new Chromium();
  private RunningRonda ronda;
  private Visitor kemal;
  private CaseOfficer officer;
  private String file;

  /** The letter that the ministry has, and which it answers. */
  private String answered = "";

  @BeforeAll
  void aCase() {
    start("--sample");
    officer.writeTheLetterhead("sekda@contoh.invalid", "24h");
    file =
        officer.aCase(
            "Main di CONTOH88 pasti gacor, bonus new member belibis, daftar wa 0812-0000-4141",
            "belibis");
    officer.keepThePosts(file);
  }

  @AfterAll
  void end() {
    chromium.close();
    ronda.close();
    wire.close();
    site.close();
    post.close();
  }

  /** What is left is started again, and Kemal signs in. */
  private void start(String... options) {
    Map<String, String> settings = new HashMap<>(post.settings());
    settings.put("RONDA_SMTP_PORT", Integer.toString(wire.port()));
    settings.put("RONDA_LETTERS_ABANDONEDAFTER", "PT4S");
    settings.put("RONDA_CAPTURE_PERMIT", "127.0.0.1");
    settings.put("RONDA_CAPTURE_SILENCE", "PT3S");
    settings.put("RONDA_EVIDENCE_AUTHORITY", site.address("authority"));
    ronda =
        RunningRonda.up(
            folder.resolve("home"), new RunningRonda.Place(DATABASE.url(), settings), options);
    kemal = new Visitor(chromium.person(1280, ColorScheme.LIGHT), ronda.address());
    kemal.signIn(ronda.signInLink());
    officer = new CaseOfficer(kemal);
  }

  /** Kills the server as soon as this holds. */
  private void killWhen(String what, BooleanSupplier holds) {
    CaseOfficer.until(what, holds);
    ronda.kill();
    wire.hangUp();
    kemal.close();
  }

  /** How many rows of this table, with a condition. */
  private int count(String rows) {
    return new InOffice(DATABASE.source())
        .everywhere(jdbc -> jdbc.sql("SELECT count(*) FROM " + rows).query(Integer.class).single());
  }

  private List<String> state(String letter) {
    return new InOffice(DATABASE.source())
        .everywhere(
            jdbc ->
                jdbc.sql("SELECT state FROM outbox WHERE referral_id = CAST(:id AS uuid)")
                    .param("id", letter.substring(letter.lastIndexOf('/') + 1))
                    .query(String.class)
                    .list());
  }

  /** The letters with this number that the ministry has. */
  private List<MimeMessage> atTheMinistry(String letter) {
    String number = kemal.open(letter).locator("main li b").first().innerText();
    return post.atTheMinistry().stream().filter(mail -> subject(mail).contains(number)).toList();
  }

  private static String subject(MimeMessage mail) {
    try {
      return mail.getSubject();
    } catch (MessagingException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private void everyChainHolds() throws IOException {
    assertThat(CaseOfficer.verify(kemal.auditLog(folder))).as("audit log").isEqualTo("0");
    assertThat(kemal.open(file).locator("main").innerText()).as("case").contains("Riwayat utuh");
    assertThat(kemal.page().locator("main .problem").count()).as("the case").isZero();
  }

  @Test
  @Order(1)
  void a_letter_whose_first_word_was_not_said_yet_leaves_once() throws IOException {
    wire.hangAt("RCPT");
    answered = officer.letter(file);
    killWhen("the recipient is named", wire::isHeld);
    assertThat(state(answered)).containsExactly("WAITING");

    start();
    CaseOfficer.until("it is sent", () -> state(answered).equals(List.of("SENT")));
    assertThat(atTheMinistry(answered)).hasSize(1);
    everyChainHolds();
  }

  @Test
  @Order(2)
  void a_letter_that_was_cut_off_waits_for_a_person_and_each_reply_counts_once()
      throws IOException {
    wire.hangAt(Wire.END_OF_MAIL);
    String letter = officer.letter(file);
    CaseOfficer.until("the letter is being said", wire::isHeld);
    MimeMessage first = atTheMinistry(answered).getFirst();
    IntStream.range(0, REPLIES).forEach(i -> post.answer(first, "Balasan ke-" + i + "."));
    killWhen("replies are being read", () -> count("replies") > 10);
    assertThat(count("replies")).as("killed in the middle").isLessThan(REPLIES);

    start();
    CaseOfficer.until("all are read", () -> count("replies") >= REPLIES);
    assertThat(count("(SELECT DISTINCT text FROM replies) AS words")).isEqualTo(REPLIES);
    assertThat(count("replies")).isEqualTo(REPLIES);
    assertThat(count("replies WHERE referral_id IS NULL")).as("those that answer nothing").isZero();
    assertThat(count("referral_happenings WHERE kind = 'replied'")).isEqualTo(REPLIES);

    CaseOfficer.until("it is doubtful", () -> state(letter).equals(List.of("DOUBTFUL")));
    assertThat(atTheMinistry(letter)).as("not sent by itself").isEmpty();
    kemal.open("/");
    kemal.check("start page with a letter in doubt");
    kemal.picture("16-start-doubtful");
    kemal.open(letter);
    kemal.check("letter in doubt");
    kemal.picture("17-doubtful");
    assertThat(kemal.page().locator("button[name=way]").count())
        .as("no button beside the question would send it")
        .isZero();
    kemal.page().locator("button[name=as][value=again]").click();
    CaseOfficer.until("it is sent", () -> state(letter).equals(List.of("SENT")));
    assertThat(atTheMinistry(letter)).hasSize(1);
    everyChainHolds();
  }

  @Test
  @Order(3)
  void a_letter_that_was_taken_is_proved_by_its_own_copy_and_not_sent_again() throws IOException {
    wire.hangAt(Wire.ANSWER);
    String letter = officer.letter(file);
    killWhen("the mail server has taken it", wire::isHeld);

    start();
    CaseOfficer.until("the copy proves it", () -> state(letter).equals(List.of("SENT")));
    assertThat(atTheMinistry(letter)).hasSize(1);
    assertThat(kemal.open(letter).locator("main").innerText()).contains("copy");
    everyChainHolds();
  }

  @Test
  @Order(4)
  void a_page_and_a_bundle_that_were_being_made_leave_nothing_half_and_are_made_again()
      throws IOException {
    site.hold();
    officer.capture(file, site.address("page"));
    officer.askForTheBundle(file);
    killWhen("both are under way", () -> site.isHeld("page") && site.isHeld("authority"));
    site.release();

    start();
    CaseOfficer.until(
        "the capture has failed",
        () -> kemal.open(file).locator("main").innerText().contains("Ronda dihentikan"));
    assertThat(officer.items(file)).as("only the posts").isEqualTo(1);
    assertThat(count("evidence_bundles")).isZero();
    officer.capture(file, site.address("page"));
    CaseOfficer.until("the page is captured", () -> officer.items(file) == 2);
    assertThat(CaseOfficer.verify(officer.bundle(file, folder.resolve("bundle.zip"))))
        .isEqualTo("0");
    everyChainHolds();
  }
}

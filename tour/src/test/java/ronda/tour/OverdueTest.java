package ronda.tour;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.ConfigurableApplicationContext;
import ronda.letters.mail.PostOffice;
import ronda.server.login.Seal;
import ronda.server.sample.Sample;
import ronda.server.sample.SamplePeople;
import ronda.server.start.Server;
import ronda.store.login.SignInLinks;
import ronda.store.postgres.EmbeddedDatabase;

/**
 * Weeks without an answer, in a real browser: the letter is overdue, the ministry is reminded
 * twice, then the office's own superior is told, and how long it all took stands on the page. The
 * server runs in the test's own process, so that its clock can be moved; all else is as in an
 * office.
 */
class OverdueTest {
  private static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");

  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  private final AtomicReference<Instant> now = new AtomicReference<>(MONDAY);
  private final BusyPostOffice post = new BusyPostOffice();
  private final Chromium chromium = new Chromium();
  private ConfigurableApplicationContext server;
  private Visitor sari;
  private CaseOfficer officer;

  @BeforeEach
  void open() {
    List<String> settings =
        new ArrayList<>(List.of("server.port=0", "ronda.second-look-percent=0"));
    settings.add("ronda.root=" + System.getProperty("ronda.root", ".."));
    post.settings().forEach((name, value) -> settings.add(name + "=" + value));
    settings.addAll(List.of("ronda.letters.send-every=PT1S", "ronda.letters.read-every=PT1S"));
    server =
        Server.open(DATABASE.source(), Seal.forOnce(), now::get, settings.toArray(String[]::new));
    server.getBean(Sample.class).enter();
    String address = "http://127.0.0.1:" + server.getEnvironment().getProperty("local.server.port");
    sari = new Visitor(chromium.person(1280, ColorScheme.LIGHT), address);
    officer = new CaseOfficer(sari);
    pass(Duration.ZERO);
  }

  @AfterEach
  void close() {
    chromium.close();
    server.close();
    post.close();
  }

  /** Time passes, and Sari signs in again. */
  private void pass(Duration time) {
    now.updateAndGet(then -> then.plus(time));
    sari.signIn(
        "/sign-in/link/"
            + server
                .getBean(SignInLinks.class)
                .make(SamplePeople.FIRST.id(), SignInLinks.Purpose.START, now.get())
                .text());
  }

  @Test
  void who_does_not_answer_is_reminded_twice_then_the_superior_is_told_and_the_time_is_counted() {
    officer.writeTheLetterhead(PostOffice.SUPERIOR, "24h");
    String file =
        officer.aCase(
            "Main di CONTOH88 pasti gacor, bonus new member belibis, daftar wa 0812-0000-4141",
            "belibis");
    String letter = officer.letter(file);
    CaseOfficer.until("the ministry has it", () -> post.at(PostOffice.MINISTRY).size() == 1);
    assertThat(overdue().count()).as("on the day it left").isZero();

    pass(Duration.ofDays(2));
    assertThat(sari.open("/").locator("main").innerText()).contains("rujukan lewat tenggat");
    assertThat(overdue().count()).isEqualTo(1);
    look("18-overdue");
    chase(letter, "reminder-due");
    CaseOfficer.until("it is reminded", () -> post.at(PostOffice.MINISTRY).size() == 2);
    assertThat(sari.open(letter).locator("form[action$='/chase']").count())
        .as("nobody is chased twice at once")
        .isZero();

    pass(Duration.ofDays(7));
    chase(letter, "second-reminder");
    CaseOfficer.until("again", () -> post.at(PostOffice.MINISTRY).size() == 3);
    assertThat(post.at(PostOffice.SUPERIOR)).isEmpty();

    pass(Duration.ofDays(7));
    chase(letter, "19-superior-due");
    CaseOfficer.until("the superior has it", () -> post.at(PostOffice.SUPERIOR).size() == 1);
    assertThat(sari.open(letter).locator(".steps").innerText()).contains("atasan");
    assertThat(sari.open(file).locator(".steps").innerText()).contains("atasan");
    look("20-superior-told");

    pass(Duration.ofDays(1));
    post.answer(post.at(PostOffice.MINISTRY).getFirst(), "Maaf terlambat, sudah diputus.");
    CaseOfficer.until(
        "the answer is threaded",
        () -> sari.open(letter).locator("main").innerText().contains("sudah diputus"));
    assertThat(overdue().count()).isZero();
    Page page = sari.open("/referrals?show=all");
    assertThat(page.locator("[aria-labelledby=times-title] tbody tr").innerText())
        .as("17 days from letter to answer")
        .contains("Kementerian", "408");
    look("21-answer-times");
  }

  private Locator overdue() {
    return sari.open("/referrals?show=overdue").locator("main table a[href^='/referrals/']");
  }

  private void chase(String letter, String picture) {
    Page page = sari.open(letter);
    look(picture);
    page.locator("form[action$='/chase'] button").click();
  }

  private void look(String name) {
    sari.look(name, 360, ColorScheme.LIGHT);
    sari.look(name, 1280, ColorScheme.LIGHT);
  }
}

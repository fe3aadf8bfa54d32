package ronda.tour;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From a case to an answer, in a real browser, with a real mail server: evidence is captured and
 * sealed, the wish to block is refused with the law's row, a letter goes to the ministry, its
 * answer comes in, the person concerned objects and is right, and the bundle can be checked by
 * anybody.
 */
class CaseToAnswerTest {
  @TempDir Path folder;

  private final Chromium chromium = new Chromium();
  private final BusyPostOffice post = new BusyPostOffice();
  private HttpServer site;
  private RunningRonda ronda;
  private Visitor kemal;
  private CaseOfficer officer;

  @BeforeEach
  void start() throws IOException {
    site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    site.createContext(
        "/",
        asked -> {
          byte[] page =
              "<title>CONTOH88</title><h1>CONTOH88</h1><p>Situs karangan untuk uji coba"
                  .getBytes(StandardCharsets.UTF_8);
          asked.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          asked.sendResponseHeaders(200, page.length);
          asked.getResponseBody().write(page);
          asked.close();
        });
    site.start();
    Map<String, String> settings = new HashMap<>(post.settings());
    settings.put("RONDA_CAPTURE_PERMIT", "127.0.0.1");
    ronda =
        RunningRonda.up(folder.resolve("home"), new RunningRonda.Place("", settings), "--sample");
    kemal = new Visitor(chromium.person(1280, ColorScheme.LIGHT), ronda.address());
    kemal.signIn(ronda.signInLink());
    officer = new CaseOfficer(kemal);
  }

  @AfterEach
  void end() {
    chromium.close();
    if (ronda != null) {
      ronda.close();
    }
    post.close();
    site.stop(0);
  }

  @Test
  void from_a_case_to_its_answer_and_to_the_objection_that_is_right() throws Exception {
    officer.writeTheLetterhead("sekda@contoh.invalid", "24h");
    kemal.check("letters and addressees");
    // A case of gambling that nobody of the two who decide the objection has judged.
    String file =
        officer.aCase(
            "Main di CONTOH88 pasti gacor, bonus new member belibis, daftar wa 0812-0000-4141 "
                + site(),
            "belibis");
    captureAndSeal(file);
    thePictureIsVeiledUntilAskedFor(file);
    theWishToBlockIsRefusedWithTheLaw(file);
    String letter = referToTheMinistry(file);
    theMinistryAnswers(letter);
    String code = theCodeOf(file);
    Path bundle = officer.bundle(file, folder.resolve("bundle.zip"));
    anybodyChecks(bundle);
    thePersonConcernedIsRight(file, code);
    kemal.open(file);
    kemal.check("withdrawn case");
    kemal.picture("15-withdrawn");
  }

  private String site() {
    return "http://127.0.0.1:" + site.getAddress().getPort() + "/";
  }

  private void captureAndSeal(String file) {
    officer.keepThePosts(file);
    officer.capture(file, site());
    CaseOfficer.until("the page is captured", () -> officer.items(file) == 2);
    onAPhone(kemal.page(), "case with evidence");
    kemal.picture("10-evidence");
  }

  /** What arrives of the captured page is a veil until she asks; no script is needed. */
  private void thePictureIsVeiledUntilAskedFor(String file) {
    Page page = kemal.open(file);
    page.locator(
            "main table a[href^='/evidence/']", new Page.LocatorOptions().setHasText("Tangkapan"))
        .first()
        .click();
    page.locator("#why").fill("Memeriksa apa yang tersimpan");
    page.locator("form[action$='/ask'] button").click();
    assertThat(pixelsAcross(page)).as("before").isBetween(1, 160);
    onAPhone(page, "veiled picture");
    kemal.picture("10b-veiled");
    page.locator("form[action$='/look'] button").click();
    assertThat(pixelsAcross(page)).as("after").isGreaterThan(600);
    onAPhone(page, "picture as it is");
  }

  /** How wide the picture is that the server sent, however it is drawn. */
  private static int pixelsAcross(Page page) {
    Object width =
        page.locator(".picture img").evaluate("img => img.decode().then(() => img.naturalWidth)");
    return ((Number) width).intValue();
  }

  /** The page that is open, on a wide screen and on a phone. */
  private void onAPhone(Page page, String what) {
    kemal.check(what);
    page.setViewportSize(360, 740);
    kemal.check(what + " on a phone");
    page.setViewportSize(1280, 900);
  }

  private static Page.LocatorOptions having(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private void theWishToBlockIsRefusedWithTheLaw(String file) {
    Page page = kemal.open(file);
    page.locator("form[action$='/acts/block'] button").click();
    assertThat(page.locator("main").innerText()).contains("UU").contains("Kementerian");
    kemal.check("refused act");
    kemal.picture("11-refused");
    assertThat(kemal.open(file).locator(".steps").innerText()).contains("Tindakan ditolak");
  }

  /** Gives the path of the letter. */
  private String referToTheMinistry(String file) {
    officer.fillTheForm(file);
    onAPhone(kemal.page(), "form of the ministry");
    officer.preview();
    onAPhone(kemal.page(), "preview");
    kemal.picture("12-preview");
    String letter = officer.write();
    onAPhone(kemal.page(), "what leaves");
    officer.send();
    CaseOfficer.until("the letter is at the ministry", () -> !post.atTheMinistry().isEmpty());
    return letter;
  }

  private void theMinistryAnswers(String letter) {
    MimeMessage sent = post.atTheMinistry().getLast();
    post.answer(sent, "Sudah kami tindak lanjuti, akses diputus.");
    Page page = kemal.page();
    CaseOfficer.until(
        "the answer is threaded",
        () -> kemal.open(letter).locator("main").innerText().contains("akses diputus"));
    page.locator("#words").fill("Akses diputus oleh kementerian");
    page.locator("form[action$='/conclude'] button").click();
    kemal.check("answered letter");
    kemal.picture("13-answered");
    kemal.open("/referrals");
    kemal.check("letters");
  }

  private String theCodeOf(String file) {
    Page page = kemal.open(file);
    return page.locator("p:has-text('Kode') code").first().innerText();
  }

  /** The command line, without a desk and without a database. */
  private void anybodyChecks(Path bundle) throws IOException {
    assertThat(CaseOfficer.verify(bundle)).isEqualTo("0");
    byte[] bytes = Files.readAllBytes(bundle);
    int place = bytes.length / 2;
    bytes[place] ^= 1;
    Path changed = folder.resolve("changed.zip");
    Files.write(changed, bytes);
    assertThat(CaseOfficer.verify(changed))
        .startsWith("1 ")
        .containsPattern("[a-z]+/|[a-z]+\\.(json|jsonl)");
  }

  private void thePersonConcernedIsRight(String file, String code) {
    String receipt;
    String secret;
    try (Visitor person = new Visitor(chromium.person(360, ColorScheme.DARK), ronda.address())) {
      Page page = person.open("/objection");
      person.check("objection on a phone");
      page.locator("#code").fill(code);
      page.locator("#words").fill("Itu tulisan saya yang memperingatkan orang, bukan ajakan.");
      page.locator("main form button").first().click();
      person.check("received objection");
      assertThat(page.locator("dl.facts").innerText())
          .contains(ronda.address() + "/objection/answer");
      receipt = page.locator("dd code").nth(0).innerText();
      secret = page.locator("dd code").nth(1).innerText();
    }
    int before = post.atTheMinistry().size();
    try (Visitor rina = new Visitor(chromium.person(1280, ColorScheme.LIGHT), ronda.address())) {
      rina.signIn(kemal.linkFor("rina"));
      Page page = rina.open("/objections");
      page.locator("main a[href^='/objections/']", CaseOfficer.having(receipt)).first().click();
      rina.check("objection");
      rina.picture("14-objection");
      page.locator("#reason").fill("Unggahan itu peringatan, bukan ajakan.");
      page.locator("button[value=uphold]").click();
    }
    CaseOfficer.until("the ministry is told", () -> post.atTheMinistry().size() > before);
    assertThat(kemal.open(file).locator("h1").innerText()).contains("ditarik");
    try (Visitor person = new Visitor(chromium.person(360, ColorScheme.LIGHT), ronda.address())) {
      Page page = person.open("/objection/answer");
      page.locator("#number").fill(receipt);
      page.locator("#secret").fill(secret);
      page.locator("main form button").first().click();
      assertThat(page.locator("main").innerText()).contains("Unggahan itu peringatan");
      person.check("answer on a phone");
    }
  }
}

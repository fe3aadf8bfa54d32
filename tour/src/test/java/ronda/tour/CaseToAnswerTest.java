package ronda.tour;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ronda.tool.Main;

/**
 * From a case to an answer, in a real browser, with a real mail server: evidence is captured and
 * sealed, the wish to block is refused with the law's row, a letter goes to the ministry, its
 * answer comes in, the person concerned objects and is right, and the bundle can be checked by
 * anybody.
 */
class CaseToAnswerTest {
  @TempDir Path folder;

  private final Chromium chromium = new Chromium();
  private final PostOffice post = new PostOffice();
  private HttpServer site;
  private RunningRonda ronda;
  private Visitor kemal;

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
    writeTheLetterhead();
    String file = aCase();
    captureAndSeal(file);
    theWishToBlockIsRefusedWithTheLaw(file);
    String letter = referToTheMinistry(file);
    theMinistryAnswers(letter);
    String code = theCodeOf(file);
    Path bundle = makeTheBundle(file);
    anybodyChecks(bundle);
    thePersonConcernedIsRight(file, code);
    kemal.open(file);
    kemal.check("withdrawn case");
    kemal.picture("15-withdrawn");
  }

  private void writeTheLetterhead() {
    Page page = kemal.open("/office/letters");
    page.locator("#letterhead").fill("PEMERINTAH KOTA CONTOH\nDINAS KOMUNIKASI DAN INFORMATIKA");
    page.locator("#place").fill("Contoh");
    page.locator("#signerTitle").fill("Kepala Dinas");
    page.locator("#signerName").fill("Budi Contoh");
    page.locator("#pattern").fill("B-{n}/{unit}/{roman}/{year}");
    page.locator("#unit").fill("KOMINFO");
    page.locator("#from").fill("kominfo@contoh.invalid");
    page.locator("form[action='/office/letters'] button").click();
    page.locator("#name-new").fill("Direktorat Contoh");
    page.locator("#kind-new").selectOption("ministry");
    page.locator("#target-new").selectOption("24h");
    page.locator("#postal-new").fill("Jakarta");
    page.locator("#email-new").fill(PostOffice.MINISTRY);
    page.locator("form:has(#name-new) button").click();
    assertThat(page.locator("main").innerText()).contains("Direktorat Contoh");
    kemal.check("letters and addressees");
  }

  /** A case of gambling that nobody of the two who decide the objection has judged. */
  private String aCase() {
    Page page = kemal.open("/bring");
    page.locator("textarea")
        .first()
        .fill(
            "Main di CONTOH88 pasti gacor, bonus new member belibis, daftar wa 0812-0000-4141 http://127.0.0.1:"
                + site.getAddress().getPort());
    page.locator("form:has(textarea) button").first().click();
    kemal.open("/queue?q=belibis");
    page.locator("a.excerpt").first().click();
    page.locator("form[action$='/take'] button").click();
    page.locator("input[value=confirmed]").check();
    page.locator("#reason").fill("Promosi situs judi dengan nomor ajakan");
    page.locator("[data-key=Enter]").click();
    Locator file = page.locator("main a[href^='/cases/']");
    file.first().waitFor();
    return file.first().getAttribute("href");
  }

  private void captureAndSeal(String file) {
    Page page = kemal.open(file);
    page.locator("summary", having("Simpan")).first().click();
    page.locator("#why-posts").fill("Bukti rujukan");
    page.locator("form[action$='/evidence/posts'] button").click();
    kemal.open(file);
    page.locator("summary", having("Simpan")).first().click();
    page.locator("#capture-url").fill("http://127.0.0.1:" + site.getAddress().getPort() + "/");
    page.locator("#why-capture").fill("Situs yang dipromosikan");
    page.locator("form[action$='/evidence/capture'] button").click();
    until(
        "the page is captured",
        () -> kemal.open(file).locator("main table a[href^='/evidence/']").count() == 2);
    kemal.check("case with evidence");
    kemal.picture("10-evidence");
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
    Page page = kemal.open(file + "/refer?to=ministry");
    if (page.locator("#necessity").count() == 0) {
      page.locator("main a", having("Direktorat Contoh")).first().click();
    }
    fillIfEmpty(page, "[name='f.addresses']", "https://contoh88.invalid/");
    fillIfEmpty(page, "[name='f.platform']", "Situs web");
    fillIfEmpty(page, "[name='f.reason']", "Mengiklankan situs judi kepada umum");
    page.locator("#necessity").fill("Masih tayang, menyebut nomor ajakan, dan sudah disalin.");
    kemal.check("form of the ministry");
    page.locator("main form button").first().click();
    assertThat(page.locator("main").innerText()).contains("Direktorat Contoh");
    kemal.check("preview");
    kemal.picture("12-preview");
    page.locator("form[action$='/refer'] button").first().click();
    page.waitForURL("**/referrals/*");
    String letter = page.url().replace(ronda.address(), "");
    page.locator("button[name=way][value=mail]").click();
    until("the letter is at the ministry", () -> !post.atTheMinistry().isEmpty());
    return letter;
  }

  private static void fillIfEmpty(Page page, String field, String words) {
    if (page.locator(field).count() > 0 && page.locator(field).inputValue().isBlank()) {
      page.locator(field).fill(words);
    }
  }

  private void theMinistryAnswers(String letter) {
    MimeMessage sent = post.atTheMinistry().getLast();
    post.answer(sent, "Sudah kami tindak lanjuti, akses diputus.");
    Page page = kemal.page();
    until(
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

  private Path makeTheBundle(String file) throws IOException {
    Page page = kemal.open(file);
    page.locator("#why-bundle").fill("Diminta penyidik");
    page.locator("form[action$='/evidence/bundle'] button").click();
    kemal.open(file);
    Download download =
        page.waitForDownload(() -> page.locator("a[href^='/evidence/bundles/']").first().click());
    Path bundle = folder.resolve("bundle.zip");
    Files.copy(download.path(), bundle);
    return bundle;
  }

  /** The command line, without a desk and without a database. */
  private void anybodyChecks(Path bundle) throws IOException {
    assertThat(verify(bundle)).isEqualTo("0");
    byte[] bytes = Files.readAllBytes(bundle);
    int place = bytes.length / 2;
    bytes[place] ^= 1;
    Path changed = folder.resolve("changed.zip");
    Files.write(changed, bytes);
    assertThat(verify(changed)).startsWith("1 ").containsPattern("[a-z]+/|[a-z]+\\.(json|jsonl)");
  }

  private static String verify(Path bundle) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "verify",
                bundle.toString())
            .redirectErrorStream(true)
            .start();
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    process.getInputStream().transferTo(said);
    try {
      int exit = process.waitFor();
      return exit == 0 ? "0" : exit + " " + said.toString(StandardCharsets.UTF_8);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException(e));
    }
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
      receipt = page.locator("dd code").nth(0).innerText();
      secret = page.locator("dd code").nth(1).innerText();
    }
    int before = post.atTheMinistry().size();
    try (Visitor rina = new Visitor(chromium.person(1280, ColorScheme.LIGHT), ronda.address())) {
      rina.signIn(kemal.linkFor("rina"));
      Page page = rina.open("/objections");
      page.locator("main a[href^='/objections/']", having(receipt)).first().click();
      rina.check("objection");
      rina.picture("14-objection");
      page.locator("#reason").fill("Unggahan itu peringatan, bukan ajakan.");
      page.locator("button[value=uphold]").click();
    }
    until("the ministry is told", () -> post.atTheMinistry().size() > before);
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

  private static void until(String what, BooleanSupplier holds) {
    long end = System.nanoTime() + 60_000_000_000L;
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      try {
        Thread.sleep(300);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}

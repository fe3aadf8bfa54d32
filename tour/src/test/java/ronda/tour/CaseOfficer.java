package ronda.tour;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import ronda.letters.mail.PostOffice;
import ronda.tool.Main;

/** Whoever works on cases at a browser: from the post to the letter and the bundle. */
final class CaseOfficer {
  private final Visitor visitor;

  CaseOfficer(Visitor visitor) {
    this.visitor = visitor;
  }

  /**
   * The office's letterhead, and one whom letters go to, by mail.
   *
   * @param superior the mail address of the office's own superior
   * @param target until when an answer is wanted, such as {@code 24h}
   */
  void writeTheLetterhead(String superior, String target) {
    Page page = visitor.open("/office/letters");
    page.locator("#letterhead").fill("PEMERINTAH KOTA CONTOH\nDINAS KOMUNIKASI DAN INFORMATIKA");
    page.locator("#place").fill("Contoh");
    page.locator("#signerTitle").fill("Kepala Dinas");
    page.locator("#signerName").fill("Budi Contoh");
    page.locator("#pattern").fill("B-{n}/{unit}/{roman}/{year}");
    page.locator("#unit").fill("KOMINFO");
    page.locator("#from").fill(PostOffice.OFFICE);
    page.locator("#superior").fill(superior);
    page.locator("form[action='/office/letters'] button").click();
    page.locator("#name-new").fill("Direktorat Contoh");
    page.locator("#kind-new").selectOption("ministry");
    page.locator("#target-new").selectOption(target);
    page.locator("#postal-new").fill("Jakarta");
    page.locator("#email-new").fill(PostOffice.MINISTRY);
    page.locator("form:has(#name-new) button").click();
    assertThat(page.locator("main").innerText()).contains("Direktorat Contoh");
  }

  /**
   * Brings a post, judges it, and gives the path of its case.
   *
   * @param word one that no other post has
   */
  String aCase(String text, String word) {
    Page page = visitor.open("/bring");
    page.locator("textarea").first().fill(text);
    page.locator("form:has(textarea) button").first().click();
    visitor.open("/queue?q=" + word);
    page.locator("a.excerpt").first().click();
    return confirm("Promosi situs judi dengan nomor ajakan");
  }

  /** Takes the job that is open, confirms it, and gives the path of its case. */
  String confirm(String reason) {
    Page page = visitor.page();
    page.locator("form[action$='/take'] button").click();
    page.locator("input[value=confirmed]").check();
    page.locator("#reason").fill(reason);
    page.locator("[data-key=Enter]").click();
    Locator file = page.locator("main a[href^='/cases/']");
    file.first().waitFor();
    return file.first().getAttribute("href");
  }

  /** Keeps the posts of a case as evidence. */
  void keepThePosts(String file) {
    Page page = evidence(file);
    page.locator("#why-posts").fill("Bukti rujukan");
    page.locator("form[action$='/evidence/posts'] button").click();
  }

  /** Asks for a page to be captured. */
  void capture(String file, String url) {
    Page page = evidence(file);
    page.locator("#capture-url").fill(url);
    page.locator("#why-capture").fill("Situs yang dipromosikan");
    page.locator("form[action$='/evidence/capture'] button").click();
  }

  private Page evidence(String file) {
    Page page = visitor.open(file);
    page.locator("summary", having("Simpan")).first().click();
    return page;
  }

  /** How many items of evidence the case has. */
  int items(String file) {
    return visitor.open(file).locator("main table a[href^='/evidence/']").count();
  }

  static Page.LocatorOptions having(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  /** Opens the ministry's form for a case and fills in what the desk does not know. */
  void fillTheForm(String file) {
    Page page = visitor.open(file + "/refer?to=ministry");
    if (page.locator("#necessity").count() == 0) {
      page.locator("main a", having("Direktorat Contoh")).first().click();
    }
    fillIfEmpty(page, "[name='f.addresses']", "https://contoh88.invalid/");
    fillIfEmpty(page, "[name='f.platform']", "Situs web");
    fillIfEmpty(page, "[name='f.reason']", "Mengiklankan situs judi kepada umum");
    page.locator("#necessity").fill("Masih tayang, menyebut nomor ajakan, dan sudah disalin.");
  }

  private static void fillIfEmpty(Page page, String field, String words) {
    if (page.locator(field).count() > 0 && page.locator(field).inputValue().isBlank()) {
      page.locator(field).fill(words);
    }
  }

  /** From the filled form to the preview. */
  void preview() {
    visitor.page().locator("main form button").first().click();
    assertThat(visitor.page().locator("main").innerText()).contains("Direktorat Contoh");
  }

  /** From the preview to the letter with its number; gives its path. */
  String write() {
    Page page = visitor.page();
    page.locator("form[action$='/refer'] button").first().click();
    page.waitForURL("**/referrals/*");
    return page.url().substring(page.url().indexOf("/referrals/"));
  }

  /** Puts the letter that is open into the outbox. */
  void send() {
    visitor.page().locator("button[name=way][value=mail]").click();
  }

  /** A letter to the ministry about this case, on its way; gives its path. */
  String letter(String file) {
    fillTheForm(file);
    preview();
    String letter = write();
    send();
    return letter;
  }

  /** Asks for the bundle of a case, and does not wait for it. */
  void askForTheBundle(String file) {
    whyTheBundle(file).evaluate("button => setTimeout(() => button.click(), 0)");
  }

  /** Says why a bundle is wanted, and gives the button that asks for it. */
  private Locator whyTheBundle(String file) {
    Page page = visitor.open(file);
    page.locator("#why-bundle").fill("Diminta penyidik");
    return page.locator("form[action$='/evidence/bundle'] button");
  }

  /** Makes the bundle of a case, and downloads it. */
  Path bundle(String file, Path to) throws IOException {
    whyTheBundle(file).click();
    Page page = visitor.open(file);
    Download download =
        page.waitForDownload(
            () -> page.locator("form[action^='/evidence/bundles/'] button").first().click());
    return Files.copy(download.path(), to);
  }

  /**
   * What {@code ./ronda verify} says of a file, without a desk and without a database: {@code 0} if
   * it is intact, or else the exit code and the words.
   */
  static String verify(Path file) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "verify",
                file.toString())
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

  /** Waits, a minute at most. */
  static void until(String what, BooleanSupplier holds) {
    long end = System.nanoTime() + 60_000_000_000L;
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      try {
        Thread.sleep(200);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}

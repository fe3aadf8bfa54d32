package ronda.tour;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The first day at a desk, from the link on the terminal to the restored backup. One long walk,
 * because each step stands on the one before. It is walked on the embedded PostgreSQL and once more
 * on the office's own.
 */
abstract class FirstDayWalk {
  private static final String POSTS =
      """
      {"text":"Kritik boleh, jalan di depan rumah saya rusak sejak tahun lalu","author":"warga1"}
      {"text":"Main di CONTOH88 pasti gacor, bonus new member, daftar wa 0812-0000-9911","author":"tur_a","platform":"video","region":"32.71.01"}
      {"text":"Main di CONTOH88 pasti gacor, bonus new member, daftar wa 0812-0000-9911 ya","author":"tur_b","platform":"video","region":"32.71.01"}
      {"text": broken
      {"author":"tanpa teks"}
      {"text":"Bupati bagi saldo judi CONTOH88 gacor maxwin, daftar sekarang juga bosku","author":"tur_c","platform":"video"}
      """;

  @TempDir Path folder;

  private final Chromium chromium = new Chromium();
  private RunningRonda ronda;
  private Visitor sari;

  @BeforeEach
  void start() {
    ronda = RunningRonda.up(folder.resolve("home"), database(), "--sample");
    sari = new Visitor(chromium.person(1280, ColorScheme.LIGHT), ronda.address());
  }

  /** The database that the desk stands on. */
  abstract RunningRonda.Place database();

  /** The empty one that its backup is restored into. */
  abstract RunningRonda.Place emptyDatabase();

  @AfterEach
  void end() {
    chromium.close();
    if (ronda != null) {
      ronda.close();
    }
  }

  @Test
  void from_the_link_on_the_terminal_to_the_restored_backup() throws IOException {
    signInByTheOneTimeLink();
    uploadAFileOfWhichTwoLinesAreBroken();
    String wave = confirmTheWave();
    twoPeopleJudgeBlindWhatIsAboutAnOfficial();
    String file = openTheCase(wave);
    takeADecisionBack(wave); // It can be for ten minutes, and machines are slow.
    DeskWork work = new DeskWork(sari);
    work.watchAnAccountOfACase();
    work.changeAPolicyAndTakeItBack();
    work.lookFromAnotherOffice(chromium, ronda, folder.resolve("home"), database());
    everyPageIsFitForAPhoneAndForTheDark(wave, file);
    backUpKillAndRestore(wave, file);
  }

  private void signInByTheOneTimeLink() {
    sari.signIn(ronda.signInLink());
    sari.check("start page");
    sari.picture("01-start");
    Visitor second = new Visitor(chromium.person(1280, ColorScheme.LIGHT), ronda.address());
    second.open(ronda.signInLink());
    assertThat(second.open("/queue").url()).as("a link opens once").contains("/sign-in");
    second.close();
  }

  private void uploadAFileOfWhichTwoLinesAreBroken() throws IOException {
    Page page = sari.open("/bring");
    sari.check("bring");
    page.locator("input[type=file]")
        .setInputFiles(
            new FilePayload(
                "hari-ini.jsonl", "application/jsonl", POSTS.getBytes(StandardCharsets.UTF_8)));
    page.locator("form[action='/bring/file'] button").click();
    assertThat(page.locator("main").innerText()).contains("4", "3", "2");
    sari.check("batch");
    sari.picture("02-batch");
    Download rejects =
        page.waitForDownload(() -> page.locator("form[action$='rejects.csv'] button").click());
    assertThat(Files.readString(rejects.path())).contains("\"4\"", "\"5\"", "broken");
  }

  /** Gives the id of the job. */
  private String confirmTheWave() {
    Page page = sari.open("/queue?q=CONTOH88%20member");
    sari.check("queue");
    Locator job = page.locator("a.excerpt", new Page.LocatorOptions().setHasText("0812-0000-9911"));
    String path = job.first().getAttribute("href");
    job.first().click();
    assertThat(page.locator("main").innerText()).contains("2 unggahan, 2 akun");
    assertThat(page.locator(".post mark").count()).isPositive();
    sari.check("job");
    page.keyboard().press("t");
    page.waitForURL("**" + path);
    page.locator("input[value=confirmed]").waitFor();
    page.keyboard().press("1");
    page.locator("#reason").fill("Promosi situs judi dengan nomor ajakan");
    sari.picture("03-job");
    page.keyboard().press("Control+Enter");
    page.locator("a[href^='/cases/']").first().waitFor();
    sari.check("decided job");
    return path;
  }

  private void twoPeopleJudgeBlindWhatIsAboutAnOfficial() {
    Page page = sari.open("/queue?q=Bupati");
    String path = page.locator("a.excerpt").first().getAttribute("href");
    decide(sari, path, "confirmed", "Tulisan pertama yang tidak boleh terlihat");
    Visitor rina = person("rina");
    rina.open(path);
    assertThat(rina.page().locator("main").innerText())
        .doesNotContain("Tulisan pertama yang tidak boleh terlihat");
    decide(rina, path, "confirmed", "Setuju, promosi judi");
    assertThat(rina.page().locator("main").innerText())
        .contains("Tulisan pertama yang tidak boleh terlihat", "Setuju, promosi judi");
    rina.check("job judged by two");
    rina.picture("04-two-people");
    rina.close();
  }

  private static void decide(Visitor visitor, String path, String verdict, String reason) {
    Page page = visitor.open(path);
    page.locator("form[action$='/take'] button").click();
    page.locator("input[value=" + verdict + "]").check();
    page.locator("#reason").fill(reason);
    page.locator("[data-key=Enter]").click();
    page.locator(".notice").first().waitFor();
  }

  /** Another person of the sample office, by a link that the administrator makes. */
  private Visitor person(String mail) {
    sari.open("/people");
    sari.check("people");
    String link = sari.linkFor(mail);
    return new Visitor(chromium.person(1280, ColorScheme.LIGHT), ronda.address()).signIn(link);
  }

  /** Gives the case's path. */
  private String openTheCase(String wave) {
    Page page = sari.open(wave);
    String path = page.locator("a[href^='/cases/']").first().getAttribute("href");
    page = sari.open(path);
    page.locator("#text").fill("Nomor yang sama dilaporkan warga lewat telepon");
    page.locator("form[action$='/note'] button").click();
    assertThat(page.locator(".steps li").count()).isEqualTo(2);
    sari.check("case");
    sari.picture("05-case");
    return path;
  }

  private void takeADecisionBack(String wave) {
    Page page = sari.open(wave);
    page.locator("form[action$='/undo'] button").click();
    assertThat(page.locator("input[value=confirmed]").count()).isEqualTo(1);
    decideAgain(page);
  }

  private static void decideAgain(Page page) {
    page.locator("input[value=confirmed]").check();
    page.locator("#reason").fill("Tetap promosi judi");
    page.locator("[data-key=Enter]").click();
    page.locator(".notice").first().waitFor();
  }

  private void everyPageIsFitForAPhoneAndForTheDark(String job, String file) {
    Visitor phone =
        new Visitor(chromium.person(360, ColorScheme.DARK), ronda.address())
            .signIn(sari.linkFor("kemal"));
    for (String path :
        List.of("/", "/queue", "/queue?show=decided", job, "/cases", file, "/bring")) {
      phone.open(path);
      phone.check(path + " on a phone in the dark");
    }
    phone.open("/queue");
    phone.picture("06-queue-phone");
    phone.close();
  }

  private void backUpKillAndRestore(String wave, String file) {
    String backup = folder.resolve("kantor.ronda").toString();
    RunningRonda.run(database(), "backup", "--home", folder.resolve("home").toString(), backup);
    ronda.kill();
    ronda = RunningRonda.up(folder.resolve("home"), database());
    assertThatAllIsThere(ronda, wave, file);
    ronda.close();
    Path elsewhere = folder.resolve("elsewhere");
    RunningRonda.run(emptyDatabase(), "restore", "--home", elsewhere.toString(), backup);
    ronda = RunningRonda.up(elsewhere, emptyDatabase());
    assertThatAllIsThere(ronda, wave, file);
  }

  private void assertThatAllIsThere(RunningRonda running, String wave, String file) {
    sari.close();
    sari = new Visitor(chromium.person(1280, ColorScheme.LIGHT), running.address());
    sari.signIn(running.signInLink());
    assertThat(sari.open(wave).locator("main").innerText()).contains("Tetap promosi judi");
    assertThat(sari.open(file).locator("main").innerText())
        .contains("Nomor yang sama dilaporkan warga lewat telepon");
    assertThat(sari.status("/jobs/" + UUID.randomUUID())).isEqualTo(404);
  }
}

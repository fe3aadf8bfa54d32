package ronda.tour;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;

/** What people do at a desk on any day, and on any database. */
final class DeskWork {
  private static final String POLICY = "/policies/gambling-promotion";

  private final Visitor sari;

  /**
   * @param sari who may do all of it
   */
  DeskWork(Visitor sari) {
    this.sari = sari;
  }

  void watchAnAccountOfACase() {
    String file = confirmOneWithAnAccount();
    Page page = sari.page();
    page.locator("a[href^='/watchlist/new']").first().click();
    page.locator("#note").fill("Nomor yang sama di tiga unggahan");
    page.locator("main form button").first().click();
    assertThat(page.url()).contains("/watchlist/").doesNotContain("/new");
    page.locator("#number").fill(file);
    page.locator("form[action$='/case'] button").click();
    sari.check("account with its case");
    page.locator("#reason").fill("Sudah dilaporkan kepada penyedia");
    page.locator("button[name=to][value=reported]").click();
    assertThat(page.locator(".steps").innerText()).contains("Sudah dilaporkan kepada penyedia");
    sari.picture("07-watchlist");
    assertThat(sari.open("/cases/" + file).locator(".steps li").count()).isEqualTo(2);
  }

  /** Gives the number of the case; the job's page stays open. */
  private String confirmOneWithAnAccount() {
    Page page = sari.open("/queue");
    List<String> jobs =
        page.locator("a.excerpt").all().stream().map(link -> link.getAttribute("href")).toList();
    for (String job : jobs) {
      sari.open(job);
      boolean byOne = page.locator("h1 ~ p .tag").count() == 0;
      if (byOne && page.locator("a[href^='/watchlist/new']").count() > 0) {
        page.locator("form[action$='/take'] button").click();
        page.locator("input[value=confirmed]").check();
        page.locator("#reason").fill("Promosi situs judi");
        page.locator("[data-key=Enter]").click();
        page.locator(".notice").first().waitFor();
        Locator file = page.locator("main a[href^='/cases/']");
        if (file.count() > 0) {
          return file.first().innerText().replaceAll(".*(\\d{4}-\\d{6}).*", "$1");
        }
      }
    }
    throw new AssertionError("no job of one person with an account among " + jobs);
  }

  void changeAPolicyAndTakeItBack() {
    Page page = sari.open(POLICY);
    String before = page.locator("#text").inputValue();
    page.locator("#text").fill(before.replaceFirst("condition:", "condtion:"));
    page.locator("button[formaction$='/try']").click();
    assertThat(page.locator("#checked").innerText()).as("a mistake is named").contains("condtion");
    String changed = before.replaceFirst("severity: high", "severity: medium");
    tryOver(changed, page);
    sari.check("trial run");
    sari.picture("08-policy-tried");
    page.locator("#why").fill("Uji dampak keparahan sedang");
    page.locator("button[formaction$='/trial']").click();
    assertThat(page.locator("aside").innerText()).contains("uji");
    sari.check("policy on trial");
    page.locator("summary", new Page.LocatorOptions().setHasText("Akhiri")).click();
    page.locator("#end-why").fill("Cukup");
    page.locator("form[action$='/end'] button").click();
    page.locator(".notice").first().waitFor();
    assertThat(sari.open(POLICY).locator("#text").inputValue()).isEqualTo(before);
    putInForceAndRevert(changed, before);
  }

  private static void tryOver(String text, Page page) {
    page.locator("#text").fill(text);
    page.locator("#days").fill("7");
    page.locator("button[formaction$='/try']").click();
    assertThat(page.locator("#trial .sum").innerText()).matches("(?s).*\\d+.*");
  }

  private void putInForceAndRevert(String changed, String before) {
    Page page = sari.open(POLICY);
    tryOver(changed, page);
    page.locator("#why").fill("Keparahan sedang cukup");
    page.locator("button[formaction$='/force']").click();
    page.locator(".notice").first().waitFor();
    page = sari.open(POLICY);
    assertThat(page.locator("#text").inputValue()).contains("severity: medium");
    page.locator("form[action$='/revert']:has(input[value='1']) button").click();
    page.locator(".notice").first().waitFor();
    page = sari.open(POLICY);
    assertThat(page.locator("#text").inputValue())
        .as("one click, and the first version is in force again")
        .contains("severity: high")
        .hasSameSizeAs(before);
  }

  void lookFromAnotherOffice(
      Chromium chromium, RunningRonda ronda, Path home, RunningRonda.Place database) {
    String link = another(home, database);
    Page mine = sari.open("/cases");
    String file = mine.locator("main a[href^='/cases/']").first().getAttribute("href");
    String job = sari.open("/queue").locator("a.excerpt").first().getAttribute("href");
    try (Visitor asih = new Visitor(chromium.person(1280, ColorScheme.LIGHT), ronda.address())) {
      asih.signIn(link);
      assertThat(asih.open("/queue").locator("a.excerpt").count()).isZero();
      assertThat(asih.open("/cases").locator("main a[href^='/cases/']").count()).isZero();
      assertThat(asih.status(file)).isEqualTo(404);
      assertThat(asih.status(job)).isEqualTo(404);
      assertThat(asih.open("/people").locator("main").innerText()).doesNotContain("Sari Contoh");
      assertThat(asih.open("/audit").locator("main").innerText()).doesNotContain("Sari Contoh");
    }
  }

  /** Makes another office in the same installation; gives its administrator's one-time link. */
  private static String another(Path home, RunningRonda.Place database) {
    return RunningRonda.run(
            database,
            "office",
            "Diskominfo Kabupaten Contoh",
            "--home",
            home.toString(),
            "--region",
            "36.01",
            "--person",
            "Asih Contoh",
            "--mail",
            "asih@lain.invalid")
        .lines()
        .filter(line -> line.startsWith("Sign in: "))
        .findFirst()
        .orElseThrow()
        .substring("Sign in: ".length());
  }
}

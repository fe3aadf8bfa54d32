package ronda.tour;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * What reviewers do all day: every key that the pages name, many jobs at once, views of their own,
 * a golden item; and the pages that somebody has to do something to come to, on four screens.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AtTheDeskTest {
  /** The focused row of the queue; -1 for none. */
  private static final String ROW =
      "() => [...document.querySelectorAll('table.jobs tbody tr')]"
          + ".findIndex(row => row.contains(document.activeElement))";

  @TempDir static Path folder;

  private static final Chromium CHROMIUM = new Chromium();
  private static RunningRonda ronda;
  private static Visitor sari;

  @BeforeAll
  static void start() {
    ronda = RunningRonda.up(folder.resolve("home"), "--sample");
    sari = new Visitor(CHROMIUM.person(1280, ColorScheme.LIGHT), ronda.address());
    sari.signIn(ronda.signInLink());
  }

  @AfterAll
  static void end() {
    CHROMIUM.close();
    if (ronda != null) {
      ronda.close();
    }
  }

  private static Visitor person(String mail) {
    return new Visitor(CHROMIUM.person(1280, ColorScheme.LIGHT), ronda.address())
        .signIn(sari.linkFor(mail));
  }

  private static void press(Page page, String... keys) {
    for (String key : keys) {
      page.keyboard().press(key);
    }
  }

  @Test
  @Order(1)
  void each_key_of_the_queue_does_what_its_help_says() {
    Page page = sari.open("/queue");
    assertThat(page.locator(".keys").innerText())
        .contains("j dan k berpindah baris", "Enter membuka", "x memilih", "n mengambil");

    press(page, "j");
    assertThat(page.evaluate(ROW)).isEqualTo(0);
    press(page, "j", "j", "k");
    assertThat(page.evaluate(ROW)).isEqualTo(1);
    press(page, "k", "k", "k");
    assertThat(page.evaluate(ROW)).as("not above the first").isEqualTo(0);
    Locator box = page.locator("table.jobs tbody input[type=checkbox]").first();
    press(page, "x");
    assertThat(box.isChecked()).isTrue();
    press(page, "j", "k", "x");
    assertThat(box.isChecked()).as("once more takes it away").isFalse();
    press(page, "j");
    String second = page.locator("a.excerpt").nth(1).getAttribute("href");
    press(page, "Enter");
    page.waitForURL("**" + second);

    page = sari.open("/queue");
    page.locator("#q").focus();
    press(page, "n");
    assertThat(page.url()).as("in a field it is a letter").endsWith("/queue");
    assertThat(page.locator("#q").inputValue()).isEqualTo("n");
    press(page, "Escape", "n");
    page.waitForURL("**/jobs/**");
    assertThat(page.locator("input[name=verdict]").count()).as("it is taken").isPositive();
    sari.check("the next job");
    page.locator("button[formaction$='/release']").click();

    page = sari.open("/queue?category=gambling");
    press(page, "j", "Enter");
    page.waitForURL("**/jobs/**");
    press(page, "t");
    page.locator("input[value=confirmed]").waitFor();
    assertThat(page.evaluate("document.activeElement.className")).isEqualTo("notice");
    press(page, "u");
    page.waitForURL("**/queue?category=gambling");
  }

  @Test
  @Order(2)
  void each_key_of_a_job_does_what_its_help_says() {
    Page page = openOneForOnePerson(sari);
    String job = page.url();
    press(page, "t");
    page.locator("input[value=confirmed]").waitFor();
    assertThat(page.locator(".keys").innerText())
        .contains("t mengambil", "1 sampai 4", "r ke alasan", "Ctrl+Enter", "z menarik", "u ke");
    List<String> verdicts = List.of("confirmed", "not-harmful", "needs-second", "duplicate");
    for (int i = 0; i < verdicts.size(); i++) {
      press(page, String.valueOf(i + 1));
      assertThat(page.locator("input[name=verdict]:checked").inputValue())
          .isEqualTo(verdicts.get(i));
    }
    press(page, "2", "r");
    page.keyboard().type("zut 14: hanya kabar");
    assertThat(page.locator("#reason").inputValue())
        .as("a letter that is typed does nothing else")
        .isEqualTo("zut 14: hanya kabar");
    assertThat(page.locator("input[value=not-harmful]").isChecked()).isTrue();
    press(page, "Escape", "1", "2", "r", "Control+Enter");
    page.locator("button[data-key=z]").waitFor();
    assertThat(page.locator("main").innerText()).contains("zut 14: hanya kabar");
    press(page, "z");
    page.locator("input[value=not-harmful]").waitFor();
    assertThat(page.url()).isEqualTo(job);
    press(page, "u");
    page.waitForURL("**/queue");
  }

  /** Opens a job that nobody holds and that is not for two. */
  private static Page openOneForOnePerson(Visitor visitor) {
    Page page = visitor.open("/queue");
    List<String> jobs =
        page.locator("a.excerpt").all().stream().map(link -> link.getAttribute("href")).toList();
    for (String job : jobs) {
      visitor.open(job);
      if (page.locator("h1 ~ p .tag").count() == 0
          && page.locator("button[data-key=t]").count() > 0) {
        return page;
      }
    }
    throw new AssertionError("no job for one person among " + jobs);
  }

  @Test
  @Order(3)
  void many_jobs_are_judged_at_once_and_taken_back() {
    Page page = sari.open("/queue?category=gambling");
    Locator boxes = page.locator("table.jobs tbody input[type=checkbox]");
    List<String> chosen = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      boxes.nth(i).check();
      chosen.add(boxes.nth(i).inputValue());
    }
    page.locator("#bulk-reason").fill("Sudah dibaca satu per satu");
    page.locator("#bulk-reason").press("Enter");
    assertThat(page.url()).as("nothing is sent before a verdict is chosen").contains("?category=");
    assertThat(page.locator(".notice").count()).isZero();
    page.locator("form[action^='/queue/judge'] input[value=not-harmful]").check();
    page.locator("#bulk-reason").press("Enter");
    page.locator(".notice").first().waitFor();
    assertThat(page.locator(".notice").first().innerText()).contains("2 diputuskan, 0 dilewati");
    sari.check("queue after many were judged");

    for (String job : chosen) {
      page.locator("form[action^='/queue/undo'] input[value='" + job + "']").check();
    }
    page.locator("form[action^='/queue/undo'] button").click();
    page.locator(".notice").first().waitFor();
    assertThat(page.locator(".notice").first().innerText()).contains("2 ditarik kembali, 0");
    sari.open("/queue?category=gambling");
    for (String job : chosen) {
      assertThat(page.locator("table.jobs input[value='" + job + "']").isEnabled()).isTrue();
    }
  }

  @Test
  @Order(4)
  void a_view_of_ones_own_is_kept_opened_and_deleted() {
    Page page = sari.open("/queue?category=scam&days=30");
    page.locator("summary", new Page.LocatorOptions().setHasText("Simpan tampilan ini")).click();
    page.locator("#name").fill("Penipuan sebulan");
    page.locator("form[action^='/queue/views?'] button").click();
    page.locator(".notice").first().waitFor();
    sari.open("/queue");
    page.locator("nav.tabs a", new Page.LocatorOptions().setHasText("Penipuan sebulan")).click();
    assertThat(page.locator("#category").inputValue()).isEqualTo("scam");
    assertThat(page.locator("#days").inputValue()).isEqualTo("30");
    assertThat(page.locator("nav.tabs [aria-current=page]").innerText())
        .contains("Penipuan sebulan");
    sari.check("a view of one's own");

    page.locator("summary", new Page.LocatorOptions().setHasText("Simpan tampilan ini")).click();
    page.locator("form[action='/queue/views/forget'] button").first().click();
    assertThat(page.locator("nav.tabs").innerText()).doesNotContain("Penipuan sebulan");
  }

  @Test
  @Order(5)
  void a_golden_item_is_marked_met_blindly_and_told_of_afterwards() {
    Page page = openOneForOnePerson(sari);
    String text = page.locator(".post").first().innerText();
    press(page, "t");
    page.locator("input[value=not-harmful]").check();
    page.locator("#reason").fill("Hanya kabar");
    press(page, "Control+Enter");
    page.locator("button[data-key=z]").waitFor();
    String job = page.url().substring(page.url().lastIndexOf('/') + 1);

    try (Visitor anisa = person("anisa")) {
      List<String> barriers = new ArrayList<>();
      Page hers = anisa.open("/quality/mark/" + job);
      barriers.addAll(anisa.barriers("quality-mark-x"));
      hers.locator("input[value=not-harmful]").check();
      hers.locator("#why").fill("Ceritanya, bukan ajakan.");
      hers.locator("main form button").click();
      hers.locator("#oneIn").fill("1");
      hers.locator("form[action='/quality/settings'] button").click();
      hers.locator(".notice").first().waitFor();

      try (Visitor rina = person("rina")) {
        Page met = rina.open("/queue");
        press(met, "n");
        met.waitForURL("**/jobs/**");
        assertThat(met.url()).doesNotContain(job);
        assertThat(met.locator("main").innerText())
            .contains(text.lines().findFirst().orElseThrow())
            .doesNotContain("Hanya kabar", "bukan ajakan", "emas");
        press(met, "2", "r");
        met.keyboard().type("Tidak mengajak siapa pun");
        press(met, "Control+Enter");
        met.waitForURL("**/quality/golden/**");
        assertThat(met.locator("main").innerText()).contains("Ceritanya, bukan ajakan.");
        barriers.addAll(rina.barriers("quality-golden-x"));
      }
      hers.reload();
      assertThat(hers.locator("tr:has(form[action$='/retire'])").innerText())
          .as("one answer, and right")
          .containsPattern("1\\s+1");
      hers.locator("#oneIn").fill("0");
      hers.locator("form[action='/quality/settings'] button").click();
      assertThat(barriers).isEmpty();
    }
  }

  @Test
  @Order(6)
  void so_are_the_pages_of_a_file_and_a_list_that_were_brought() {
    Page page = sari.open("/bring");
    page.locator("input[type=file]")
        .setInputFiles(
            file(
                "aduan.csv",
                "isi laporan;akun;tanggal kejadian\nMain di CONTOH88 gacor;akun_x;2026-11-20\n"));
    page.locator("form[action='/bring/file'] button").click();
    assertThat(page.locator("h1").innerText()).contains("kolom");
    List<String> barriers = new ArrayList<>(sari.barriers("bring-x"));

    sari.open("/watchlist/import");
    page.locator("#file")
        .setInputFiles(
            file(
                "daftar.csv",
                "platform,handle,category,note\nMiChat,contoh_sekali,prostitution,uji\n"
                    + ",,gambling,tanpa nama\nMiChat,lain,tidak-ada,kategori keliru\n"));
    page.locator("main form button").click();
    page.waitForURL("**/watchlist/imports/**");
    assertThat(page.locator("main").innerText()).contains("kategori keliru");
    barriers.addAll(sari.barriers("watchlist-imports-x"));
    assertThat(barriers).isEmpty();
  }

  private static FilePayload file(String name, String text) {
    return new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  @Order(7)
  void so_are_the_pages_of_the_police_lane_and_of_sealed_evidence() {
    Page page = openOneForOnePerson(sari);
    page.locator("summary", new Page.LocatorOptions().setHasText("Dugaan materi anak")).click();
    page.locator("form[action$='/child'] button").click();
    List<String> barriers = new ArrayList<>();
    try (Visitor bayu = person("bayu")) {
      Page his = bayu.open("/police-lane");
      his.locator("main a[href^='/police-lane/']").first().click();
      his.waitForURL("**/police-lane/**");
      barriers.addAll(bayu.barriers("police-lane-x"));

      keepAnIntimatePicture(bayu);
      barriers.addAll(bayu.barriers("evidence-x-asked"));
      his.locator("main").waitFor();
      try (Visitor hana = person("hana")) {
        hana.open("/").locator("a[href='/evidence/openings?show=to-decide']").click();
        barriers.addAll(hana.barriers("evidence-openings"));
        hana.page().locator("td a[href^='/evidence/']").first().click();
        hana.page().locator("form[action$='/agree'] button").first().click();
        hana.page().locator(".notice").first().waitFor();
      }
      bayu.open("/").locator("a[href='/evidence/openings?show=open']").click();
      assertThat(his.locator("td a[href^='/evidence/']").count()).isEqualTo(1);
      barriers.addAll(bayu.barriers("evidence-openings-open"));
    }
    assertThat(barriers).isEmpty();
  }

  private static void keepAnIntimatePicture(Visitor keeper) {
    Page page = keeper.open("/cases");
    page.locator("main a[href^='/cases/2']").first().click();
    Locator form = page.locator("form[action$='/evidence/file']");
    page.locator("details:has(form[action$='/evidence/file']) > summary").click();
    form.locator("input[type=file]")
        .setInputFiles(
            new FilePayload("a.png", "image/png", "contoh".getBytes(StandardCharsets.UTF_8)));
    form.locator("input[name=why]").fill("dibawa korban");
    form.locator("input[name=intimate]").check();
    form.locator("button").first().click();
    page.locator("main a[href^='/evidence/']").first().click();
    page.locator("#why").fill("mencocokkan laporan");
    page.locator("form[action$='/ask'] button").click();
    page.locator(".notice").first().waitFor();
  }

  @Test
  @Order(8)
  void so_are_the_pages_of_all_posts_and_accounts_of_a_job_and_those_that_the_auditor_reads() {
    Page page = sari.open("/queue");
    List<String> barriers = new ArrayList<>();
    page.locator("table.jobs tbody tr:has(td[data-label='Unggahan']:not(:text-is('1'))) a.excerpt")
        .first()
        .click();
    page.waitForURL("**/jobs/**");
    String job = page.url();
    page.locator("main a[href$='/posts']").first().click();
    barriers.addAll(sari.barriers("jobs-x-posts"));
    if (page.locator("main a[href*='text=']").count() > 0) {
      page.locator("main a[href*='text=']").first().click();
      barriers.addAll(sari.barriers("jobs-x-posts-same"));
    }
    sari.open(job + "/accounts");
    barriers.addAll(sari.barriers("jobs-x-accounts"));
    try (Visitor auditor = person("umar")) {
      for (String path :
          List.of(
              "/office",
              "/office/letters",
              "/batches",
              "/objections",
              "/police-lane",
              "/evidence/openings",
              "/referrals/unknown")) {
        auditor.open(path);
        barriers.addAll(auditor.barriers("auditor" + path.replace('/', '-')));
      }
    }
    assertThat(barriers).isEmpty();
  }

  @Test
  @Order(9)
  void so_are_the_pages_by_which_one_signs_in_with_a_telephone() {
    List<String> barriers = new ArrayList<>();
    String password = "kereta malam ke Bogor 31";
    try (Visitor rudi = person("rudi")) {
      Page page = rudi.open("/me");
      page.locator("#fresh").fill(password);
      page.locator("#again").fill(password);
      page.locator("form[action='/me/password'] button").click();
      page.locator(".notice").first().waitFor();
      rudi.open("/me/authenticator");
      barriers.addAll(rudi.barriers("me-authenticator"));
      page.locator("#code").fill("000000");
      page.locator("#present").fill(password);
      page.locator("form[action='/me/authenticator'] button").click();
      barriers.addAll(rudi.barriers("me-authenticator-refused"));
      Telephone telephone = new Telephone(page.locator("span.code").innerText());
      page.locator("#code").fill(telephone.code());
      page.locator("#present").fill(password);
      page.locator("form[action='/me/authenticator'] button").click();
      assertThat(page.locator("ul.codes li").count()).isEqualTo(10);
      barriers.addAll(rudi.barriers("recovery-codes"));
      String recovery = page.locator("ul.codes li").first().innerText();
      page.locator("main a.button").click();
      page.locator("header form button").click();

      rudi.open("/sign-in");
      page.locator("#email").fill("rudi@contoh.invalid");
      page.locator("#password").fill(password);
      page.locator("form[action='/sign-in'] button").click();
      page.waitForURL("**/sign-in/code**");
      barriers.addAll(rudi.barriers("sign-in-code"));
      page.locator("#code").fill("nothing");
      page.locator("main form button").click();
      barriers.addAll(rudi.barriers("sign-in-code-refused"));
      page.locator("#code").fill(recovery);
      page.locator("main form button").click();
      page.locator("header .me").waitFor();
    }
    assertThat(barriers).isEmpty();
  }
}

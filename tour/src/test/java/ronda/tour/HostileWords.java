package ronda.tour;

import com.microsoft.playwright.Page;
import java.util.List;

/**
 * What officers and citizens write, where one of them means harm: ways of working, warnings, notes
 * on golden items, objections. Each page that shows it is checked by the {@link Visitor}.
 */
final class HostileWords {
  private final Visitor officer;
  private final Visitor head;
  private final String words;
  private final String line;

  /**
   * @param officer works on cases, and means harm
   * @param head keeps the quality of decisions
   * @param attacks each tries to run a script
   */
  HostileWords(Visitor officer, Visitor head, List<String> attacks) {
    this.officer = officer;
    this.head = head;
    words = String.join("\n", attacks);
    line = attacks.get(0) + attacks.get(2);
  }

  /** A way of working, its list, its form, and the case that is linked with it. */
  void wayOfWorking(String file) {
    Page page = officer.open("/modus/new");
    page.locator("#title").fill(line);
    page.locator("#category").selectOption("gambling");
    page.locator("#pattern").fill(words);
    page.locator("#signals").fill(words);
    page.locator("#advice").fill(words);
    page.locator("#why").fill(line);
    page.locator("main form button").last().click();
    page.waitForURL("**/modus/*-*");
    officer.check("hostile way of working");
    String path = page.url().substring(page.url().indexOf("/modus/"));
    page.locator("#number").fill(file.substring("/cases/".length()));
    page.locator("form[action$='/case'] button").click();
    officer.check("hostile way of working in a case");
    officer.open(path + "/edit");
    officer.check("form of a hostile way of working");
    officer.open("/modus");
    officer.check("ways of working");
    officer.open(file);
    officer.check("case with a hostile way of working");
  }

  /** A warning to other offices: what names somebody is covered first, then it is sent. */
  void warning() {
    Page page = officer.open("/notices/new");
    page.locator("#title").fill(line);
    page.locator("#modus").fill(line);
    page.locator("#lookFor").fill(words);
    page.locator("#advice").fill(words);
    page.locator("main form button").first().click();
    page.locator("button[name=mask]").waitFor();
    officer.check("hostile warning that names somebody");
    page.locator("button[name=mask]").click();
    page.locator(".notice").first().waitFor();
    officer.check("hostile warning, covered");
    page.locator("main form button").first().click();
    page.waitForURL("**/notices/*-*");
    officer.check("hostile warning");
    officer.open("/notices");
    officer.check("warnings");
  }

  /** A decided job that becomes a golden item. */
  void goldenItem(String job) {
    Page page = head.open(job.replace("/jobs/", "/quality/mark/"));
    head.check("hostile golden item");
    page.locator("#why").fill(words);
    page.locator("main form button").last().click();
    page.waitForURL("**/quality");
    head.check("list of hostile golden items");
  }

  /** An objection as it is sent, received, read and answered. */
  void objection(String file) {
    String code = officer.open(file).locator("p:has-text('Kode') code").first().innerText();
    Page page = officer.open("/objection");
    page.locator("#code").fill("<script>alert(1)</script>");
    page.locator("#words").fill(words);
    page.locator("#contact").fill(line);
    page.locator("main form button").first().click();
    officer.check("objection with a hostile code");
    page.locator("#code").fill(code);
    page.locator("main form button").first().click();
    officer.check("received hostile objection");
    String receipt = page.locator("dd code").nth(0).innerText();
    String secret = page.locator("dd code").nth(1).innerText();
    officer.open("/objections");
    officer.check("objections");
    page.locator("main a[href^='/objections/']", CaseOfficer.having(receipt)).first().click();
    officer.check("hostile objection");
    officer.open(file);
    officer.check("case with a hostile objection");
    officer.open("/objection/answer");
    page.locator("#number").fill(receipt);
    page.locator("#secret").fill(secret);
    page.locator("main form button").first().click();
    officer.check("answer to a hostile objection");
  }
}

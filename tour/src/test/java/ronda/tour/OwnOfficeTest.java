package ronda.tour;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An office of one's own, from {@code ./ronda up --empty} to the first job in its queue. */
class OwnOfficeTest {
  private static final String TEXT =
      "Main di CONTOH88 pasti gacor, bonus new member, daftar wa 0812-0000-9911";

  @TempDir Path folder;

  @Test
  void begins_bare_asks_who_it_is_and_has_its_first_job() {
    try (Chromium chromium = new Chromium();
        RunningRonda ronda = RunningRonda.up(folder.resolve("home"), "--empty");
        Visitor first = new Visitor(chromium.person(1280, ColorScheme.LIGHT), ronda.address())) {
      assertThat(ronda.signInLink()).contains("/first-run/");
      List<String> barriers = new ArrayList<>();
      first.open("/sign-in");
      barriers.addAll(first.barriers("sign-in-nobody-yet"));
      begin(first, ronda.signInLink(), barriers);
      Page page = first.open("/");
      assertThat(page.locator("header .office").innerText()).isEqualTo("Diskominfo Kota Contoh");
      barriers.addAll(first.barriers("start-of-an-empty-office"));
      assertThat(first.open("/queue").locator("main .empty").innerText())
          .as("who may not bring posts is not sent to a menu that is not there")
          .doesNotContain("Kirim unggahan")
          .contains("Orang");
      barriers.addAll(first.barriers("queue-of-an-empty-office"));
      assertThat(first.open("/cases").locator("main .empty").count()).isEqualTo(1);

      try (Visitor officer =
          new Visitor(chromium.person(1280, ColorScheme.LIGHT), ronda.address())) {
        officer.signIn(invited(first));
        bringAPost(officer);
        barriers.addAll(officer.barriers("first-job"));
      }
      Page over = first.open(ronda.signInLink());
      assertThat(over.locator("#office").count()).as("it begins once").isZero();
      assertThat(barriers).isEmpty();
    }
  }

  private static void begin(Visitor first, String link, List<String> barriers) {
    Page page = first.open(link);
    barriers.addAll(first.barriers("first-run"));
    page.locator("#office").fill("Diskominfo Kota Contoh");
    page.locator("#region").fill("kota");
    page.locator("#name").fill("Sari Contoh");
    page.locator("#email").fill("sari@contoh.invalid");
    page.locator("main form button").click();
    assertThat(page.locator("#region").inputValue()).as("what was typed stays").isEqualTo("kota");
    assertThat(page.locator(".problem").innerText()).isNotBlank();
    barriers.addAll(first.barriers("first-run-refused"));
    page.locator("#region").fill("32.71");
    page.locator("main form button").click();
    page.waitForURL("**/me");
    barriers.addAll(first.barriers("me-of-the-first"));
  }

  /** Invites a case officer; the link that lets them in. */
  private static String invited(Visitor first) {
    Page page = first.open("/people/new");
    page.locator("#name").fill("Kemal Contoh");
    page.locator("#email").fill("kemal@contoh.invalid");
    page.locator("input[name=roles][value=case-officer]").check();
    page.locator("main form button").first().click();
    return page.locator("#link").inputValue();
  }

  private static void bringAPost(Visitor officer) {
    Page page = officer.open("/queue");
    assertThat(page.locator("main .empty").innerText()).contains("Kirim unggahan");
    officer.open("/bring");
    page.locator("textarea").first().fill(TEXT);
    page.locator("form:has(textarea) button").first().click();
    page.locator("main").waitFor();
    officer.open("/queue");
    assertThat(page.locator("a.excerpt").count()).isEqualTo(1);
    page.keyboard().press("n");
    page.waitForURL("**/jobs/**");
    assertThat(page.locator(".post").first().innerText()).contains("CONTOH88");
    assertThat(page.locator("input[name=verdict]").count()).isPositive();
  }
}

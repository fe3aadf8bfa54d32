package ronda.tour;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A person at a browser. Whatever page is opened, it is looked at for what no page may have. */
final class Visitor implements AutoCloseable {
  private static final Path PICTURES = Path.of("target", "tour");

  private final BrowserContext context;
  private final Page page;
  private final String base;
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  Visitor(BrowserContext context, String base) {
    this.context = context;
    this.base = base;
    this.page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") && !message.text().contains("status of 4")) {
            complaints.add("console: " + message.text());
          }
        });
    page.onPageError(error -> complaints.add("script: " + error));
    page.onDialog(
        dialog -> {
          complaints.add("a dialog opened: " + dialog.message());
          dialog.dismiss();
        });
    page.onRequest(
        request -> {
          if (!request.url().startsWith(base) && !request.url().startsWith("data:")) {
            complaints.add("asked elsewhere: " + request.url());
          }
        });
  }

  /** Follows a one-time link; one that a colleague handed on asks before it opens. */
  Visitor signIn(String link) {
    open(link);
    if (page.url().contains("/sign-in/link/")) {
      page.locator("main form button").first().click();
    }
    assertThat(page.url()).as("signed in").doesNotContain("sign-in");
    return this;
  }

  /** A link that signs a colleague in, made by this administrator. */
  String linkFor(String mail) {
    open("/people");
    page.locator("tr", new Page.LocatorOptions().setHasText(mail + "@contoh.invalid"))
        .locator("a")
        .first()
        .click();
    page.locator("form[action$='/link'] button").click();
    return page.locator("#link").inputValue();
  }

  Page page() {
    return page;
  }

  /** Opens a page of this site. */
  Page open(String path) {
    page.navigate(path.startsWith("http") ? path : base + path);
    return page;
  }

  /** The status that a page of this site answers with. */
  int status(String path) {
    return context.request().get(base + path).status();
  }

  /** The audit log as one takes it out: a file that {@code ./ronda verify} checks. */
  Path auditLog(Path folder) throws IOException {
    APIResponse answer = context.request().get(base + "/audit/export");
    assertThat(answer.status()).as("the audit log").isEqualTo(200);
    return Files.write(folder.resolve("audit.ndjson"), answer.body());
  }

  /** The whole page as a picture, for the README and for whoever looks. */
  void picture(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
  }

  /** The page that is open, on a screen of this width in this light, as a picture of its own. */
  void look(String name, int width, ColorScheme scheme) {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    page.setViewportSize(width, 900);
    Path file =
        PICTURES
            .resolve("pages")
            .resolve("%s-%d-%s.jpg".formatted(name, width, scheme.name().toLowerCase(Locale.ROOT)));
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(file)
            .setType(ScreenshotType.JPEG)
            .setQuality(60)
            .setFullPage(true));
    check(name + " at " + width + " " + scheme);
  }

  /** The open page on four screens; gives what stands in a person's way, so that all is told. */
  List<String> barriers(String name) {
    List<String> barriers = new ArrayList<>();
    for (int width : new int[] {1280, 360}) {
      for (ColorScheme light : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        try {
          look(name, width, light);
        } catch (AssertionError barrier) {
          barriers.add(String.valueOf(barrier.getMessage()));
        }
      }
    }
    page.setViewportSize(1280, 900);
    return barriers;
  }

  /** No barrier that axe finds, no script that complained, nothing that stands out at the side. */
  void check(String what) {
    // Our pages have no frames: axe need not gather its findings in a page of its own.
    List<String> barriers =
        new AxeBuilder(page)
            .setLegacyMode(true).analyze().getViolations().stream().map(Visitor::told).toList();
    assertThat(barriers).as("barriers on %s (%s)", what, page.url()).isEmpty();
    Object beyond = page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
    assertThat(((Number) beyond).intValue()).as("pixels beyond the edge of %s", what).isLessThan(1);
    Object sideways =
        page.evaluate(
            "() => window.innerWidth > 720 ? [] : [...document.querySelectorAll('.table:has(.stacked)')]"
                + ".filter(box => box.scrollWidth > box.clientWidth).map(box => box.ariaLabel)");
    assertThat((List<?>) sideways).as("lists to be moved sideways on %s", what).isEmpty();
    List<String> heard = List.copyOf(complaints);
    complaints.clear();
    assertThat(heard).as("complaints on %s", what).isEmpty();
  }

  private static String told(Rule rule) {
    return rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes().getFirst().getHtml();
  }

  @Override
  public void close() {
    context.close();
  }
}

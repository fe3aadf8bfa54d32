package ronda.tour;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An office of an older release, after the upgrade: newer policies are offered on its pages. */
class UpgradedOfficeTest {
  private static final Path RONDA =
      Path.of(System.getProperty("ronda.root", "..")).toAbsolutePath().normalize();
  private static final String UPDATE = "/policies/gambling-promotion/update";
  private static final String NEWCOMER = "/policies/prostitution-offer/update";

  @TempDir Path folder;

  @Test
  void tries_what_is_newer_takes_one_over_and_declines_another() throws IOException {
    Path home = folder.resolve("home");
    RunningRonda.up(home, on(older())).close();
    try (Chromium chromium = new Chromium();
        RunningRonda ronda = RunningRonda.up(home, on(RONDA));
        Visitor first = new Visitor(chromium.person(1280, ColorScheme.LIGHT), ronda.address())) {
      first.signIn(ronda.signInLink());
      List<String> barriers = new ArrayList<>();
      first.open("/policies");
      barriers.addAll(first.barriers("policies-newer"));
      first.open(NEWCOMER);
      barriers.addAll(first.barriers("policy-newcomer"));
      Page page = first.open(UPDATE);
      page.locator("form[action$='/update/try'] button").click();
      assertThat(page.locator("#trial").innerText()).contains("Akan mengangkat");
      barriers.addAll(first.barriers("policy-newer-tried"));

      first.open(UPDATE);
      page.locator("footer button[value=en]").click();
      assertThat(page.locator("h1").innerText()).contains("of this release");
      barriers.addAll(first.barriers("policy-newer-english"));
      assertThat(page.locator("td.what").allInnerTexts())
          .containsExactly("Condition", "Words around a listed word", "Severity");

      page.locator("form[action$='/update/trial'] button[formaction]").click();
      assertThat(page.url()).as("the reason lacks").endsWith("/update");
      page.locator("#why").fill("Finds more of what hides.");
      page.locator("form[action$='/update/trial'] button[formaction]").click();
      assertThat(page.locator("main").innerText()).contains("Finds more of what hides.");

      first.open(NEWCOMER);
      page.locator("details:has(#decline-why) summary").click();
      page.locator("#decline-why").fill("Not our work.");
      barriers.addAll(first.barriers("policy-declining"));
      page.locator("form[action$='/update/decline'] button").click();
      assertThat(page.locator("a[href$='/update']").count()).isZero();
      barriers.addAll(first.barriers("policies-all-answered"));
      assertThat(barriers).isEmpty();
    }
  }

  private static RunningRonda.Place on(Path root) {
    return new RunningRonda.Place("", Map.of("RONDA_ROOT", root.toString()));
  }

  /** The same Ronda with one policy that was other then, and without another. */
  private Path older() throws IOException {
    Path root = Files.createDirectories(folder.resolve("older"));
    Path policies = Files.createDirectories(root.resolve("policies/data"));
    for (String part : List.of("lexicons", "models", "docs")) {
      Files.createSymbolicLink(root.resolve(part), RONDA.resolve(part));
    }
    try (Stream<Path> files = Files.list(RONDA.resolve("policies/data"))) {
      for (Path file : files.filter(one -> !one.toString().contains("prostitution")).toList()) {
        String text = Files.readString(file);
        Files.writeString(
            policies.resolve(file.getFileName().toString()),
            file.endsWith("gambling-promotion.yaml")
                ? text.replaceAll("(?m)^version: .*$", "version: 1")
                    .replaceAll("(?m)^stretch: .*\n", "")
                    .replaceAll("(?m)^severity: .*$", "severity: medium")
                    .replace("score >= 0.9\n", "score >= 0.95\n")
                : text);
      }
    }
    return root;
  }
}

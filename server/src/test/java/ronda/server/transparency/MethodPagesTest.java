package ronda.server.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.server.Browser;
import ronda.server.OpenDesk;

/** How the machine works and how often it errs, as anybody reads it. */
class MethodPagesTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final Pattern RULE = Pattern.compile("href=\"(/methods/[a-z-]+)\"");

  private final Browser anybody = DESK.browser();

  @Test
  void anybody_finds_from_the_list_of_reports_every_rule_and_what_was_measured() {
    assertThat(anybody.get("/transparency").body()).contains("href=\"/methods\"");

    Browser.Page page = anybody.get("/methods");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains("Petugas yang memutuskan", "24 Nov 2026", "0,31%", "972", "28%")
        .doesNotContain("??");
    var rules = RULE.matcher(page.body()).results().map((MatchResult rule) -> rule.group(1));
    assertThat(rules)
        .hasSizeGreaterThan(9)
        .allSatisfy(
            rule -> assertThat(anybody.get(rule).body()).contains("Menangkap", "dirugikan"));
  }

  @Test
  void a_rule_is_told_in_the_readers_language() {
    anybody.open("/methods/scam-offer");
    anybody.post("/preferences", "language", "en", "next", "/methods/scam-offer");

    assertThat(anybody.get("/methods/scam-offer").body()).contains("Catches").doesNotContain("??");
    assertThat(anybody.get("/methods").body()).contains("0.31%").doesNotContain("??");
  }

  @Test
  void a_rule_that_does_not_come_with_ronda_has_no_page() {
    assertThat(anybody.get("/methods/no-such-rule").status()).isEqualTo(404);
    assertThat(anybody.get("/methods/README").status()).isEqualTo(404);
    assertThat(anybody.get("/methods/..%2f..%2fREADME").status()).isBetween(400, 404);
  }

  @Test
  void every_figure_is_what_the_report_says() throws IOException {
    for (Measurement one : Measurement.all()) {
      String report = Files.readString(Path.of("..").resolve(one.report()));
      assertThat(report.replaceAll("\\s+", " ")).as(one.key()).contains(one.quote());
    }
  }
}

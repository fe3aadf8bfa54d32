package ronda.server.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.office.Office;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;

/** A page of a policy that was left open undoes nothing that a colleague did meanwhile. */
class PolicyMeanwhileTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final String GAMBLING = "/policies/gambling-promotion";
  private static final Pattern SHOWN = Pattern.compile("name=\"shown\" value=\"([^\"]+)\"");

  private final Office office = DESK.office("Dinas dua penyunting");
  private final Browser head = DESK.browserOf(DESK.person(office, "Hana Contoh", Role.HEAD));
  private final Browser analyst = DESK.browserOf(DESK.person(office, "Sari Contoh", Role.ANALYST));

  /** What the page showed before the colleague did anything. */
  private String shown = "";

  @BeforeEach
  void both_open_the_page_and_the_analyst_is_the_first_to_change_something() {
    shown = shownTo(head);
    limit(analyst, shownTo(analyst), "777", "Terlalu banyak.");
    assertThat(analyst.get(GAMBLING).body()).contains("value=\"777\"");
  }

  private static String shownTo(Browser browser) {
    return browser.shown(GAMBLING);
  }

  private static Browser.Page limit(Browser browser, String shown, String limit, String why) {
    return browser.post(GAMBLING + "/limit", "shown", shown, "limit", limit, "why", why);
  }

  @Test
  void another_limit_from_an_old_page_is_refused_and_stays_typed() {
    Browser.Page page = limit(head, shown, "5", "Gelombang contoh.");

    assertThat(page.status()).isEqualTo(409);
    assertThat(page.body())
        .contains("orang lain mengubah kebijakan ini", "value=\"5\"", "value=\"Gelombang contoh.\"")
        .contains("Batas sehari: 777"); // what stands now
    limit(head, shownTo(head), "5", "Gelombang contoh.");
    assertThat(head.get(GAMBLING).body())
        .contains("value=\"5\"")
        .doesNotContain("orang lain mengubah");
  }

  @Test
  void an_old_editor_replaces_no_new_version_and_shows_it_beside_what_was_typed() {
    String typed = "# kata saya\n" + PolicyEditor.template("gambling-promotion");

    Browser.Page page =
        head.post(GAMBLING + "/trial", "shown", shown, "text", typed, "why", "Modus baru.");

    assertThat(page.status()).isEqualTo(409);
    assertThat(page.body())
        .contains("orang lain mengubah kebijakan ini", "Yang berlaku sekarang: versi 2, oleh Sari")
        .contains("# kata saya", "value=\"Modus baru.\"", "daily-limit: 777");
    Matcher mark = SHOWN.matcher(page.body());
    assertThat(mark.find()).isTrue();
    assertThat(
            head.post(
                    GAMBLING + "/trial",
                    "shown",
                    mark.group(1),
                    "text",
                    typed,
                    "why",
                    "Modus baru.")
                .status())
        .as("whoever has seen it may")
        .isEqualTo(302);
  }

  @Test
  void a_check_in_between_does_not_make_an_old_editor_new() {
    String typed = PolicyEditor.template("gambling-promotion");
    Matcher mark =
        SHOWN.matcher(head.post(GAMBLING + "/check", "shown", shown, "text", typed).body());
    assertThat(mark.find()).isTrue();

    assertThat(
            head.post(GAMBLING + "/trial", "shown", mark.group(1), "text", typed, "why", "x")
                .status())
        .isEqualTo(409);
  }

  @Test
  void what_is_old_takes_nothing_out_of_force_and_brings_no_old_version_back() {
    for (Map.Entry<String, String> act : Map.of("out", "0", "revert", "1").entrySet()) {
      Browser.Page page =
          head.post(
              GAMBLING + "/" + act.getKey(), "shown", shown, "number", act.getValue(), "why", "x");
      assertThat(page.status()).as(act.getKey()).isEqualTo(409);
      assertThat(page.body())
          .contains("orang lain mengubah kebijakan ini", "/versions/2\"")
          .doesNotContain("/versions/3\"");
    }
  }
}

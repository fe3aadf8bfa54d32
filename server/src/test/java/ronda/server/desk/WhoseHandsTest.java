package ronda.server.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;

/** The queue by who works on what. */
class WhoseHandsTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final String TWO_POSTS =
      """
      {"text":"Main di CONTOH88 slot gacor maxwin, daftar sekarang juga bosku","author":"satu"}
      {"text":"BARU77 bandar togel resmi, bonus deposit harian tanpa batas","author":"dua"}
      """;
  private static final Pattern JOB = Pattern.compile("class=\"excerpt\" href=\"(/jobs/[^\"]+)\"");
  private static final Pattern OPTION = Pattern.compile("<option value=\"[^\"]+\"[^>]*>([^<]+)<");

  private final Office office = DESK.office("Dinas banyak tangan");
  private final Officer ani = DESK.person(office, "Ani Contoh", Role.CASE_OFFICER);
  private final Officer budi = DESK.person(office, "Budi Contoh", Role.REVIEWER);
  private final Browser head = DESK.browserOf(DESK.person(office, "Hana Kepala", Role.HEAD));
  private String taken = "";

  @BeforeEach
  void budi_holds_one_of_two_jobs() {
    Browser browser = DESK.browserOf(ani);
    browser.open("/bring");
    browser.postFile(
        "/bring/file", Map.of(), "dua.jsonl", "application/jsonl", TWO_POSTS.getBytes(UTF_8));
    assertThat(jobs("")).hasSize(2);
    taken = jobs("").getFirst();
    DESK.browserOf(budi).post(taken + "/take");
  }

  private List<String> jobs(String asked) {
    return JOB.matcher(head.get("/queue?" + asked).body())
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  @Test
  void one_sees_what_a_colleague_holds_and_what_nobody_does() {
    assertThat(jobs("holder=" + budi.id())).containsExactly(taken);
    assertThat(jobs("holder=" + ani.id())).isEmpty();
    assertThat(jobs("holder=nobody")).hasSize(1).doesNotContain(taken);
    assertThat(jobs("holder=bukan-siapa-siapa")).as("an old bookmark").hasSize(2);
    assertThat(jobs("holder=" + UUID.randomUUID())).isEmpty();
  }

  @Test
  void a_filter_that_is_not_understood_is_not_passed_over_in_silence() {
    String words = "tidak dimengerti";
    for (String asked : List.of("days=abc", "days=-5", "category=nope", "score=1e9", "region=x")) {
      assertThat(head.get("/queue?" + asked).body()).as(asked).contains(words);
    }
    for (String asked : List.of("", "days=0&score=0&region=&platform=&category=", "days=7&q=a")) {
      assertThat(head.get("/queue?" + asked).body()).as(asked).doesNotContain(words);
    }
  }

  @Test
  void the_officers_who_may_review_are_named_and_no_other() {
    DESK.person(DESK.office("Dinas sebelah"), "Citra Sebelah", Role.REVIEWER);

    String page = head.get("/queue?holder=" + budi.id()).body();
    String select = page.substring(page.indexOf("<select id=\"holder\""));
    List<String> named =
        OPTION
            .matcher(select.substring(0, select.indexOf("</select>")))
            .results()
            .map(option -> option.group(1))
            .toList();

    assertThat(named).containsExactly("belum ada yang memegang", "Ani Contoh", "Budi Contoh");
    assertThat(select).contains("selected=\"selected\">Budi Contoh");
  }

  @Test
  void a_saved_view_remembers_it() {
    head.post("/queue/views", "name", "Budi", "holder", budi.id().toString());

    assertThat(head.get("/queue").body()).contains("holder=" + budi.id()).contains(">Budi</a>");
  }

  @Test
  void ones_own_hands_are_asked_for_by_the_tab() {
    assertThat(head.get("/queue?show=mine").body()).doesNotContain("id=\"holder\"");
    assertThat(jobs("show=mine&holder=" + budi.id())).isEmpty();
  }
}

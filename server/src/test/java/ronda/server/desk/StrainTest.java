package ronda.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;

/** Somebody looks at one post after another, and the pages say when it is time to rest. */
class StrainTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final Pattern JOB = Pattern.compile("/jobs/[0-9a-f-]{36}");
  private static final String POST =
      "Main di CONTOH88 slot gacor maxwin, daftar sekarang juga bosku, hari yang panjang";
  private static final String REST = "menit tanpa jeda";
  private static final String SEEN = "Hari ini Anda melihat";

  private final Office office = DESK.office("Dinas yang beristirahat");
  private final Officer reviewer = DESK.person(office, "Peninjau tekun", Role.REVIEWER);
  private final Browser browser = DESK.browserOf(reviewer);
  private final String job = bringOne();

  private String bringOne() {
    browser.open("/bring");
    browser.post("/bring/text", "text", POST);
    var link = JOB.matcher(browser.open("/queue").body());
    assertThat(link.find()).as("a job in the queue").isTrue();
    return link.group();
  }

  /** Looks at a job now, and again whenever so much time has passed, so often. */
  private void look(int often, Duration every) {
    open(job);
    for (int i = 0; i < often; i++) {
      DESK.pass(every);
      open(job);
    }
  }

  private String open(String path) {
    Browser.Page page = browser.get(path);
    assertThat(page.status()).as(path).isEqualTo(200);
    return page.body();
  }

  @Test
  void after_fifty_minutes_without_rest_the_queue_says_so() {
    look(7, Duration.ofMinutes(7));
    assertThat(open("/queue")).as("after 49 minutes").doesNotContain(REST);

    DESK.pass(Duration.ofMinutes(1));

    assertThat(open("/queue")).contains("50 " + REST);
  }

  @Test
  void after_more_than_ten_minutes_of_rest_the_queue_is_silent_again() {
    look(10, Duration.ofMinutes(5));
    assertThat(open("/queue")).contains("50 " + REST);

    DESK.pass(Duration.ofMinutes(11));
    assertThat(open("/queue")).as("back at the desk").doesNotContain(REST);

    look(8, Duration.ofMinutes(5));
    assertThat(open("/queue")).as("40 minutes after the rest").doesNotContain(REST);
  }

  @Test
  void short_pauses_are_no_rest() {
    look(6, Duration.ofMinutes(9));

    assertThat(open("/queue")).contains("54 " + REST);
  }

  @Test
  void a_job_that_was_opened_again_counts_as_one_that_was_seen() {
    look(2, Duration.ofMinutes(1));

    assertThat(open("/queue")).contains(SEEN + " 1, di antaranya 1 berat");
  }

  @Test
  void who_goes_from_job_to_job_and_never_by_the_queue_is_told_on_the_job_itself() {
    look(7, Duration.ofMinutes(7));
    DESK.pass(Duration.ofMinutes(1));

    assertThat(open(job)).contains("50 " + REST, SEEN + " 1, di antaranya 1 berat");
  }

  @Test
  void a_job_that_is_opened_after_a_rest_is_silent_on_it() {
    look(10, Duration.ofMinutes(5));
    DESK.pass(Duration.ofMinutes(11));

    assertThat(open(job)).contains(SEEN + " 1").doesNotContain(REST);
  }

  @Test
  void nobody_else_is_told() {
    look(10, Duration.ofMinutes(5));
    assertThat(open("/queue")).contains("50 " + REST, SEEN);

    for (Role role : Role.values()) {
      Officer other = DESK.person(office, "Rekan " + role.code(), role);
      Browser others = DESK.browserOf(other);
      for (String path :
          List.of("/", "/queue", "/quality", "/people", "/people/" + reviewer.id(), "/audit")) {
        assertThat(others.get(path).body())
            .as("%s as %s", path, role)
            .doesNotContain(REST, SEEN + " 1");
      }
    }
  }
}

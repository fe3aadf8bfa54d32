package ronda.server.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.chain.Hash;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Region;
import ronda.casework.office.Role;
import ronda.casework.policy.JobsBehind;
import ronda.casework.policy.OfficePolicy;
import ronda.casework.policy.TrialFigure;
import ronda.casework.policy.TrialRun;
import ronda.casework.policy.Trials;
import ronda.identify.post.Category;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.server.desk.Batch;
import ronda.server.desk.Intake;
import ronda.sources.files.Format;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlTrialJobs;
import ronda.store.sql.SqlTrials;

/** Every number of a trial run leads to the jobs behind it. */
class TrialJobsTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final String NAME = "gambling-promotion";
  private static final String PAGE = "/policies/" + NAME;
  private static final String CONFIRMED =
      "Main di CONTOH88 slot gacor maxwin, daftar sekarang juga bosku";
  private static final String WAITING =
      "Situs RAJA77 gampang jackpot, slot gacor bonus new member 100%";
  private static final Pattern LINK =
      Pattern.compile("<a href=\"" + PAGE + "/trials/([0-9a-f-]{36})/([a-z-]+)\">(\\d+)</a>");

  private final Office office = DESK.office("Dinas yang menguji");
  private final Officer ani = DESK.person(office, "Ani Contoh", Role.CASE_OFFICER);
  private final Browser reviewer = DESK.browserOf(ani);
  private final Browser head = DESK.browserOf(DESK.person(office, "Hana", Role.HEAD));

  /** A post from one part of the town comes in; its job. */
  private String bring(String text) throws IOException {
    String line = "{\"id\":\"1\",\"text\":\"%s\",\"region\":\"32.71.01\"}".formatted(text);
    Intake.Answer answer =
        DESK.bean(Intake.class)
            .receive(
                Intake.Sending.by(ani, Batch.Way.UPLOAD, "kiriman", Optional.empty()),
                new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)),
                Format.JSONL);
    UUID batch = ((Intake.Answer.Done) answer).batch().id();
    return Browser.first("(/jobs/[0-9a-f-]{36})", reviewer.get("/batches/" + batch).body());
  }

  private void confirm(String job) {
    reviewer.post(job + "/take");
    reviewer.post(
        job + "/judge",
        "verdict",
        "confirmed",
        "category",
        "gambling",
        "stance",
        "promotes",
        "severity",
        "high",
        "reason",
        "jelas sekali");
  }

  /** Tries a text that raises nothing any more; the answer is the policy's page. */
  private String tried() {
    String text =
        DESK.bean(PolicyDesk.class)
            .named(office.id(), NAME)
            .flatMap(OfficePolicy::shown)
            .orElseThrow()
            .text();
    return head.post(PAGE + "/try", "text", text.replace("promotes && (", "false && (")).body();
  }

  /** What the numbers of a page say, by where they lead. */
  private static Map<String, Integer> numbers(String page) {
    Map<String, Integer> numbers = new TreeMap<>();
    LINK.matcher(page)
        .results()
        .forEach(one -> numbers.put(one.group(2), Integer.valueOf(one.group(3))));
    return numbers;
  }

  private String list(String page, String figure) {
    return PAGE + "/trials/" + Browser.first("/trials/([0-9a-f-]{36})/", page) + "/" + figure;
  }

  @Test
  void a_number_leads_to_the_jobs_that_it_counts() throws IOException {
    confirm(bring(CONFIRMED));
    bring(WAITING);

    String page = tried();

    assertThat(numbers(page))
        .isEqualTo(Map.of("today", 2, "today-confirmed", 1, "today-not-judged", 1, "lost", 2));
    assertThat(head.get(list(page, "today-confirmed")).body())
        .contains(CONFIRMED, "dikuatkan petugas: 1 unggahan")
        .doesNotContain(WAITING);
    assertThat(head.get(list(page, "lost")).body())
        .contains(CONFIRMED, WAITING, "Tidak diangkat lagi: 2 unggahan");
    assertThat(numbers(head.get(PAGE).body()))
        .as("of the trials of before, on the policy's own page")
        .isEqualTo(Map.of("today", 2));
  }

  @Test
  void who_serves_elsewhere_is_told_that_there_are_jobs_and_not_what_they_say() throws IOException {
    bring(WAITING);
    String page = tried();
    Officer elsewhere =
        DESK.person(office, "Peninjau daerah lain", new Region("32.71.02"), Role.ANALYST);

    assertThat(DESK.browserOf(elsewhere).get(list(page, "today")).body())
        .contains("1 tugas tidak ditampilkan", "Tidak ada tugas yang dapat ditampilkan")
        .doesNotContain("RAJA77");
  }

  @Test
  void what_a_text_suspects_of_the_worst_is_for_who_agreed_to_that() throws IOException {
    UUID job = UUID.fromString(bring(WAITING).substring("/jobs/".length()));
    Trials.Trial trial =
        new Trials.Trial(
            UUID.randomUUID(),
            "uji-berat",
            Hash.of("teks"),
            "Hana",
            DESK.now(),
            7,
            true,
            new TrialRun.Raised(1, 0, 0, 1),
            0,
            new TrialRun.Harmless(0, 0, 0, 0));
    DESK.bean(InOffice.class)
        .run(
            office.id(),
            jdbc -> {
              new SqlTrials(jdbc).add(trial);
              new SqlTrialJobs(jdbc)
                  .keep(
                      trial,
                      Category.SEXTORTION,
                      Map.of(TrialFigure.RAISED, new JobsBehind(1, List.of(job), false)),
                      5);
            });

    assertThat(head.get("/policies/uji-berat/trials/" + trial.id() + "/raised").body())
        .contains("Akan diangkat: 1 unggahan", "1 tugas tidak ditampilkan")
        .doesNotContain("RAJA77");
  }

  @Test
  void nobody_of_another_office_finds_it() throws IOException {
    bring(WAITING);
    String page = tried();
    Browser stranger =
        DESK.browserOf(DESK.person(DESK.office("Dinas lain"), "Budi Contoh", Role.HEAD));

    assertThat(stranger.get(list(page, "today")).status()).isEqualTo(404);
    assertThat(head.get(list(page, "raised")).status()).as("nothing was raised").isEqualTo(404);
    assertThat(head.get(list(page, "nonsense")).status()).isEqualTo(404);
  }
}

package ronda.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Region;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.sources.files.Format;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlJobs;

/** Whoever decides on a job can read every post of it, however many there are. */
class JobPostsTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final String TEXT =
      "Main di CONTOH88 slot gacor maxwin deposit pulsa tanpa potongan";

  private static final Pattern MARK = Pattern.compile("<sup>([0-9]+)</sup>");

  private final Office office = DESK.office("Dinas yang membaca semua");
  private final Officer who = DESK.person(office, "Ani Contoh", Role.CASE_OFFICER);
  private final Browser ani = DESK.browserOf(who);

  /** One line of a file; the account's posts are of one job as long as it is undecided. */
  private static String line(String account, String text, String more) {
    return "{\"id\":\"%s\",\"author\":\"%s\",\"platform\":\"instagram\",\"text\":\"%s\"%s}\n"
        .formatted(UUID.randomUUID(), account, text, more);
  }

  private UUID arrive(String... lines) {
    try {
      DESK.bean(Intake.class)
          .receive(
              new Intake.Sending(
                  office.id(), "Pengirim Rahasia", Batch.Way.API, "", Optional.empty()),
              new ByteArrayInputStream(String.join("", lines).getBytes(StandardCharsets.UTF_8)),
              Format.JSONL);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    InOffice tables = DESK.bean(InOffice.class);
    tables.run(office.id(), jdbc -> jdbc.sql("UPDATE jobs SET needs_two = false").update());
    return tables.read(
        office.id(), jdbc -> jdbc.sql("SELECT id FROM jobs").query(UUID.class).single());
  }

  /** A job of 75 posts of 51 accounts: one text 51 times, and 24 texts of one account. */
  private UUID big() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 51; i++) {
      lines.add(line("akun_" + i, TEXT, ",\"url\":\"https://contoh.invalid/p/" + i + "\""));
    }
    for (int i = 0; i < 24; i++) {
      lines.add(
          line(
              "akun_0",
              "CONTOH77 situs slot paling gacor, bonus anggota baru ke-" + (100 + i),
              ",\"links\":[\"https://tautan.invalid/"
                  + i
                  + "\"],\"images\":[\"gambar-"
                  + i
                  + ".jpg\"],\"url\":\"https://contoh.invalid/q/"
                  + i
                  + "\""));
    }
    return arrive(lines.toArray(String[]::new));
  }

  /** All that stands on a page and on those that follow it. */
  private String allPages(Browser browser, String path) {
    StringBuilder all = new StringBuilder();
    Set<String> seen = new LinkedHashSet<>();
    Optional<String> next = Optional.of(path);
    while (next.isPresent() && seen.add(next.get())) {
      Browser.Page page = browser.get(next.get());
      assertThat(page.status()).as(next.get()).isEqualTo(200);
      assertThat(page.body()).doesNotContain("??");
      all.append(page.body());
      Matcher link = Pattern.compile("href=\"([^\"]+)\">Berikutnya").matcher(page.body());
      next = link.find() ? Optional.of(link.group(1).replace("&amp;", "&")) : Optional.empty();
    }
    return all.toString();
  }

  private String same(String page) {
    Matcher link = Pattern.compile("href=\"([^\"]+)\">sama persis, 51 unggahan").matcher(page);
    assertThat(link.find()).as("the link to all that say the very same").isTrue();
    return link.group(1).replace("&amp;", "&");
  }

  @Test
  void both_numbers_of_a_job_lead_to_every_post_and_every_account_behind_them() {
    UUID job = big();
    String page = ani.open("/jobs/" + job).body();
    String posts = "/jobs/" + job + "/posts";
    String accounts = "/jobs/" + job + "/accounts";

    assertThat(page)
        .contains("href=\"" + posts + "\">75 unggahan", "href=\"" + accounts + "\">51 akun")
        .contains("Lihat semua 75 unggahan", "sama persis, 51 unggahan");
    assertThat(page)
        .as("the newest are what a reviewer sees")
        .contains("contoh.invalid/q/23<", "contoh.invalid/q/19<");
    String texts = allPages(ani, posts);
    for (int i = 0; i < 24; i++) {
      assertThat(texts)
          .contains("https://tautan.invalid/" + i + "<", "gambar-" + i + ".jpg")
          .contains("https://contoh.invalid/q/" + i + "<");
    }
    assertThat(texts.split("maxwin deposit pulsa", -1))
        .as("it stands there once")
        .hasSizeLessThan(5);
    String copies = allPages(ani, same(texts));
    for (int i = 0; i < 51; i++) {
      assertThat(copies).contains(">akun_" + i + "<", "https://contoh.invalid/p/" + i + "<");
    }
    assertThat(texts + copies)
        .as("addresses are text")
        .doesNotContain("href=\"https:", "src=\"gam");
    String whose = ani.get(accounts).body();
    assertThat(whose)
        .containsPattern(">akun_0</a></td>\\s*<td[^>]*>instagram</td>\\s*<td[^>]*>25<");
    for (int i = 0; i < 51; i++) {
      assertThat(whose).contains(">akun_" + i + "<");
    }
    assertThat(ani.get(posts + "?account=instagram/akun_7").body())
        .contains("akun_7", "tanpa potongan")
        .doesNotContain("CONTOH77");
  }

  @Test
  void the_marks_of_each_post_bear_the_numbers_of_its_own_table() {
    UUID job =
        arrive(
            line("akun_satu", TEXT, ""),
            line("akun_satu", "Situs gacor CONTOH77 slot, daftar sekarang bonus anggota baru", ""));

    for (String path : List.of("/jobs/" + job, "/jobs/" + job + "/posts")) {
      String page = ani.open(path).body();
      String[] posts = page.split("<p class=\"post\"", -1);
      assertThat(posts).as(path).hasSize(3);
      for (int i = 1; i < posts.length; i++) {
        Set<String> rows = new LinkedHashSet<>();
        Pattern.compile("<td class=\"number\">([0-9]+)</td>\\s*<td>")
            .matcher(posts[i])
            .results()
            .forEach(row -> rows.add(row.group(1)));
        assertThat(rows).as("the reasons of post %d of %s", i, path).isNotEmpty();
        MARK.matcher(posts[i]).results().forEach(mark -> assertThat(rows).contains(mark.group(1)));
        assertThat(MARK.matcher(posts[i]).find()).isTrue();
      }
    }
  }

  @Test
  void what_an_officer_raised_has_no_table_and_so_no_numbers() {
    ani.open("/bring");
    ani.post(
        "/bring/text",
        "text",
        "Pesan biasa tentang CONTOH55 tanpa kata apa pun",
        "raise",
        "true",
        "category",
        "gambling",
        "stance",
        "promotes",
        "severity",
        "HIGH",
        "reason",
        "saya kenal situsnya");
    UUID job =
        DESK.bean(InOffice.class)
            .read(office.id(), jdbc -> jdbc.sql("SELECT id FROM jobs").query(UUID.class).single());
    Browser second = DESK.browserOf(DESK.person(office, "Budi", Role.REVIEWER));

    for (String path : List.of("/jobs/" + job, "/jobs/" + job + "/posts")) {
      String page = second.open(path).body();
      assertThat(page).as(path).contains("CONTOH55", "Diajukan").doesNotContain("<sup>");
    }
  }

  @Test
  void while_a_second_person_judges_blind_nothing_there_tells_of_the_first_nor_of_who_brought_it() {
    UUID job = big();
    DESK.bean(InOffice.class)
        .run(office.id(), jdbc -> jdbc.sql("UPDATE jobs SET needs_two = true").update());
    ani.open("/queue");
    ani.post("/jobs/" + job + "/take");
    ani.post("/jobs/" + job + "/judge", "verdict", "not-harmful", "reason", "ALASAN ORANG PERTAMA");
    Browser second = DESK.browserOf(DESK.person(office, "Budi", Role.REVIEWER));

    for (String path : List.of("/jobs/" + job + "/posts", "/jobs/" + job + "/accounts")) {
      assertThat(allPages(second, path))
          .as(path)
          .doesNotContain(
              "ALASAN ORANG PERTAMA", "Ani Contoh", "Pengirim Rahasia", "Tidak berbahaya");
    }
  }

  @Test
  void what_is_not_for_somebody_is_not_there_either() {
    UUID job = big();
    Browser stranger =
        DESK.browserOf(DESK.person(DESK.office("Dinas lain"), "Asing", Role.values()));
    Officer elsewhere = DESK.person(office, "Orang lain", new Region("32.71.05"), Role.REVIEWER);
    for (String path : List.of("/jobs/" + job + "/posts", "/jobs/" + job + "/accounts")) {
      assertThat(stranger.get(path).status()).isEqualTo(404);
      assertThat(DESK.browserOf(elsewhere).get(path).status()).as("no region yet").isEqualTo(200);
    }
    DESK.bean(InOffice.class)
        .run(office.id(), jdbc -> jdbc.sql("UPDATE jobs SET region = '32.71.01'").update());
    for (String path : List.of("/jobs/" + job + "/posts", "/jobs/" + job + "/accounts")) {
      assertThat(DESK.browserOf(elsewhere).get(path).status()).as(path).isEqualTo(404);
      assertThat(ani.get(path).status()).isEqualTo(200);
    }
    DESK.bean(InOffice.class)
        .run(
            office.id(),
            jdbc ->
                jdbc.sql("UPDATE jobs SET suspected = array_append(suspected, 'PORNOGRAPHY')")
                    .update());
    assertThat(ani.get("/jobs/" + job + "/posts").status()).as("no consent").isEqualTo(404);
  }

  @Test
  void of_a_forgotten_job_nothing_is_shown() {
    UUID job = big();
    DESK.bean(Desks.class)
        .change(
            office.id(),
            (desk, jdbc) -> {
              new SqlJobs(jdbc).forget(List.of(job), DESK.now());
              return true;
            });

    Browser.Page page = ani.get("/jobs/" + job + "/posts");
    assertThat(page.status()).isEqualTo(302);
    assertThat(URI.create(page.header("location")).getPath()).isEqualTo("/jobs/" + job);
  }
}

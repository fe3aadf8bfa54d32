package ronda.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Offices;
import ronda.casework.office.Region;
import ronda.casework.office.Role;
import ronda.identify.post.Category;
import ronda.server.Browser;
import ronda.server.MadeUpCases;
import ronda.server.OpenDesk;
import ronda.store.sql.InOffice;

/** The start page tells of a job that waits for a second person only whom it waits for. */
class StartLinesTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final String SECOND = "/queue?show=second";

  private static final Pattern SINCE =
      Pattern.compile(
          "href=\"(?<path>/audit\\?above=[0-9]+)\">\\s*<b class=\"number\">(?<many>[0-9]+)</b>");

  private final Office office = DESK.office("Dinas yang menunggu");
  private final Browser first = DESK.browserOf(DESK.person(office, "Ani Contoh", Role.REVIEWER));

  @Test
  void a_job_that_waits_for_a_second_person() {
    first.post(
        "/bring/text", "text", "Main di CONTOH88 slot gacor maxwin, kata Bupati daftar sekarang");
    UUID job =
        DESK.bean(InOffice.class)
            .read(office.id(), jdbc -> jdbc.sql("SELECT id FROM jobs").query(UUID.class).single());
    first.post("/jobs/" + job + "/take");
    first.post("/jobs/" + job + "/judge", "verdict", "not-harmful", "reason", "hanya kabar");

    assertThat(start(Role.REVIEWER)).contains(SECOND);
    assertThat(start(Role.ANALYST)).doesNotContain(SECOND);
    assertThat(start(Role.AUDITOR)).doesNotContain(SECOND);
    assertThat(first.open("/").body()).as("nor who judged it already").doesNotContain(SECOND);
  }

  @Test
  void what_waits_for_reviewers_is_not_said_to_wait_for_anybody_else() {
    first.post("/bring/text", "text", "Main di CONTOH88 slot gacor maxwin, daftar sekarang");
    assertThat(first.open("/").body()).contains("tugas menunggu").doesNotContain("Di kantor ini");
    for (Role role : List.of(Role.ADMINISTRATOR, Role.SPOKESPERSON, Role.POSKO, Role.HEAD)) {
      String[] page = start(role).split("Di kantor ini", -1);
      assertThat(page).as(role.code()).hasSize(2);
      assertThat(page[0]).as(role.code()).doesNotContain("href=\"/queue?show=open");
      assertThat(page[1])
          .as(role.code())
          .contains("href=\"/queue?show=open", "tugas menunggu peninjau");
    }
  }

  @Test
  void whoever_looks_after_a_new_office_is_told_what_it_lacks_line_by_line() {
    assertThat(first.open("/").body()).doesNotContain("Yang belum disiapkan");
    String page = start(Role.ADMINISTRATOR);
    assertThat(page)
        .contains("Yang belum disiapkan", "Undang satu peninjau lagi", "Katalog modus masih kosong")
        .contains("href=\"/office/letters\">Isi kop surat", "href=\"/office/letters\">Isi penerima")
        .contains("href=\"/authority\">Minta ahli hukum");

    Officer siti = DESK.person(office, "Siti Contoh", Role.CASE_OFFICER);
    DESK.browserOf(siti).post("/modus/start");
    assertThat(start(Role.ADMINISTRATOR))
        .contains("Isi kop surat")
        .doesNotContain("Undang", "Katalog modus masih kosong");
  }

  @Test
  void who_came_by_a_link_and_has_no_password_is_told_to_make_one() {
    assertThat(first.open("/").body()).contains("belum punya kata sandi", "href=\"/me\"");
    first.open("/me");
    first.post("/me/password", "fresh", "kuda-baterai-9-contoh", "again", "kuda-baterai-9-contoh");
    assertThat(first.open("/").body()).doesNotContain("belum punya kata sandi");
  }

  @Test
  void the_auditor_is_told_how_much_was_done_since_the_log_was_last_taken_out() {
    Browser auditor = DESK.browserOf(DESK.person(office, "Umar Contoh", Role.AUDITOR));
    assertThat(auditor.open("/").body()).contains("href=\"/audit?above=0\"");

    auditor.get("/audit/export");
    assertThat(auditor.open("/").body())
        .as("all that happened is out")
        .doesNotContain("/audit?above=");

    first.post("/sign-out");
    Matcher line = SINCE.matcher(auditor.open("/").body());
    assertThat(line.find()).isTrue();
    assertThat(line.group("many")).isEqualTo("1");
    String since = auditor.get(line.group("path")).body();
    assertThat(since.split("<td class=\"what\">", -1)).as("that one act").hasSize(2);
    assertThat(since).contains("act=signed-out").doesNotContain("act=audit-exported");
    assertThat(start(Role.HEAD)).as("nobody else is waited for").doesNotContain("/audit?above=");
  }

  @Test
  void the_spokesperson_is_told_what_there_is_to_read_and_what_there_is_not_yet() {
    Browser speaker = DESK.browserOf(DESK.person(office, "Juwita Contoh", Role.SPOKESPERSON));
    assertThat(speaker.open("/").body()).contains("belum punya halaman");
    for (String path : List.of("/queue", "/notices", "/transparency")) {
      assertThat(speaker.open("/").body()).contains("href=\"" + path + "\"");
      assertThat(speaker.get(path).status()).as(path).isEqualTo(200);
    }
    assertThat(start(Role.REVIEWER)).doesNotContain("belum punya halaman");
  }

  @Test
  void a_number_says_that_there_are_more_where_the_queue_does() {
    first.post("/bring/text", "text", "Main di CONTOH88 slot gacor maxwin, daftar sekarang");
    DESK.bean(InOffice.class)
        .run(
            office.id(),
            jdbc ->
                jdbc.sql(
                        """
                        INSERT INTO jobs SELECT (jsonb_populate_record(j,
                          jsonb_build_object('id', gen_random_uuid()))).*
                        FROM jobs j, generate_series(1, 1100)
                        """)
                    .update());

    assertThat(first.open("/queue").body()).contains("lebih dari 1.000");
    assertThat(first.open("/").body()).contains("lebih dari 1.000").doesNotContain("1.001");
  }

  @Test
  void a_line_counts_what_its_reader_finds_where_it_leads() {
    Officer all = DESK.person(office, "Ani Kasus", Role.CASE_OFFICER);
    new MadeUpCases(DESK).confirmed("Judi contoh satu", Category.GAMBLING, all);
    new MadeUpCases(DESK).confirmed("Judi contoh dua", Category.GAMBLING, all);
    DESK.bean(InOffice.class)
        .run(
            office.id(),
            jdbc ->
                jdbc.sql(
                        """
                        UPDATE cases SET region = '32.71.01'
                        WHERE id = (SELECT id FROM cases ORDER BY number LIMIT 1)
                        """)
                    .update());
    Officer part = DESK.person(office, "Orang bagian", Role.CASE_OFFICER);
    DESK.bean(Offices.class)
        .put(
            new Officer(
                part.id(),
                part.office(),
                part.name(),
                part.email(),
                part.roles(),
                new Region("32.71.02"),
                false));
    Browser browser = DESK.browserOf(part);

    Matcher line =
        Pattern.compile("<b class=\"number\">([0-9]+)</b>\\s*<span>kasus berjalan")
            .matcher(browser.open("/").body());
    assertThat(line.find()).isTrue();
    assertThat(line.group(1)).isEqualTo("1");
    assertThat(browser.open("/cases").body().split("href=\"/cases/2", -1)).hasSize(2);
  }

  private String start(Role role) {
    return DESK.browserOf(DESK.person(office, "Orang " + role.code(), role)).open("/").body();
  }
}

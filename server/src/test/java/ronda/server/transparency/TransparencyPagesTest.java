package ronda.server.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.cases.CaseFile;
import ronda.casework.chain.AuditLog;
import ronda.casework.chain.Hash;
import ronda.casework.chain.Link;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Role;
import ronda.casework.transparency.Period;
import ronda.casework.transparency.PublishedReport;
import ronda.identify.post.Category;
import ronda.server.Browser;
import ronda.server.MadeUpCases;
import ronda.server.OpenDesk;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlPublishedReports;
import ronda.store.sql.SqlWorkDone;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From an office's work to what anybody reads of it. */
class TransparencyPagesTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final String MARK = "KREDITCONTOH";

  private final Office office = DESK.office("Dinas Terbuka " + UUID.randomUUID());
  private final Officer ani = person("Ani Terbuka", Role.CASE_OFFICER);
  // One job in twenty is drawn for two people: then Siti's word is the second.
  private final Officer siti = person("Siti Terbuka", Role.REVIEWER);
  private final Officer hana = person("Hana Terbuka", Role.HEAD);
  private final Browser anybody = DESK.browser();
  private final List<CaseFile> cases = new ArrayList<>();

  @Test
  void the_list_names_each_hash_and_reads_no_report() {
    String hash = "0".repeat(63) + "7"; // of no report: whoever hashed one would find another
    DESK.bean(InOffice.class)
        .run(
            office.id(),
            jdbc ->
                jdbc.sql(
                        """
                        INSERT INTO published_reports
                          (id, office_name, period, begins, version, reason, at, content, sha256)
                        VALUES (uuidv7(), 'Dinas Daftar', '2019', '2019-01-01', 1, '', now(),
                          repeat('panjang ', 100000), ?)
                        """)
                    .param(hash)
                    .update());

    assertThat(body("/api/v1/transparency")).contains(hash).doesNotContain("panjang");
    assertThat(anybody.get("/transparency").body()).contains("Dinas Daftar");
  }

  @Test
  void anybody_reads_what_the_head_published_and_counts_only() {
    Period month = worked();
    Browser head = signedIn(hana);
    assertThat(head.get("/publishing?period=" + month.code()).body())
        .contains("seperti yang akan dibaca masyarakat");
    head.get("/policies"); // An office has the policies that come with Ronda from its first look.
    publish(head, month, "");

    PublishedReport report = published().getFirst();
    assertThat(anybody.get("/transparency").body()).contains(office.name(), report.id().toString());
    String page = anybody.get("/transparency/" + report.id()).body();
    assertThat(page)
        .contains("dugaan", "belum diperiksa ahli hukum", "Memblokir", "Sumber angka")
        .contains(report.sha256().hex())
        .contains("href=\"/methods/gambling-promotion\"", "href=\"/methods\"")
        .doesNotContain(
            "??",
            MARK,
            "Terbuka <",
            "Ani Terbuka",
            "Siti Terbuka",
            "Hana Terbuka",
            "@contoh.invalid");
    cases.forEach(file -> assertThat(page).doesNotContain(file.number()));
  }

  @Test
  void small_numbers_are_hidden_and_no_total_betrays_them() {
    Period month = worked();
    DESK.bean(InOffice.class) // As if the eight had been brought with the harmless one.
        .run(office.id(), jdbc -> jdbc.sql("UPDATE batches SET posts = 9, found = 8").update());
    publish(signedIn(hana), month, "");
    JsonNode report = json(published().getFirst());

    assertThat(count(report, "decisions", "confirmed", "gambling")).isEqualTo("6");
    assertThat(count(report, "decisions", "confirmed", "scam")).isEqualTo("<5");
    assertThat(count(report, "decisions", "confirmed", "hate")).isEqualTo("0");
    assertThat(column(report, "decisions", "confirmed").get("total").asString()).isEqualTo("7-10");
    assertThat(report.get("harmlessShare").isNull()).as("a share would betray them").isTrue();
    assertThat(count(report, "cases", "cases", "opened"))
        .as("eight less the six of gambling would be the two of a scam")
        .isEqualTo("7-10");
    assertThat(column(report, "findings", "findings").get("total").asString()).isEqualTo("7-10");
    assertThat(count(report, "posts", "posts", "suspected")).isEqualTo("7-10");
    assertThat(column(report, "posts", "posts").get("total").asString()).isEqualTo("8-14");
    assertThat(count(report, "posts", "posts", "let-go")).isEqualTo("<5");
  }

  @Test
  void a_refused_wish_to_block_is_counted_by_the_row_of_the_law() {
    Period month = worked();
    publish(signedIn(hana), month, "");
    JsonNode wishes = column(json(published().getFirst()), "refused-wishes", "refused-wishes");

    JsonNode line = wishes.get("lines").get(0);
    assertThat(line.get("code").asString()).startsWith("block/");
    assertThat(line.get("words").asString()).contains("UU");
    assertThat(line.get("count").asString()).isEqualTo("5");
  }

  @Test
  void what_was_published_stays_while_the_office_works_on_and_a_correction_says_why() {
    Period month = worked();
    Browser head = signedIn(hana);
    publish(head, month, "");
    PublishedReport first = published().getFirst();
    String before = body("/api/v1/transparency/" + first.id());
    DESK.bean(InOffice.class)
        .run(office.id(), jdbc -> jdbc.sql("UPDATE jobs SET standing = 'DISMISSED'").update());

    assertThat(body("/api/v1/transparency/" + first.id())).isEqualTo(before);
    publish(head, month, "");
    assertThat(published()).as("a further version says why").hasSize(1);
    publish(head, month, "Putusan dibetulkan");

    PublishedReport second = published().getFirst();
    assertThat(second.version()).isEqualTo(2);
    assertThat(count(json(second), "decisions", "confirmed", "gambling")).isEqualTo("0");
    assertThat(anybody.get("/transparency/" + second.id()).body()).contains("Putusan dibetulkan");
    assertThat(anybody.get("/transparency/" + first.id()).body())
        .contains("Ini versi lama", second.id().toString());
    assertThat(body("/api/v1/transparency/" + first.id())).isEqualTo(before);
  }

  @Test
  void the_hash_of_the_download_stands_in_the_offices_chain_with_the_heads_name() {
    Period month = worked();
    publish(signedIn(hana), month, "");
    PublishedReport report = published().getFirst();

    byte[] file = anybody.download("/api/v1/transparency/" + report.id());
    Link act =
        DESK.bean(AuditLog.class).page(office.id(), AuditLog.Filter.ALL, Long.MAX_VALUE, 5).stream()
            .filter(link -> link.act().equals("transparency-published"))
            .findFirst()
            .orElseThrow();
    assertThat(act.actor()).contains("Hana Terbuka");
    assertThat(act.body()).contains(Hash.of(file).hex(), month.code());
  }

  @Test
  void numbers_come_as_a_table_with_their_source() {
    Period month = worked();
    publish(signedIn(hana), month, "");
    PublishedReport report = published().getFirst();

    List<String> lines =
        new String(
                anybody.download("/api/v1/transparency/" + report.id() + "/report.csv"),
                StandardCharsets.UTF_8)
            .lines()
            .toList();
    assertThat(lines.getFirst())
        .isEqualTo(
            "\"office\",\"period\",\"version\",\"section\",\"of\",\"line\",\"words\",\"count\","
                + "\"source\",\"sumber\"");
    assertThat(lines).anyMatch(line -> line.contains("\"confirmed\",\"scam\",\"\",\"<5\""));
    assertThat(lines.subList(1, lines.size()))
        .allMatch(line -> line.startsWith("\"" + office.name() + "\",\""));
    assertThat(body("/api/v1/transparency")).contains(report.id().toString());
  }

  @Test
  void a_month_that_goes_on_and_a_quarter_that_overlaps_are_refused() {
    Period month = worked();
    Browser head = signedIn(hana);
    Period now = Period.of(Period.Kind.MONTH, today());
    publish(head, now, "");
    assertThat(published()).isEmpty();
    publish(head, month, "");
    DESK.pass(Duration.ofDays(400));
    Browser later = signedIn(hana);
    publish(later, Period.of(Period.Kind.YEAR, month.from()), "");

    assertThat(published()).hasSize(1);
    assertThat(
            later
                .get("/publishing?period=" + Period.of(Period.Kind.YEAR, month.from()).code())
                .body())
        .contains("dengan mengurangkan");
  }

  @Test
  void what_was_before_the_office_is_not_published_and_its_first_month_only_in_part() {
    DESK.bean(InOffice.class) // The database has a clock of its own.
        .run(
            office.id(),
            jdbc ->
                jdbc.sql("UPDATE offices SET created_at = ? WHERE id = ?")
                    .params(DESK.now().atOffset(ZoneOffset.UTC), office.id())
                    .update());
    Period month = worked();
    Browser head = signedIn(hana);
    Period before = month.before();
    assertThat(head.get("/publishing").body()).doesNotContain("value=\"" + before.code());
    assertThat(head.get("/publishing?period=" + before.code()).body())
        .contains("Tidak ada data, dan itu bukan nol")
        .doesNotContain("Terbitkan laporan", "Unggahan yang diperiksa");
    publish(head, before, "");
    assertThat(published()).isEmpty();

    boolean inPart = begun().getDayOfMonth() > 1;
    publish(head, month, "");
    PublishedReport report = published().getFirst();
    assertThat(anybody.get("/transparency/" + report.id()).body().contains("Sebagian: kantor ini"))
        .isEqualTo(inPart);
    JsonNode since = json(report).get("since");
    assertThat(since.isNull()).isNotEqualTo(inPart);
    String old = report.content().replaceFirst(",\\s*\"since\" : [^\\n]+", "");
    assertThat(old).doesNotContain("since");
    assertThat(ReportFile.read(old).since()).as("a report from before").isEmpty();
  }

  private LocalDate begun() {
    return LocalDate.ofInstant(
        DESK.bean(InOffice.class).read(office.id(), SqlWorkDone::begun), ZoneId.of("Asia/Jakarta"));
  }

  @Test
  void only_the_head_publishes_and_the_auditor_reads_the_draft() {
    Period month = worked();
    Browser auditor = signedIn(person("Ujang Terbuka", Role.AUDITOR));
    assertThat(auditor.get("/publishing?period=" + month.code()).status()).isEqualTo(200);
    assertThat(auditor.post("/publishing", "period", month.code()).status()).isEqualTo(403);
    assertThat(signedIn(ani).get("/publishing").status()).isEqualTo(403);
    assertThat(published()).isEmpty();
  }

  @Test
  void what_is_no_period_and_no_report_is_said_to_be_none() {
    assertThat(signedIn(hana).post("/publishing", "period", "kemarin").status()).isEqualTo(400);
    assertThat(anybody.get("/transparency/" + UUID.randomUUID()).status()).isEqualTo(404);
    assertThat(anybody.get("/api/v1/transparency/" + UUID.randomUUID()).status()).isEqualTo(404);
  }

  /** Six cases of gambling and two of a scam, five wishes to block, one harmless post. */
  private Period worked() {
    MadeUpCases made = new MadeUpCases(DESK);
    for (int i = 0; i < 8; i++) {
      String text = Character.toString('a' + i).repeat(12) + " " + MARK + UUID.randomUUID();
      cases.add(made.confirmed(text, i < 6 ? Category.GAMBLING : Category.SCAM, ani, siti));
    }
    Browser officer = signedIn(ani);
    officer.post("/bring/text", "text", "Jalan di depan pasar sudah diperbaiki, terima kasih");
    cases.stream()
        .limit(5)
        .forEach(file -> officer.post("/cases/" + file.number() + "/acts/block"));
    Period month = Period.of(Period.Kind.MONTH, today());
    DESK.pass(Duration.ofDays(32));
    return month;
  }

  private static LocalDate today() {
    return LocalDate.ofInstant(DESK.now(), ZoneId.of("Asia/Jakarta"));
  }

  private static void publish(Browser head, Period period, String reason) {
    head.post("/publishing", "period", period.code(), "reason", reason);
  }

  private List<PublishedReport> published() {
    return DESK.bean(InOffice.class)
        .beforeOffice(jdbc -> new SqlPublishedReports(jdbc).ofOffice(office.id()));
  }

  private JsonNode json(PublishedReport report) {
    return JsonMapper.shared().readTree(body("/api/v1/transparency/" + report.id()));
  }

  private String body(String path) {
    return anybody.get(path).body();
  }

  private static JsonNode column(JsonNode report, String section, String of) {
    return named(named(report.get("sections"), "code", section).get("columns"), "of", of);
  }

  private static String count(JsonNode report, String section, String of, String line) {
    return named(column(report, section, of).get("lines"), "code", line).get("count").asString();
  }

  private static JsonNode named(JsonNode all, String field, String value) {
    return Stream.iterate(0, i -> i < all.size(), i -> i + 1)
        .map(all::get)
        .filter(one -> one.get(field).asString().equals(value))
        .findFirst()
        .orElseThrow();
  }

  private Officer person(String name, Role... roles) {
    return DESK.person(office, name, roles);
  }

  private static Browser signedIn(Officer officer) {
    Browser browser = DESK.browserOf(officer);
    browser.open("/");
    return browser;
  }
}

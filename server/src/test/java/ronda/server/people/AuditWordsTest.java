package ronda.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.MessageSource;
import ronda.casework.chain.AuditLog;
import ronda.casework.chain.Link;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Offices;
import ronda.casework.office.Region;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.server.door.Acts;
import ronda.server.sample.SamplePeople;
import ronda.store.sql.InOffice;

/** What the page of the audit log says of its entries, and where they lead. */
class AuditWordsTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final Pattern KEY = Pattern.compile("\"([A-Za-z-]+)\":");
  private static final Pattern SUBJECT =
      Pattern.compile("data-label=\"Terhadap\"[^>]*><a href=\"([^\"]+)\"");

  private final Office office = DESK.office("Dinas yang dicatat");
  private final Officer auditor = DESK.person(office, "Umar Contoh", Role.AUDITOR);

  @Test
  void facts_stand_in_words_and_their_json_only_in_the_export() {
    Browser browser = DESK.browserOf(auditor);
    DESK.bean(Acts.class)
        .write(auditor, "made-up", Map.of("means", "link", "unheard-of", "<b>isi</b>"));

    assertThat(text(browser.open("/audit").body()))
        .contains("Cara: tautan", "unheard-of: &lt;b&gt;isi&lt;/b&gt;")
        .doesNotContain("means", "{");
    assertThat(browser.get("/audit/export").body()).contains("\\\"means\\\":\\\"link\\\"");
  }

  @Test
  void who_acted_by_command_is_named_in_the_readers_language_and_kept_as_it_was() {
    DESK.bean(AuditLog.class)
        .add(
            office.id(),
            new Link.Entry(DESK.now(), Acts.COMMAND_LINE, "made-up", "office:1", "{}"));
    Browser browser = DESK.browserOf(auditor);

    assertThat(browser.open("/audit").body())
        .contains(">seseorang di terminal server</a>", "/audit?actor=command%20line")
        .doesNotContain(">command line<");
    assertThat(browser.open("/audit?actor=command%20line").body()).contains("made-up");
    browser.post("/preferences", "language", "en");
    assertThat(browser.open("/audit").body())
        .contains(">somebody at the server&#39;s terminal</a>");
    assertThat(browser.get("/audit/export").body()).contains("\"command line\"");
  }

  @Test
  void a_subject_leads_to_its_page_for_who_may_open_it_and_for_nobody_else() {
    DESK.browserOf(auditor).open("/");
    UUID job = job("32.71");
    enter("job-taken", "job:" + job);
    Officer head = DESK.person(office, "Kepala Contoh", Role.HEAD);
    Officer elsewhere = DESK.person(office, "Kepala lain", new Region("33.74"), Role.HEAD);

    assertThat(log(auditor)).contains("href=\"/people/" + auditor.id(), "href=\"/jobs/" + job);
    assertThat(log(head))
        .contains("href=\"/jobs/" + job)
        .as("a head may not read people")
        .doesNotContain("/people/");
    assertThat(log(elsewhere))
        .contains("Tugas " + job.toString().substring(28))
        .as("the job is of another place")
        .doesNotContain("/jobs/");
  }

  @Test
  void what_is_not_there_any_more_or_never_was_is_named_without_a_way() {
    UUID none = UUID.randomUUID();
    enter("made-up", "job:" + none);
    enter("made-up", "policy:no-such-policy");
    enter("made-up", "report:no-id");
    enter("made-up", "unheard-of:7");

    assertThat(log(auditor))
        .contains("Tugas " + none.toString().substring(28), "unheard-of:7")
        .doesNotContain("/jobs/" + none, "/policies/no-such-policy", "/transparency/no-id");
  }

  private static String log(Officer reader) {
    return DESK.browserOf(reader).open("/audit").body();
  }

  private UUID job(String region) {
    Officer officer = DESK.person(office, "Rina Contoh", Role.REVIEWER);
    DESK.browserOf(officer)
        .post("/bring/text", "text", "Main di CONTOH88 slot gacor maxwin, daftar", "author", "a");
    return DESK.bean(InOffice.class)
        .write(
            office.id(),
            jdbc ->
                jdbc.sql("UPDATE jobs SET region = :region RETURNING id")
                    .param("region", region)
                    .query(UUID.class)
                    .single());
  }

  @Test
  void one_word_says_another_thing_of_a_letter_than_of_an_account() {
    enter("watch-entered", "account:" + UUID.randomUUID(), "{\"way\":\"by-hand\"}");
    enter("watch-moved", "account:" + UUID.randomUUID(), "{\"to\":\"gone\"}");
    enter("letter-queued", "letter:1/2026", "{\"way\":\"by-hand\"}");
    enter("referral-refused", "case:2026-000001", "{\"to\":\"police\"}");

    assertThat(text(log(auditor)))
        .contains("Cara: dimasukkan petugas", "Kepada: hilang")
        .contains("Cara: diserahkan langsung", "Kepada: Kepolisian");
  }

  @Test
  void every_way_that_the_log_of_a_week_shows_leads_to_a_page() {
    for (String who : List.of("sari", "umar")) {
      Officer officer =
          DESK.bean(Offices.class).officerByEmail(who + "@contoh.invalid").orElseThrow();
      Browser browser = DESK.browserOf(officer);
      List<String> ways =
          SUBJECT
              .matcher(browser.open("/audit").body())
              .results()
              .map(found -> found.group(1))
              .distinct()
              .toList();

      assertThat(ways).as(who).hasSizeGreaterThan(2);
      assertThat(ways).allSatisfy(way -> assertThat(browser.get(way).status()).isEqualTo(200));
    }
  }

  @Test
  void every_fact_and_subject_of_the_week_has_words_in_both_languages() {
    MessageSource messages = DESK.bean(MessageSource.class);
    var asked = new TreeSet<String>();
    DESK.bean(AuditLog.class)
        .walk(
            SamplePeople.OFFICE.id(),
            link -> {
              asked.add("audit.of." + link.subject().split(":")[0]);
              KEY.matcher(link.body())
                  .results()
                  .map((MatchResult found) -> "fact." + found.group(1))
                  .filter(
                      key ->
                          !link.act().startsWith("retention") && !link.act().startsWith("records"))
                  .forEach(asked::add);
            });

    assertThat(asked).hasSizeGreaterThan(9);
    assertThat(
            asked.stream()
                .filter(
                    key ->
                        Stream.of("id", "en")
                            .anyMatch(
                                language ->
                                    ""
                                        .equals(
                                            messages.getMessage(
                                                key, null, "", Locale.of(language))))))
        .isEmpty();
  }

  private void enter(String act, String subject) {
    enter(act, subject, "{}");
  }

  private void enter(String act, String subject, String body) {
    DESK.bean(InOffice.class)
        .run(
            office.id(),
            jdbc ->
                DESK.bean(AuditLog.class)
                    .add(
                        office.id(),
                        new Link.Entry(DESK.now(), auditor.signature(), act, subject, body)));
  }

  private static String text(String body) {
    return body.replaceAll("(?s)<head>.*?</head>", "")
        .replaceAll("<[^>]+>", "")
        .replaceAll("\\s+", " ");
  }
}

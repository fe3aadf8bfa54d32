package ronda.server.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.MessageSource;
import ronda.casework.chain.AuditLog;
import ronda.casework.chain.Link;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.sources.files.Why;
import ronda.store.login.Tokens;
import ronda.store.sql.InOffice;

/** Why a line could not be read: on the page in the reader's language, to programs in English. */
class RejectedLinesTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final String LINES =
      """
      {"text":"Jalan sudah diperbaiki"}
      [1,2]
      {"text":7}
      {"author":"budi"}
      {"text":"a","postedAt":"kemarin"}
      {"text":"a","links":["x",true]}
      """;

  private final Office office = DESK.office("Dinas yang barisnya rusak");
  private final Browser browser =
      DESK.browserOf(DESK.person(office, "Ani Contoh", Role.CASE_OFFICER));

  private String sent(byte[] file) {
    browser.open("/bring");
    return browser
        .postFile("/bring/file", Map.of(), "baris.jsonl", "application/octet-stream", file)
        .header("location");
  }

  @Test
  void an_indonesian_page_and_its_download_say_it_in_indonesian() {
    String batch = sent(LINES.getBytes(UTF_8));
    List<String> told =
        List.of(
            "bukan objek JSON, melainkan larik",
            "text harus berupa teks dalam tanda kutip, bukan angka",
            "tidak ada teks: bidang",
            "postedAt bukan waktu RFC 3339 seperti 2026-11-22T07:30:00+07:00: kemarin",
            "setiap isi links harus berupa teks dalam tanda kutip, bukan true atau false");

    String csv = new String(browser.takeOut(batch + "/rejects.csv"), UTF_8);

    assertThat(browser.get(batch).body()).contains(told).doesNotContain("must be", "missing");
    assertThat(csv).startsWith("\"Baris\",\"Sebab\",\"Isi baris\"\r\n").contains(told);
  }

  @Test
  void an_english_page_says_it_as_the_command_line_does() {
    String batch = sent(LINES.getBytes(UTF_8));
    browser.post("/preferences", "language", "en");

    assertThat(browser.get(batch).body())
        .contains("not a JSON object, but an array", "text must be a string, was a number");
    assertThat(new String(browser.takeOut(batch + "/rejects.csv"), UTF_8))
        .contains("each of links must be a string, was true or false");
  }

  @Test
  void a_line_that_is_no_utf_8_is_told_with_its_byte() {
    byte[] line = "{\"text\":\"x\"}".getBytes(UTF_8);
    line[9] = (byte) 0xff;

    assertThat(browser.get(sent(line)).body()).contains("bukan UTF-8: byte 0xff pada letak 9");
  }

  @Test
  void a_program_reads_english_whatever_language_it_asks_for() throws Exception {
    assertThat(answer("[1]\n".getBytes(UTF_8)))
        .contains("{\"line\":1,\"error\":\"not a JSON object, but an array\"}");
  }

  /** What a program is answered that asks for Indonesian. */
  private String answer(byte[] lines) throws Exception {
    String token =
        DESK.bean(Tokens.class).make(office.id(), "p", Role.CASE_OFFICER, DESK.now()).text();
    HttpRequest request =
        HttpRequest.newBuilder(DESK.base().resolve("/api/v1/posts"))
            .headers("Authorization", "Bearer " + token, "Content-Type", "application/x-ndjson")
            .header("Accept-Language", "id")
            .POST(HttpRequest.BodyPublishers.ofByteArray(lines))
            .build();
    try (HttpClient program = HttpClient.newHttpClient()) {
      return program.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
  }

  @Test
  void a_colleague_sees_how_many_lines_were_refused_and_none_of_them() {
    String batch = sent("{\"text\":7,\"author\":\"Melati Rahasia\"}\n".getBytes(UTF_8));

    for (Role role : List.of(Role.CASE_OFFICER, Role.REVIEWER, Role.ADMINISTRATOR)) {
      Browser colleague = DESK.browserOf(DESK.person(office, "Budi Contoh", role));
      assertThat(colleague.get(batch).body())
          .contains("Baris yang ditolak hanya terlihat oleh yang mengirimnya")
          .doesNotContain("Melati Rahasia", "rejects.csv");
      Browser.Page lines = colleague.get(batch + "/rejects.csv");
      assertThat(lines.status()).as(role.code()).isEqualTo(404);
      assertThat(lines.body()).doesNotContain("Melati Rahasia");
      Browser.Page taken = colleague.post(batch + "/rejects.csv");
      assertThat(taken.status()).as(role.code()).isEqualTo(404);
      assertThat(taken.body()).doesNotContain("Melati Rahasia");
    }
    assertThat(browser.get(batch).body()).contains("Melati Rahasia");
    assertThat(looks(batch)).as("one's own lines are nobody's business").isEmpty();
  }

  @Test
  void of_more_lines_than_are_kept_page_download_and_answer_say_how_many_there_were()
      throws Exception {
    byte[] lines = "[1]\n".repeat(10_007).getBytes(UTF_8);

    String batch = sent(lines);
    assertThat(browser.get(batch).body())
        .contains("10.000 baris yang pertama dari 10.007", "50 yang pertama dari 10.000");
    String csv = new String(browser.takeOut(batch + "/rejects.csv"), UTF_8);
    assertThat(csv.lines().toList()).hasSize(10_002);
    assertThat(csv.lines().toList().getLast()).contains("10.000 baris yang pertama dari 10.007");
    assertThat(answer(lines))
        .contains("\"rejectedInAll\":10007", "\"line\":1000,")
        .doesNotContain(":1001,");

    browser.post("/preferences", "language", "en");
    assertThat(browser.get(batch).body()).contains("first 10,000 of 10,007 lines");
  }

  @Test
  void long_lines_are_kept_up_to_a_bound_in_letters() {
    String batch = sent(("[" + "1,".repeat(40_000) + "1]\n").repeat(600).getBytes(UTF_8));

    assertThat(browser.get(batch).body()).contains("baris yang pertama dari 600");
    assertThat(browser.takeOut(batch + "/rejects.csv").length).isBetween(30 << 20, 34 << 20);
  }

  @Test
  void a_few_lines_are_all_there_and_nothing_is_said_of_more() {
    String batch = sent(LINES.getBytes(UTF_8));

    assertThat(browser.get(batch).body()).doesNotContain("yang pertama dari");
    assertThat(new String(browser.takeOut(batch + "/rejects.csv"), UTF_8))
        .doesNotContain("yang pertama dari");
  }

  @Test
  void an_auditor_takes_out_anothers_lines_and_the_audit_log_says_so() {
    String batch = sent("{\"text\":7,\"author\":\"Melati Rahasia\"}\n".getBytes(UTF_8));
    Officer umar = DESK.person(office, "Umar Contoh", Role.AUDITOR);
    Browser auditor = DESK.browserOf(umar);

    assertThat(auditor.get(batch).body())
        .contains("dicatat dalam catatan audit")
        .doesNotContain("Melati Rahasia");
    Browser.Page address = auditor.get(batch + "/rejects.csv");
    assertThat(address.body())
        .contains("membuka alamatnya saja tidak mengambil apa pun", "Ambil berkas</button>")
        .doesNotContain("Melati Rahasia");
    assertThat(looks(batch)).as("whoever only follows a link takes nothing out").isEmpty();
    assertThat(new String(auditor.takeOut(batch + "/rejects.csv"), UTF_8))
        .contains("Melati Rahasia");
    assertThat(looks(batch)).containsExactly(umar.signature());
  }

  @Test
  void what_a_program_sent_is_for_whoever_looks_after_the_offices_programs() throws Exception {
    String token =
        DESK.bean(Tokens.class).make(office.id(), "p", Role.CASE_OFFICER, DESK.now()).text();
    HttpRequest request =
        HttpRequest.newBuilder(DESK.base().resolve("/api/v1/posts"))
            .headers("Authorization", "Bearer " + token, "Content-Type", "application/x-ndjson")
            .POST(HttpRequest.BodyPublishers.ofString("{\"text\":7,\"author\":\"Melati\"}\n"))
            .build();
    try (HttpClient program = HttpClient.newHttpClient()) {
      assertThat(program.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(200);
    }
    Browser keeper = DESK.browserOf(DESK.person(office, "Tari Contoh", Role.ADMINISTRATOR));
    Matcher link =
        Pattern.compile("href=\"(/batches/[0-9a-f-]+)\"").matcher(keeper.open("/batches").body());
    assertThat(link.find()).isTrue();
    String batch = link.group(1);

    assertThat(new String(keeper.takeOut(batch + "/rejects.csv"), UTF_8)).contains("Melati");
    assertThat(looks(batch)).hasSize(1);
    assertThat(browser.get(batch).status()).isEqualTo(200);
    assertThat(browser.post(batch + "/rejects.csv").status()).isEqualTo(404);
  }

  /** Who is entered to have taken out the lines of this batch. */
  private List<String> looks(String batch) {
    String subject = "batch:" + batch.substring(batch.lastIndexOf('/') + 1);
    return DESK
        .bean(AuditLog.class)
        .page(office.id(), AuditLog.Filter.ALL, Long.MAX_VALUE, 100)
        .stream()
        .filter(link -> link.act().equals("rejects-read") && link.subject().equals(subject))
        .map(Link::actor)
        .toList();
  }

  /** Rows of the version before hold a sentence, and are shown as they are. */
  @Test
  void a_reason_that_stands_as_a_sentence_is_still_shown() {
    String batch = sent(LINES.getBytes(UTF_8));
    UUID id = UUID.fromString(batch.substring(batch.lastIndexOf('/') + 1));
    DESK.bean(InOffice.class)
        .run(
            office.id(),
            jdbc ->
                jdbc.sql("UPDATE rejects SET error = 'not CSV: long ago' WHERE batch = ?")
                    .param(id)
                    .update());

    assertThat(browser.get(batch).body()).contains("not CSV: long ago");
  }

  @ParameterizedTest
  @EnumSource(Why.Kind.class)
  void every_reason_has_words_in_both_languages_and_comes_back_from_the_table(Why.Kind kind) {
    String word = kind.namesValue() ? "array" : "x";
    Why why = new Why(kind, Collections.nCopies(2, word), List.of(1_234L, 5L));
    MessageSource words = DESK.bean(MessageSource.class);

    assertThat(StoredWhy.read(StoredWhy.write(why))).isEqualTo(why);
    for (String language : List.of("id", "en")) {
      assertThat(words.getMessage("reject." + kind.code(), null, Locale.of(language))).isNotBlank();
    }
  }
}

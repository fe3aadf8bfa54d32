package ronda.server.objection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import ronda.casework.cases.CaseFile;
import ronda.casework.cases.CaseFile.Status;
import ronda.casework.objection.Objection;
import ronda.casework.objection.PublicCode;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Role;
import ronda.casework.review.Standing;
import ronda.identify.post.Category;
import ronda.paper.print.LastingPdf;
import ronda.server.Browser;
import ronda.server.Browser.Page;
import ronda.server.MadeUpCases;
import ronda.server.OpenDesk;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlCases;
import ronda.store.sql.SqlJobs;
import ronda.store.sql.SqlObjections;

/** From the letter in somebody's hand to the answer that the person reads. */
class ObjectionPagesTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final Pattern CODE = Pattern.compile("<code>([2-9A-Y-]{9,})</code>");
  private static final String WORDS = "Itu bukan akun saya. Nomornya pun bukan nomor saya.";

  private final Office office = DESK.office("Dinas Kominfo Uji " + UUID.randomUUID());
  private final Officer ani = person("Ani Contoh", Role.CASE_OFFICER);
  // One job in twenty is drawn for two people: then Siti's word is the second.
  private final Officer siti = person("Siti Contoh", Role.REVIEWER);
  private final Officer hana = person("Hana Contoh", Role.HEAD);
  private final String post = "Main di CONTOH88 pasti gacor, nomor " + UUID.randomUUID();
  private final CaseFile file = new MadeUpCases(DESK).confirmed(post, Category.GAMBLING, ani, siti);
  private final Browser outside = DESK.browser();

  private record Receipt(String number, String secret) {}

  @Test
  void a_person_without_login_objects_and_another_officer_upholds_it() {
    Receipt receipt = objected(code(), WORDS, "orang@contoh.invalid");
    assertThat(answer(receipt).body()).contains("sedang diperiksa");

    Browser head = signedIn(hana);
    String id = idOf(head, receipt);
    assertThat(head.get("/objections/" + id).body()).contains(WORDS, post);
    head.post("/objections/" + id + "/decide", "decision", "uphold", "reason", "Akun dibajak");

    assertThat(answer(receipt).body()).contains("dikabulkan", "Akun dibajak");
    assertThat(latest().status()).isEqualTo(Status.WITHDRAWN);
    assertThat(
            tables().read(office.id(), jdbc -> new SqlJobs(jdbc).ofCase(file.id())).stream()
                .map(job -> job.standing()))
        .containsExactly(Standing.DISMISSED);
  }

  @Test
  void the_answer_can_be_read_in_the_other_language() {
    Receipt receipt = objected(code(), WORDS, "");
    String page = answer(receipt).body();
    assertThat(page).contains("sedang diperiksa", "name=\"language\" value=\"en\"");
    String[] fields = {
      "language",
      "en",
      "next",
      "/objection/answer",
      "again",
      "true",
      "number",
      receipt.number(),
      "secret",
      receipt.secret()
    };

    Browser.Page sent = outside.post("/preferences", fields);

    assertThat(sent.status()).as("the browser sends the same fields on").isEqualTo(307);
    assertThat(sent.header("location")).endsWith("/objection/answer");
    assertThat(outside.post("/objection/answer", fields).body())
        .contains("Your objection", "lang=\"en\"")
        .doesNotContain("sedang diperiksa");
    assertThat(outside.post("/preferences", "language", "id", "next", "/objection").status())
        .isEqualTo(302);
  }

  @Test
  void a_list_that_does_not_show_all_says_so() {
    objected(code(), WORDS, "");
    tables()
        .run(
            office.id(),
            jdbc ->
                jdbc.sql(
                        """
                        INSERT INTO objections (id, office_id, receipt, case_id, at, due, words)
                        SELECT uuidv7(), office_id, receipt || n, case_id, at, due, words
                        FROM objections, generate_series(1, 204) AS n WHERE office_id = ?
                        """)
                    .param(office.id())
                    .update());

    assertThat(signedIn(hana).get("/objections").body())
        .contains("Hanya 200 yang tenggatnya paling dekat, dari 205.");
  }

  @Test
  void three_objections_to_one_case_get_one_answer() {
    Receipt first = objected(code(), WORDS, "");
    Receipt second = objected(code(), "Nomor itu sudah saya jual.", "");
    Browser head = signedIn(hana);
    String id = idOf(head, first);
    assertThat(head.get("/objections/" + id).body()).contains(second.number());

    head.post("/objections/" + id + "/decide", "decision", "uphold", "reason", "Akun dibajak");

    assertThat(answer(second).body()).contains("Keberatan Anda dikabulkan", "Akun dibajak");
    assertThat(head.open("/objections").body()).contains("Tidak ada keberatan yang menunggu");
    Receipt late = objected(code(), "Mohon dijelaskan.", "");
    String lateId = idOf(head, late);
    assertThat(head.get("/objections/" + lateId).body()).contains("name=\"decision\"");
    head.post("/objections/" + lateId + "/decide", "decision", "uphold", "reason", "Sudah ditarik");
    assertThat(answer(late).body()).contains("Keberatan Anda dikabulkan");
  }

  @Test
  void who_did_not_agree_to_the_worst_is_not_shown_an_objection_to_it() {
    Receipt receipt = objected(code(), WORDS, "");
    String id = idOf(signedIn(hana), receipt);
    tables()
        .run(
            office.id(),
            jdbc ->
                jdbc.sql(
                        "UPDATE jobs SET suspected = array_append(suspected, 'PORNOGRAPHY') WHERE excerpt = :p")
                    .param("p", post)
                    .update());

    Browser head = signedIn(hana);
    assertThat(head.get("/objections").body()).doesNotContain(id);
    assertThat(head.get("/objections/" + id).status()).isEqualTo(404);
    assertThat(
            head.post(
                    "/objections/" + id + "/decide",
                    "decision",
                    "dismiss",
                    "reason",
                    "tak terlihat")
                .status())
        .isEqualTo(404);
  }

  @Test
  void the_answer_shows_nothing_of_the_case() {
    Receipt receipt = objected(code(), WORDS, "");
    Browser head = signedIn(hana);
    head.post(
        "/objections/" + idOf(head, receipt) + "/decide", "decision", "dismiss", "reason", "Tetap");
    String page = answer(receipt).body();
    assertThat(page)
        .contains("tidak dikabulkan", "Tetap")
        .doesNotContain(post, file.number(), "Judi", "Hana");
  }

  @Test
  void what_was_typed_comes_back_with_what_was_wrong_tied_to_its_field() {
    String form = outside.post("/objection", "code", "AAAA", "words", WORDS).body();
    assertThat(form)
        .contains("id=\"wrong\"", ">" + WORDS + "</textarea>")
        .containsPattern("<input id=\"code\"[^>]*aria-invalid=\"true\"[^>]*=\"wrong code-what\"");

    assertThat(outside.open("/objection/answer").body()).doesNotContain("aria-invalid");
    assertThat(outside.post("/objection/answer", "number", "AAAA", "secret", "BBBB").body())
        .containsPattern("<input id=\"number\"[^>]*value=\"AAAA\"[^>]*aria-describedby=\"wrong\"");
  }

  @Test
  void the_answer_can_be_kept_as_a_letter() {
    Receipt receipt = objected(code(), WORDS, "");
    Browser head = signedIn(hana);
    head.post(
        "/objections/" + idOf(head, receipt) + "/decide", "decision", "uphold", "reason", "Benar");
    Page letter =
        outside.postForBytes(
            "/objection/answer.pdf", "number", receipt.number(), "secret", receipt.secret());
    assertThat(letter.status()).isEqualTo(200);
    assertThat(letter.header("content-type")).isEqualTo("application/pdf");
    LastingPdf.assertLasting(letter.body().getBytes(StandardCharsets.ISO_8859_1));
    Page guessed =
        outside.post("/objection/answer.pdf", "number", receipt.number(), "secret", stranger(16));
    assertThat(guessed.status()).isEqualTo(404);
  }

  @Test
  void whoever_judged_the_case_cannot_decide() {
    Receipt receipt = objected(code(), WORDS, "");
    Browser reviewer = signedIn(ani);
    String id = idOf(reviewer, receipt);
    assertThat(reviewer.get("/objections/" + id).body())
        .contains("Orang lain yang memutuskan")
        .doesNotContain("name=\"decision\"");
    reviewer.post("/objections/" + id + "/decide", "decision", "dismiss", "reason", "saya benar");
    assertThat(answer(receipt).body()).contains("sedang diperiksa");
  }

  @Test
  void a_code_of_no_case_gets_the_same_answer_until_its_time_is_over() {
    String pageOfAReal = page(raised("code", code(), "words", WORDS));
    Page made = raised("code", stranger(12), "words", WORDS);
    assertThat(page(made)).isEqualTo(pageOfAReal);
    Receipt receipt = receipt(made);
    assertThat(answer(receipt).body()).contains("sedang diperiksa");
    DESK.pass(Duration.ofDays(15));
    assertThat(answer(receipt).body()).contains("tidak menemukan kasus");
  }

  @Test
  void a_slip_in_the_code_is_told_at_once_and_nothing_typed_is_lost() {
    Page page = outside.post("/objection", "code", "ABCD-2345-WXYA", "words", WORDS);
    assertThat(page.status()).isEqualTo(400);
    assertThat(page.body()).contains("Kodenya belum benar", WORDS, "ABCD-2345-WXYA");
  }

  @Test
  void a_receipt_stands_reloading_and_switching_in_its_own_browser_until_it_is_noted() {
    Receipt receipt = objected(code(), WORDS, "");
    Page again = outside.get("/objection/received");
    assertThat(receipt(again)).isEqualTo(receipt);
    assertThat(again.body()).contains("name=\"next\" value=\"/objection/received\"");

    Page switched = outside.post("/preferences", "language", "en", "next", "/objection/received");
    Page english = outside.open(switched.header("location"));
    assertThat(receipt(english)).isEqualTo(receipt);
    assertThat(english.body()).contains("lang=\"en\"");
    List<Objection> kept =
        tables().read(office.id(), jdbc -> new SqlObjections(jdbc).ofCase(file.id()));
    assertThat(kept).as("reloading sends nothing again").hasSize(1);
    assertThat(outside.cookies()).noneMatch(cookie -> cookie.contains(receipt.secret()));
    assertThat(DESK.browser().get("/objection/received").header("location"))
        .as("another browser")
        .endsWith("/objection/answer");

    outside.post("/objection/received");
    assertThat(outside.get("/objection/received").status()).as("it was noted").isEqualTo(302);
  }

  @Test
  void a_history_names_the_person_concerned_in_the_readers_language() {
    objected(code(), WORDS, "");
    Browser head = signedIn(hana);
    assertThat(head.open("/cases/" + file.number()).body()).contains(">yang bersangkutan<");

    head.post("/preferences", "language", "en", "next", "/");

    assertThat(head.open("/cases/" + file.number()).body())
        .contains(">the person concerned<", "1 post, 1 account")
        .doesNotContain("yang bersangkutan");
    assertThat(head.open("/audit").body()).contains(">the person concerned<");
  }

  @Test
  void a_receipt_is_shown_for_half_an_hour() {
    objected(code(), WORDS, "");
    DESK.pass(Duration.ofMinutes(31));
    assertThat(outside.get("/objection/received").status()).isEqualTo(302);
  }

  @Test
  void what_answers_a_form_has_no_switch_that_would_throw_it_away() {
    assertThat(outside.get("/objection").body()).contains("action=\"/preferences\"");
    assertThat(outside.post("/objection", "code", "AAAA", "words", WORDS).body())
        .contains(WORDS)
        .doesNotContain("action=\"/preferences\"");
  }

  @Test
  void the_switches_of_a_page_that_is_not_there_stay_at_its_address() {
    assertThat(outside.get("/tidak-ada?a=1").body())
        .contains("Halaman ini tidak ada", "name=\"next\" value=\"/tidak-ada?a=1\"");
  }

  @Test
  void a_wrong_word_opens_no_answer() {
    Receipt receipt = objected(code(), WORDS, "");
    Page page = answer(new Receipt(receipt.number(), stranger(16)));
    assertThat(page.status()).isEqualTo(400);
    assertThat(page.body()).contains("tidak cocok").doesNotContain("sedang diperiksa");
  }

  @Test
  void how_to_reach_the_person_is_sealed_shown_on_request_and_forgotten() {
    String contact = "0812-contoh-" + UUID.randomUUID();
    Receipt receipt = objected(code(), WORDS, contact);
    Browser head = signedIn(hana);
    String id = idOf(head, receipt);
    assertThat(head.get("/objections/" + id).body()).doesNotContain(contact);
    assertThat(sealed()).noneMatch(bytes -> text(bytes).contains(contact));
    assertThat(head.post("/objections/" + id + "/contact").body()).contains(contact);
    assertThat(head.open("/audit").body()).contains("Melihat cara menghubungi");

    head.post("/objections/" + id + "/decide", "decision", "dismiss", "reason", "Tetap");
    DESK.pass(Duration.ofDays(31));
    DESK.bean(Hearing.class).forget();
    assertThat(sealed()).isEmpty();
  }

  @Test
  void one_that_is_late_is_marked_and_stands_first_on_the_start_page() {
    Receipt receipt = objected(code(), WORDS, "");
    DESK.pass(Duration.ofDays(15));
    Browser head = signedIn(hana);
    assertThat(head.open("/objections").body()).contains("lewat waktu");
    assertThat(head.open("/").body()).contains("keberatan lewat waktu");
    assertThat(answer(receipt).body()).contains("Kami terlambat");
  }

  @Test
  void too_many_objections_from_one_place_have_to_wait() {
    Page last = outside.get("/objection");
    for (int i = 0; i < 60 && last.status() != 429; i++) {
      last = outside.post("/objection", "code", stranger(12), "words", WORDS);
    }
    assertThat(last.status()).isEqualTo(429);
    DESK.pass(Duration.ofDays(2));
  }

  @Test
  void another_offices_people_find_nothing_of_it() {
    Receipt receipt = objected(code(), WORDS, "");
    String id = idOf(signedIn(hana), receipt);
    Officer far = DESK.person(DESK.office("Dinas Jauh " + UUID.randomUUID()), "Jauh", Role.HEAD);
    Browser stranger = signedIn(far);
    assertThat(stranger.get("/objections/" + id).status()).isEqualTo(404);
    assertThat(stranger.get("/objections").body()).doesNotContain(receipt.number());
    assertThat(
            stranger
                .post("/objections/" + id + "/decide", "decision", "uphold", "reason", "x")
                .status())
        .isEqualTo(404);
  }

  private Officer person(String name, Role role) {
    return DESK.person(office, name, role);
  }

  private static Browser signedIn(Officer officer) {
    Browser browser = DESK.browserOf(officer);
    browser.open("/");
    return browser;
  }

  private static InOffice tables() {
    return DESK.bean(InOffice.class);
  }

  private String code() {
    return tables()
        .write(office.id(), jdbc -> DESK.bean(CaseCodes.class).of(office.id(), file.id(), jdbc))
        .shown();
  }

  private static String stranger(int length) {
    return PublicCode.random(length, new Random()).shown();
  }

  private Receipt objected(String code, String words, String contact) {
    return receipt(raised("code", code, "words", words, "contact", contact));
  }

  /** The page to which an objection leads. */
  private Page raised(String... fields) {
    Page sent = outside.post("/objection", fields);
    assertThat(sent.status()).as(sent.body()).isEqualTo(302);
    assertThat(sent.header("location")).endsWith("/objection/received");
    return outside.open("/objection/received");
  }

  private static Receipt receipt(Page page) {
    assertThat(page.status()).as(page.body()).isEqualTo(200);
    Matcher codes = CODE.matcher(page.body());
    List<String> both = codes.results().map(found -> found.group(1)).toList();
    assertThat(both).hasSize(2);
    return new Receipt(both.get(0), both.get(1));
  }

  /** A page without what differs by chance. */
  private static String page(Page page) {
    return CODE.matcher(page.body())
        .replaceAll("<code>…</code>")
        .replaceAll("value=\"[^\"]*\"", "value=\"…\"");
  }

  private Page answer(Receipt receipt) {
    return outside.post(
        "/objection/answer", "number", receipt.number(), "secret", receipt.secret());
  }

  private static String idOf(Browser browser, Receipt receipt) {
    Matcher link =
        Pattern.compile("/objections/([0-9a-f-]{36})\">" + receipt.number() + "<")
            .matcher(browser.open("/objections").body());
    assertThat(link.find()).isTrue();
    return link.group(1);
  }

  private CaseFile latest() {
    return tables().read(office.id(), jdbc -> new SqlCases(jdbc).find(file.number())).orElseThrow();
  }

  private List<byte[]> sealed() {
    return tables().read(office.id(), ObjectionPagesTest::sealedIn);
  }

  private static List<byte[]> sealedIn(JdbcClient jdbc) {
    return jdbc.sql(
            "SELECT sealed FROM objection_contacts WHERE office_id ="
                + " current_setting('ronda.office')::uuid")
        .query((row, number) -> row.getBytes(1))
        .list();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}

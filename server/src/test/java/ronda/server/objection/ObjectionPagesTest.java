package ronda.server.objection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ronda.casework.cases.CaseFile.Status;
import ronda.casework.office.Officer;
import ronda.casework.office.Role;
import ronda.casework.review.Standing;
import ronda.paper.print.LastingPdf;
import ronda.server.Browser;
import ronda.server.Browser.Page;
import ronda.store.sql.SqlJobs;

/** From the letter in somebody's hand to the answer that the person reads. */
class ObjectionPagesTest extends Objecting {
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
  void how_to_reach_the_person_is_sealed_shown_on_request_and_forgotten() {
    String contact = "0812-contoh-" + UUID.randomUUID();
    Receipt receipt = objected(code(), WORDS, contact);
    Browser head = signedIn(hana);
    String id = idOf(head, receipt);
    assertThat(head.get("/objections/" + id).body()).doesNotContain(contact);
    assertThat(sealed()).isNotEmpty().noneMatch(bytes -> text(bytes).contains(contact));
    assertThat(head.post("/objections/" + id + "/contact").body()).contains(contact);
    assertThat(head.open("/audit").body()).contains("Melihat cara menghubungi");

    head.post("/objections/" + id + "/decide", "decision", "dismiss", "reason", "Tetap");
    DESK.pass(Duration.ofDays(31));
    DESK.bean(Hearing.class).forget();
    assertThat(sealed()).isEmpty();
  }

  @Test
  void how_to_reach_the_person_is_shown_to_whoever_decides_and_to_nobody_else() {
    assertThat(outside.get("/objection").body()).contains("30 hari setelah keberatan diputuskan");
    String contact = "0812-contoh-" + UUID.randomUUID();
    Receipt receipt = objected(code(), WORDS, contact);
    Browser head = signedIn(hana);
    String id = idOf(head, receipt);
    String way = "/objections/" + id + "/contact";

    Browser judge = signedIn(ani);
    assertThat(judge.open("/objections/" + id).body()).doesNotContain(way);
    assertThat(judge.post(way).body()).doesNotContain(contact);
    assertThat(head.open("/audit").body())
        .as("nothing was shown")
        .doesNotContain("Melihat cara menghubungi pengaju keberatan</");

    head.post("/objections/" + id + "/decide", "decision", "dismiss", "reason", "Tetap");
    Browser other = signedIn(person("Rina Contoh", Role.HEAD));
    assertThat(other.open("/objections/" + id).body()).doesNotContain(way);
    assertThat(other.post(way).body()).doesNotContain(contact);
    assertThat(head.post(way).body()).as("whoever decided may write back").contains(contact);
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
}

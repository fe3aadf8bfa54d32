package ronda.server.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;

/** Which cases are due for disposal, and what keeps them from it. */
class DueForDisposalTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final String LIST = "/office/disposal";
  private static final int OVER = 3_651;

  private PapersAtHand at = PapersAtHand.open(DESK);
  private Browser keeper = PapersAtHand.signedIn(DESK, at.keeper());
  private Browser head = at.of("Hadi Contoh", Role.HEAD);

  @BeforeEach
  void it_has_rested_long_enough() {
    at.rests(OVER);
  }

  @Test
  void a_case_that_rested_long_enough_is_listed_with_what_it_holds_and_loses_nothing_by_itself() {
    DESK.bean(HourlyRound.class).forgetOf(at.office().id(), DESK.now());

    assertThat(at.isWhole()).isTrue();
    assertThat(head.get(LIST).body())
        .contains(at.page(), "1 kasus", "data-label=\"Barang bukti\">1");
    assertThat(head.open("/").body()).contains(LIST, "kasus usul musnah");
    assertThat(keeper.get(at.page()).body()).contains(LIST, "Usulkan pemusnahan berkas");
    assertThat(at.of("Ari Contoh", Role.AUDITOR).get("/office/retention").body())
        .contains(LIST, "Berkas kasus: bukti, surat, balasan, keberatan");
  }

  @Test
  void before_its_time_it_is_not_and_its_page_says_until_when() {
    at.rests(-2);

    isKept("Berkasnya disimpan sampai");
    at.rests(2);
    assertThat(head.get(LIST).body()).contains(at.page());
  }

  @Test
  void a_withdrawn_case_is_due_as_well() {
    at.run("UPDATE cases SET status = 'WITHDRAWN'");

    assertThat(head.get(LIST).body()).contains(at.page());
  }

  /** It is not listed, its page says why, and nobody can propose it. */
  private void isKept(String sentence) {
    assertThat(head.get(LIST).body()).doesNotContain(at.page());
    assertThat(head.open("/").body()).doesNotContain("kasus usul musnah");
    assertThat(keeper.get(at.page()).body())
        .contains(sentence)
        .doesNotContain("Usulkan pemusnahan berkas");
    keeper.post(at.page() + "/disposal", "reason", "JRA habis", "basis", "UU 43/2009");
    assertThat(at.one("SELECT count(*) FROM disposals")).isEqualTo("0");
    assertThat(keeper.open(at.page()).body()).contains("Belum dapat diusulkan");
  }

  @Test
  void an_open_case_is_not_due() {
    keeper.post(at.page() + "/reopen", "reason", "muncul lagi");
    at.rests(OVER);

    isKept("disimpan selama kasus belum selesai");
  }

  @Test
  void a_case_under_legal_hold_is_not_due() {
    keeper.post(at.page() + "/hold", "reason", "diminta penyidik", "basis", "surat 1");

    isKept("pemusnahan kasus atau tugasnya ditangguhkan");
  }

  @Test
  void a_case_of_which_a_job_is_under_legal_hold_is_not_due() {
    String job = at.one("SELECT id FROM jobs");
    keeper.post("/jobs/" + job + "/hold", "reason", "diminta penyidik", "basis", "surat 1");

    isKept("pemusnahan kasus atau tugasnya ditangguhkan");
  }

  @Test
  void a_case_whose_posts_are_all_forgotten_can_still_be_held() {
    at.run("UPDATE jobs SET forgotten_at = now()");

    keeper.post(at.page() + "/hold", "reason", "diminta penyidik", "basis", "surat 1");

    isKept("pemusnahan kasus atau tugasnya ditangguhkan");
  }

  @Test
  void a_case_with_an_open_objection_is_not_due() {
    at.run(
        """
        INSERT INTO objections (id, receipt, case_id, at, due, words)
        SELECT uuidv7(), left(id::text, 36), id, last_step, last_step, 'Bukan saya' FROM cases
        """);

    isKept("ada keberatan yang belum diputus");
  }

  @Test
  void a_case_with_a_referral_that_waits_for_its_answer_is_not_due() {
    referral("WAITING");

    isKept("ada rujukan yang menunggu jawaban");
  }

  @Test
  void a_case_with_a_reply_of_which_nobody_said_what_came_of_it_is_not_due() {
    referral("REPLIED");

    isKept("ada balasan yang hasilnya belum ditulis");
  }

  @Test
  void a_case_with_a_letter_in_the_outbox_is_not_due() {
    referral("CONCLUDED");
    assertThat(head.get(LIST).body()).contains(at.page());
    at.run(
        """
        INSERT INTO outbox (id, referral_id, letter_id, way, address, message_id, sender, content,
          state, attempts, due, words)
        SELECT uuidv7(), referral_id, id, 'MAIL', 'a@contoh.invalid', id::text, '', 'x', 'REFUSED',
          1, written_at, '' FROM letters
        """);

    isKept("ada surat yang belum keluar");
  }

  @Test
  void a_case_with_a_letter_that_nobody_sent_is_not_due() {
    referral("WRITTEN");

    isKept("ada surat yang belum keluar");
  }

  private void referral(String state) {
    at.run(
        """
        WITH there AS (INSERT INTO addressees (id, kind, name, postal, email, key, endpoint, target)
            VALUES (uuidv7(), 'ministry', 'Direktorat Contoh', '', '', '', '', '24h') RETURNING id),
          written AS (INSERT INTO referrals (id, case_number, category, kind, addressee_id, addressee,
            letter, written_at, written_by, target, state)
            SELECT uuidv7(), c.number, 'gambling', 'ministry', there.id, 'Direktorat Contoh', 'B-1',
              c.last_step, 'Kirana', '24h', '%s' FROM cases c, there RETURNING id, written_at)
        INSERT INTO letters (id, referral_id, kind, number, written_at, subject, typed, json, pdf)
        SELECT uuidv7(), id, 'REFERRAL', 'B-1', written_at, 'Rujukan', '{}', '{}', 'pdf' FROM written
        """
            .formatted(state));
  }

  @Test
  void many_cases_are_read_page_by_page_the_one_that_rested_longest_first() {
    at.run(
        """
        WITH more AS (INSERT INTO cases (id, number, region, status, last_step)
          SELECT uuidv7(), 'uji-' || lpad(n::text, 3, '0'), '', 'CLOSED',
            last_step - make_interval(days => n) FROM cases, generate_series(1, 54) n
          RETURNING id, last_step)
        INSERT INTO evidence_captures (id, case_id, url, why, asked_by, asker, asked_at, state)
        SELECT uuidv7(), more.id, 'https://contoh.invalid', 'a', o.id, 'a', last_step, 'FAILED'
        FROM more, (SELECT id FROM officers WHERE name = 'Kirana Contoh' LIMIT 1) o
        """);

    Browser.Page first = head.get(LIST);
    String next =
        "/office/disposal?" + found("href=\"/office/disposal\\?([^\"]+)\"", first).getFirst();
    Browser.Page second = head.get(next.replace("&amp;", "&"));

    List<String> numbers = new ArrayList<>(found(">(uji-\\d+|\\d{4}-\\d{6})</a></td>", first));
    assertThat(numbers).hasSize(50).startsWith("uji-054", "uji-053");
    numbers.addAll(found(">(uji-\\d+|\\d{4}-\\d{6})</a></td>", second));
    assertThat(numbers).hasSize(55).doesNotHaveDuplicates().endsWith("uji-001", at.number());
    assertThat(second.body()).contains("55 kasus", "Dari awal").doesNotContain("Kasus berikutnya");
    assertThat(head.get(LIST + "?since=besok&after=x").body()).as("no place").contains("uji-054");
  }

  private static List<String> found(String pattern, Browser.Page page) {
    return Pattern.compile(pattern)
        .matcher(page.body())
        .results()
        .map(one -> one.group(1))
        .toList();
  }
}

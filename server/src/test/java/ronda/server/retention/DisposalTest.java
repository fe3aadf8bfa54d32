package ronda.server.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import ronda.casework.office.Role;
import ronda.casework.retention.LegalHold;
import ronda.proof.bundle.Archives;
import ronda.proof.bundle.Verdict;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlLegalHolds;

/** Who destroys the papers of a case that is due, and who does not. */
class DisposalTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final String LIST = "/office/disposal";
  private static final int OVER = 3_651;

  private PapersAtHand at = PapersAtHand.open(DESK);
  private Browser keeper = PapersAtHand.signedIn(DESK, at.keeper());
  private Browser head = at.of("Hadi Contoh", Role.HEAD);

  @TempDir private Path folder;

  @BeforeEach
  void it_has_rested_long_enough() {
    at.rests(OVER);
  }

  private String proposed() {
    keeper.post(at.page() + "/disposal", "reason", "JRA habis", "basis", "UU 43/2009");
    return LIST
        + "/"
        + at.one("SELECT id FROM disposals ORDER BY proposed_at DESC, id DESC LIMIT 1");
  }

  private Browser.Page agreed(Browser browser, String proposal) {
    browser.post(proposal + "/agree", "reason", "sudah dinilai");
    return browser.open(proposal);
  }

  @Test
  void one_proposes_and_another_agrees_and_only_then_is_anything_destroyed() {
    String proposal = proposed();
    assertThat(at.isWhole()).isTrue();
    assertThat(head.open("/").body()).contains("menunggu keputusan Anda");

    assertThat(agreed(head, proposal).body()).contains("Berita acara pemusnahan", "sudah dinilai");

    assertThat(at.isWhole()).isFalse();
    assertThat(head.get(LIST).body()).contains("atas keputusan Kirana Contoh dan Hadi Contoh");
    assertThat(keeper.get(at.page()).body())
        .contains("Berkas kasus dimusnahkan", "atas keputusan Kirana Contoh dan Hadi Contoh");
  }

  @Test
  void nobody_agrees_to_an_own_proposal_and_the_database_knows_none_such() {
    Browser custodian = at.of("Bima Contoh", Role.EVIDENCE_CUSTODIAN);
    custodian.post(at.page() + "/disposal", "reason", "JRA habis", "basis", "UU 43/2009");
    String proposal = LIST + "/" + at.one("SELECT id FROM disposals");

    assertThat(custodian.get(proposal).body()).contains("Usul sendiri").doesNotContain("/agree");
    assertThat(agreed(custodian, proposal).body()).contains("Usul sendiri diputus oleh orang lain");

    assertThat(at.isWhole()).isTrue();
    assertThatThrownBy(
            () ->
                at.run(
                    """
                    UPDATE disposals SET decided_by = proposed_by, decider = proposer,
                      decided_at = proposed_at, agreed = true, answer = 'sendiri'
                    """))
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void what_was_said_against_a_case_is_emptied_by_such_a_decision_and_no_other_way() {
    at.run(
        """
        INSERT INTO objections (id, receipt, case_id, at, due, words)
        SELECT uuidv7(), 'AAAA-BBBB', id, last_step, last_step, 'Bukan saya' FROM cases
        """);
    at.run(
        """
        INSERT INTO objection_decisions (objection_id, officer, decided_by, at, upheld, reason)
        SELECT id, (SELECT id FROM officers WHERE name = 'Hadi Contoh' LIMIT 1), 'Hadi', at, false,
          'Terbukti' FROM objections
        """);
    String proposal = proposed();
    String waiting = "words = '', disposal_id = (SELECT id FROM disposals)";
    for (String change : List.of("words = 'Saya'", "words = ''", waiting, "receipt = 'C'")) {
      assertThatThrownBy(() -> at.run("UPDATE objections SET " + change))
          .as(change)
          .isInstanceOf(DataAccessException.class);
    }
    assertThatThrownBy(() -> at.run("DELETE FROM objections"))
        .isInstanceOf(DataAccessException.class);

    agreed(head, proposal);

    assertThat(at.one("SELECT words FROM objections")).isEmpty();
    assertThatThrownBy(() -> at.run("UPDATE objections SET words = 'lagi', disposal_id = NULL"))
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> at.run("UPDATE disposals SET answer = 'lain'"))
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> at.run("DELETE FROM disposals"))
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void who_may_not_can_neither_propose_nor_agree() {
    Browser reviewer = at.of("Rina Contoh", Role.REVIEWER);
    assertThat(reviewer.get(LIST).status()).isEqualTo(403);
    assertThat(reviewer.post(at.page() + "/disposal", "reason", "a", "basis", "b").status())
        .isEqualTo(403);
    String proposal = proposed();
    Browser other = at.of("Kasmi Contoh", Role.CASE_OFFICER);

    assertThat(other.post(proposal + "/agree", "reason", "a").status()).isEqualTo(403);
    assertThat(other.get(proposal).body())
        .contains("Pimpinan atau penjaga")
        .doesNotContain("/agree");
    assertThat(at.isWhole()).isTrue();
  }

  @Test
  void it_may_be_declined_with_a_reason_and_be_proposed_again() {
    String proposal = proposed();
    head.post(proposal + "/decline", "reason", "");
    assertThat(head.open(proposal).body()).contains("Tulis alasannya");

    head.post(proposal + "/decline", "reason", "masih dicari peneliti");

    assertThat(keeper.get(at.page()).body())
        .contains("Usul musnah ditolak", "masih dicari peneliti");
    assertThat(agreed(head, proposal).body()).doesNotContain("Berita acara pemusnahan</h1>");
    assertThat(at.isWhole()).isTrue();
    assertThat(proposed()).isNotEqualTo(proposal);
  }

  @Test
  void of_one_case_one_proposal_waits() {
    proposed();

    keeper.post(at.page() + "/disposal", "reason", "sekali lagi", "basis", "UU 43/2009");

    assertThat(at.one("SELECT count(*) FROM disposals")).isEqualTo("1");
    assertThat(keeper.open("/").body()).contains("Tidak dicatat yang kedua");
  }

  @Test
  void a_proposal_is_refused_once_a_hold_was_placed() {
    String proposal = proposed();
    keeper.post(at.page() + "/hold", "reason", "diminta penyidik", "basis", "surat 1");

    assertThat(agreed(head, proposal).body()).contains("Tidak dimusnahkan");
    assertThat(at.isWhole()).isTrue();
  }

  @Test
  void a_proposal_is_refused_once_the_case_was_taken_up_again_even_if_it_rests_since() {
    String proposal = proposed();
    DESK.pass(Duration.ofSeconds(1));
    keeper.post(at.page() + "/reopen", "reason", "muncul lagi");
    assertThat(agreed(head, proposal).body()).contains("Tidak dimusnahkan");
    keeper.post(at.page() + "/close", "outcome", "selesai lagi");
    at.rests(OVER);

    assertThat(agreed(head, proposal).body()).contains("Tidak dimusnahkan");
    assertThat(at.isWhole()).isTrue();
  }

  @Test
  void a_hold_that_is_being_placed_wins_against_whoever_agrees_meanwhile() throws Exception {
    race(proposed());
  }

  @Test
  void a_hold_on_a_case_that_has_no_job_any_more_wins_as_well() throws Exception {
    at.run("DELETE FROM case_jobs");
    race(proposed());
  }

  private void race(String proposal) throws Exception {
    UUID file = UUID.fromString(at.one("SELECT id FROM cases"));
    var act = new LegalHold.Act("Kirana Contoh", DESK.now(), "diminta penyidik", "surat 1");
    var placing = new CountDownLatch(1);
    var answered = new CountDownLatch(1);
    CompletableFuture<Void> hold =
        CompletableFuture.runAsync(
            () ->
                DESK.bean(InOffice.class)
                    .run(
                        at.office().id(),
                        jdbc -> {
                          new SqlLegalHolds(jdbc)
                              .place(
                                  new LegalHold(
                                      UUID.randomUUID(),
                                      LegalHold.Subject.CASE,
                                      file,
                                      act,
                                      Optional.empty()));
                          placing.countDown();
                          await(answered);
                        }));
    await(placing);
    CompletableFuture<String> agreeing =
        CompletableFuture.supplyAsync(() -> agreed(head, proposal).body());
    answered.await(700, TimeUnit.MILLISECONDS);
    assertThat(agreeing).as("it waits for the hold").isNotDone();
    answered.countDown();
    hold.get();

    assertThat(agreeing.get()).contains("Tidak dimusnahkan");
    assertThat(at.isWhole()).isTrue();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void another_office_sees_nothing_of_it_and_does_nothing() {
    String proposal = proposed();
    Browser stranger =
        PapersAtHand.signedIn(
            DESK, DESK.person(DESK.office("Dinas Seberang"), "Asing Contoh", Role.values()));

    assertThat(stranger.get(proposal).status()).isEqualTo(404);
    assertThat(stranger.get(LIST).body()).doesNotContain(at.page(), proposal);
    assertThat(stranger.open("/").body()).doesNotContain(LIST);
    assertThat(stranger.post(proposal + "/agree", "reason", "a").status()).isEqualTo(404);
    assertThat(stranger.post(at.page() + "/disposal", "reason", "a", "basis", "b").status())
        .isEqualTo(404);
    assertThat(at.isWhole()).isTrue();
  }

  @Test
  void who_does_not_see_all_of_a_case_does_not_destroy_its_papers() {
    String proposal = proposed();
    at.run("UPDATE jobs SET suspected = array_append(suspected, 'SEXTORTION')");

    assertThat(head.get(LIST).body()).doesNotContain(at.page());
    assertThat(head.post(proposal + "/agree", "reason", "a").status()).isEqualTo(403);
    assertThat(at.isWhole()).isTrue();
  }

  @Test
  void what_is_kept_after_the_case_was_taken_up_again_has_a_time_of_its_own() throws IOException {
    agreed(head, proposed());
    keeper.post(at.page() + "/reopen", "reason", "muncul lagi");
    at.keep(keeper, "bukti baru");
    keeper.post(at.page() + "/evidence/bundle", "why", "untuk penyidik");
    String bundle = "/evidence/bundles/" + at.one("SELECT id FROM evidence_bundles");
    Path file = Files.write(folder.resolve("a.zip"), keeper.takeOut(bundle));
    assertThat(Archives.verify(file)).isInstanceOf(Verdict.Intact.class);
    keeper.post(at.page() + "/close", "outcome", "selesai lagi");
    assertThat(head.get(LIST).body()).doesNotContain("href=\"" + at.page() + "\">" + at.number());

    at.rests(OVER);
    assertThat(head.get(LIST).body()).contains("data-label=\"Barang bukti\">1");
    agreed(head, proposed());

    assertThat(at.one("SELECT count(DISTINCT disposal_id) FROM evidence_items")).isEqualTo("2");
    assertThat(at.one("SELECT sum(octet_length(sealed)) FROM evidence_parts")).isEqualTo("0");
    assertThat(at.one("SELECT count(*) FROM custody WHERE act = 'destroyed'")).isEqualTo("2");
  }
}

package ronda.server.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ronda.casework.cases.CaseFile;
import ronda.casework.cases.Step;
import ronda.casework.chain.AuditLog;
import ronda.casework.chain.Link;
import ronda.casework.chain.Verifier;
import ronda.casework.office.Role;
import ronda.letters.mail.PostOffice;
import ronda.proof.bundle.Archives;
import ronda.proof.bundle.Verdict;
import ronda.server.Browser;
import ronda.server.desk.Desks;
import ronda.store.backup.Backup;
import ronda.store.sql.InOffice;
import ronda.store.sql.SqlCases;
import ronda.store.sql.SqlItems;

/**
 * What is left of a case's papers once two persons destroyed them: evidence, a bundle, a letter
 * that left, its answer, an objection. One case for all tests; nothing of them changes it.
 */
class DestroyedPapersTest extends WithPostDesk {
  @TempDir private static Path folder;

  private static final List<String> WORDS =
      List.of(
          "kataunikalamat",
          "kataunikjawaban",
          "kataunikperihal",
          "kataunikkeberatan",
          "kataunikhalaman",
          "katauniksebab",
          "kataunikfakta");

  private String number = "";
  private String referral = "";
  private String letter = "";
  private String item = "";
  private String bundle = "";
  private String objection = "";
  private String hashOfItem = "";
  private byte[] carriedOut = new byte[0];
  private String[] receipt = new String[0];
  private Set<String> before = Set.of();

  @SuppressWarnings("NullAway.Init") // Opened before all tests.
  private Browser second;

  @BeforeAll
  void two_persons_destroy_what_a_case_holds() throws Exception {
    second = desk.browser(desk.person("Hadi Contoh", Role.HEAD));
    number = desk.confirmed(desk.advert());
    theLetter();
    theEvidence();
    theObjection();
    browser.post("/cases/" + number + "/close", "outcome", "ditangani");
    write("UPDATE cases SET last_step = last_step - interval '3651 days'");
    write("UPDATE evidence_items SET facts = facts || '{\"url\": \"kataunikfakta\"}'");
    before = Backups.leftOf(WORDS, database.source(), folder);

    browser.post("/cases/" + number + "/disposal", "reason", "JRA habis", "basis", "UU 43/2009");
    String proposal = one("SELECT id FROM disposals");
    second.post("/office/disposal/" + proposal + "/agree", "reason", "sudah dinilai");
    second.open("/");
  }

  private void theLetter() throws Exception {
    referral =
        OpenPostDesk.written(
            browser.post(
                "/cases/" + number + "/refer",
                OpenPostDesk.form(
                    ministry, "f.addresses", "https://contoh.example/kataunikalamat")));
    browser.post(referral + "/send");
    desk.bean(Dispatch.class).round();
    String subject = post.atTheMinistry().getLast().getSubject();
    post.write(PostOffice.MINISTRY, "Re: " + subject + " kataunikperihal", "Soal kataunikjawaban.");
    desk.bean(Postbox.class).round();
    browser.post(referral + "/conclude", "outcome", "acted", "words", "Akses diputus.");
    letter = referral + "/letters/" + one("SELECT id FROM letters") + "/export";
  }

  private void theEvidence() {
    String file = "/cases/" + number;
    browser.postFile(
        file + "/evidence/file",
        Map.of("why", "dibawa pelapor"),
        "a.txt",
        "text/plain",
        "isi bukti".getBytes(StandardCharsets.UTF_8));
    item = "/evidence/" + one("SELECT id FROM evidence_items");
    hashOfItem = one("SELECT hash FROM evidence_items");
    browser.post(file + "/evidence/bundle", "why", "diminta penyidik");
    bundle = "/evidence/bundles/" + one("SELECT id FROM evidence_bundles");
    carriedOut = browser.takeOut(bundle);
    write(
        """
        INSERT INTO picture_looks (item_id, part, place, look)
          SELECT item_id, name, 0, repeat('1', 256)::bit(256) FROM evidence_parts;
        INSERT INTO evidence_captures (id, case_id, url, why, asked_by, asker, asked_at, state, told)
          SELECT uuidv7(), c.id, 'https://contoh.example/kataunikhalaman', 'katauniksebab', o.id,
            o.name, c.last_step, 'FAILED', 'kataunikhalaman' FROM cases c, officers o
          WHERE o.name = 'Kemal Contoh'
        """);
  }

  private void theObjection() {
    String code = one("SELECT code FROM case_codes");
    Browser outside = desk.nobody();
    outside.post(
        "/objection", "code", code, "words", "Bukan saya, kataunikkeberatan.", "contact", "0812");
    String page = outside.get("/objection/received").body();
    Matcher codes = Pattern.compile("<code[^>]*>([^<]+)</code>").matcher(page);
    receipt = codes.results().map(found -> found.group(1)).toArray(String[]::new);
    objection = "/objections/" + one("SELECT id FROM objections");
    second.post(objection + "/decide", "decision", "dismiss", "reason", "Terbukti dari unggahan.");
  }

  private String one(String sql) {
    return desk.bean(Desks.class)
        .look(desk.office.id(), jdbc -> jdbc.sql(sql).query(String.class).single());
  }

  private void write(String sql) {
    desk.bean(InOffice.class).run(desk.office.id(), jdbc -> jdbc.sql(sql).update());
  }

  private static void assertTold(Browser.Page page, int status) {
    assertThat(page.status()).as(page.path()).isEqualTo(status);
    assertThat(page.body())
        .as(page.path())
        .contains("Dimusnahkan", "atas keputusan Kemal Contoh dan Hadi Contoh")
        .doesNotContain("kataunik", "??");
  }

  @Test
  void no_table_holds_a_word_of_them_any_more() throws IOException {
    assertThat(String.join("\n", before))
        .contains("letters", "replies", "objections", "evidence_captures", "evidence_items");

    assertThat(Backups.leftOf(WORDS, database.source(), folder)).isEmpty();
    assertThat(
            one(
                """
                SELECT concat_ws(' ',
                  (SELECT sum(length(sealed)) FROM evidence_parts),
                  (SELECT sum(length(sealed)) FROM evidence_bundles),
                  (SELECT sum(length(pdf)) FROM letters), (SELECT sum(length(json)) FROM letters),
                  (SELECT sum(length(content)) FROM outbox),
                  (SELECT string_agg(address || words, '') FROM outbox),
                  (SELECT string_agg(sender || subject || text, '') FROM replies),
                  (SELECT count(*) FROM picture_looks), (SELECT count(*) FROM objection_contacts))
                """))
        .isEqualTo("0 0 0 0 0   0 0");
  }

  @Test
  void what_counts_are_made_of_stays() {
    assertThat(
            one(
                """
                SELECT concat_ws(' ', (SELECT size FROM evidence_parts), (SELECT name FROM evidence_parts),
                  (SELECT state FROM referrals), (SELECT state FROM outbox),
                  (SELECT count(*) FROM letters WHERE number <> ''), (SELECT count(*) FROM replies),
                  (SELECT upheld FROM objection_decisions), (SELECT count(*) FROM referral_happenings))
                """))
        .isEqualTo("9 file.txt CONCLUDED SENT 1 1 f 3");
    assertThat(one("SELECT hash FROM evidence_items")).isEqualTo(hashOfItem);
  }

  @Test
  void custody_and_history_tell_of_it_and_still_verify() {
    CaseFile file = desk.caseFile(number);
    desk.bean(Desks.class)
        .look(
            desk.office.id(),
            jdbc -> {
              for (var chain :
                  List.of(
                      new SqlItems(jdbc).custodyOf(file.id()),
                      new SqlCases(jdbc).chainOf(file.id()))) {
                Verifier verifier = new Verifier();
                chain.forEach(verifier::next);
                assertThat(verifier.broken()).isEmpty();
              }
              assertThat(new SqlItems(jdbc).custodyOf(file.id()).getLast())
                  .satisfies(link -> assertThat(link.act()).isEqualTo("destroyed"))
                  .satisfies(link -> assertThat(link.body()).contains("JRA habis", "not-kept"));
              return true;
            });
    assertThat(file.history().getLast().by()).isEqualTo("Hadi Contoh");
    assertThat(file.history().getLast().step())
        .isInstanceOfSatisfying(
            Step.PapersDestroyed.class,
            step -> {
              assertThat(step.proposedBy()).isEqualTo("Kemal Contoh");
              assertThat(step.legalBasis()).isEqualTo("UU 43/2009");
              assertThat(step.papers())
                  .containsEntry("items", 1L)
                  .containsEntry("bundles", 1L)
                  .containsEntry("captures", 1L)
                  .containsEntry("letters", 1L)
                  .containsEntry("replies", 1L)
                  .containsEntry("objections", 1L);
            });
    assertThat(
            desk
                .bean(AuditLog.class)
                .page(desk.office.id(), AuditLog.Filter.ALL, Long.MAX_VALUE, 1000)
                .stream()
                .map(Link::act))
        .contains("disposal-proposed", "disposal-agreed", "case-papers-destroyed");
  }

  @Test
  void every_page_says_that_it_was_destroyed_and_by_whom() {
    assertTold(second.get("/cases/" + number), 200);
    assertTold(second.get(item), 200);
    assertThat(second.get(item).body()).contains(hashOfItem).doesNotContain("/ask");
    assertTold(second.get(item + "/parts/file.txt"), 410);
    assertTold(second.post(item + "/ask", "why", "ingin melihat"), 410);
    assertTold(browser.get(bundle), 410);
    assertTold(browser.post(bundle), 410);
    assertTold(second.get(referral), 200);
    assertTold(second.get(letter + ".pdf"), 410);
    assertTold(second.get(letter + ".json"), 410);
    assertTold(second.get(objection), 200);
    assertThat(second.get(objection).body()).contains("Terbukti dari unggahan.");
  }

  @Test
  void whoever_objected_still_reads_the_answer() {
    Browser.Page answer =
        desk.nobody().post("/objection/answer", "number", receipt[0], "secret", receipt[1]);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .contains("Terbukti dari unggahan.", "sudah dimusnahkan pada")
        .doesNotContain("Hadi", "Kemal", "kataunik");
  }

  @Test
  void there_is_a_record_of_it_to_be_printed_in_both_languages() {
    String hash = one("SELECT hash FROM case_steps WHERE act = 'papers-destroyed'");
    String record = "/office/disposal/" + one("SELECT id FROM disposals");

    assertThat(second.get(record).body())
        .contains("Berita acara pemusnahan", number, hash, "Kemal Contoh", "Hadi Contoh")
        .contains("JRA habis", "UU 43/2009", "sudah dinilai", "<dt>Surat</dt><dd>1</dd>");
    assertThat(second.get("/office/disposal").body()).contains(record);
    second.post("/preferences", "language", "en", "next", record);
    assertThat(second.get(record).body()).contains("Record of destruction", "Agreed to by");
    second.post("/preferences", "language", "id", "next", record);
  }

  @Test
  void a_bundle_that_was_carried_out_before_is_what_it_was_and_none_is_made_anew()
      throws IOException {
    Path file = Files.write(folder.resolve("dibawa.zip"), carriedOut);
    assertThat(Archives.verify(file)).isInstanceOf(Verdict.Intact.class);

    browser.post("/cases/" + number + "/evidence/bundle", "why", "diminta lagi");

    assertThat(one("SELECT count(*) FROM evidence_bundles")).isEqualTo("1");
    assertThat(browser.open("/cases/" + number).body()).doesNotContain("/evidence/bundle\"");
  }

  @Test
  void a_backup_of_it_can_be_restored() {
    Path file = folder.resolve("musnah.backup");
    Backup.write(database.source(), file);
    DataSource fresh = database.bare();

    Backup.restore(fresh, file);

    long there =
        new InOffice(fresh)
            .everywhere(
                jdbc -> jdbc.sql("SELECT count(*) FROM disposals").query(Long.class).single());
    assertThat(there).isEqualTo(1);
  }
}

package ronda.server.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.chain.AuditLog;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Offices;
import ronda.casework.office.Region;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.desk.Desks;
import ronda.store.postgres.EmbeddedDatabase;
import ronda.store.sql.InOffice;

/**
 * Whole and valid forms about one office's letters, evidence, objections and holds: somebody of
 * another office may do all of it at home, and does nothing here.
 */
class OthersPapersTest {
  @RegisterExtension static final EmbeddedDatabase DATABASE = new EmbeddedDatabase();

  @SuppressWarnings("NullAway.Init") // Opened by the test.
  private OpenPostDesk desk;

  @SuppressWarnings("NullAway.Init")
  private Officer owner;

  @SuppressWarnings("NullAway.Init")
  private Officer other;

  @SuppressWarnings("NullAway.Init")
  private Browser home;

  @SuppressWarnings("NullAway.Init")
  private Browser stranger;

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void what_its_own_people_do_with_its_papers_nobody_of_another_office_does() {
    desk = new OpenPostDesk(DATABASE.source(), Map.of());
    owner = desk.person("Pemilik", Role.values());
    other = stranger();
    signIn();
    desk.letterhead(home);
    String ministry = desk.ministry(home);
    String number = desk.confirmed(desk.advert());
    String file = "/cases/" + number;

    onlyAtHome(file + "/acts/block");
    theEvidence(file);
    String referral = theLetters(file, ministry);
    onlyAtHome(referral + "/conclude", "outcome", "acted", "words", "Akses diputus.");
    theObjection(number);
    theHold(file);
    theDisposal(file, number);
    onlyAtHome("/office/letters/addressees/" + ministry + "/retire");
    thePeople();
  }

  private Officer stranger() {
    UUID id = UUID.randomUUID();
    Office elsewhere =
        new Office(
            UUID.randomUUID(), "Dinas lain", Office.Kind.COMMUNICATIONS_OFFICE, new Region("33"));
    Officer person =
        new Officer(
            id,
            elsewhere.id(),
            "Asing",
            id + "@contoh.invalid",
            Set.of(Role.values()),
            Region.UNKNOWN,
            true);
    desk.bean(Offices.class).put(elsewhere);
    desk.bean(Offices.class).put(person);
    return person;
  }

  private void signIn() {
    home = desk.browser(owner);
    stranger = desk.browser(other);
  }

  private void theEvidence(String file) {
    onlyAtHome(file + "/evidence/posts", "why", "sebelum dihapus", "post", "");
    String item = "/evidence/" + one("SELECT id FROM evidence_items LIMIT 1");
    // The wish stands in the record of custody, not in the log.
    assertThat(stranger.post(item + "/ask", "why", "mencocokkan").status()).isIn(403, 404);
    assertThat(one("SELECT count(*) FROM evidence_openings")).isEqualTo("0");
    assertThat(home.post(item + "/ask", "why", "mencocokkan").status()).isEqualTo(302);
    assertThat(one("SELECT count(*) FROM evidence_openings")).isEqualTo("1");
    onlyAtHome(file + "/evidence/bundle", "why", "diminta penyidik");
  }

  private String theLetters(String file, String ministry) {
    onlyAtHome(file + "/refer", OpenPostDesk.form(ministry));
    String referral = "/referrals/" + one("SELECT id FROM referrals");
    onlyAtHome(referral + "/handed", "note", "loket satu");
    desk.pass(Duration.ofDays(10));
    signIn();
    onlyAtHome(referral + "/chase");
    String reminder = "/letters/" + one("SELECT id FROM letters WHERE kind <> 'REFERRAL'");
    onlyAtHome(referral + reminder + "/handed", "note", "kurir");
    onlyAtHome(referral + "/reply", "from", "Direktorat Contoh", "text", "Sedang diproses.");
    return referral;
  }

  private void theObjection(String number) {
    String code = one("SELECT code FROM case_codes");
    desk.nobody()
        .post("/objection", "code", code, "words", "Bukan saya.", "contact", "a@contoh.invalid");
    String objection = "/objections/" + one("SELECT id FROM objections");
    Browser writer = home; // Whoever wrote the letter neither reaches the person nor says no.
    home = desk.browser(desk.person("Pemutus", Role.values()));
    onlyAtHome(objection + "/contact");
    onlyAtHome(objection + "/decide", "decision", "dismiss", "reason", "Terbukti dari unggahan.");
    home = writer;
    assertThat(desk.steps(number)).contains("objection-decided");
  }

  private void theHold(String file) {
    onlyAtHome(file + "/hold", "reason", "diminta penyidik", "basis", "surat 1/2026");
    String hold = "/holds/" + one("SELECT id FROM legal_holds");
    onlyAtHome(hold + "/lift", "reason", "perkara selesai", "basis", "surat 2/2026");
  }

  private void theDisposal(String file, String number) {
    onlyAtHome(file + "/close", "outcome", "ditangani");
    desk.bean(InOffice.class)
        .run(
            desk.office.id(),
            jdbc ->
                jdbc.sql("UPDATE cases SET last_step = last_step - interval '3651 days'").update());
    onlyAtHome(file + "/disposal", "reason", "JRA habis", "basis", "UU 43/2009");
    String proposal = "/office/disposal/" + one("SELECT id FROM disposals");
    assertThat(stranger.get(proposal).status()).isEqualTo(404);
    assertThat(stranger.get("/office/disposal").body()).doesNotContain(number);
    assertThat(stranger.post(proposal + "/decline", "reason", "a").status()).isEqualTo(404);
    home = desk.browser(desk.person("Rekan kedua", Role.values()));
    onlyAtHome(proposal + "/agree", "reason", "sudah dinilai");
    home = desk.browser(owner);
    assertThat(desk.steps(number)).endsWith("papers-destroyed");
  }

  private void thePeople() {
    String person = "/people/" + desk.person("Rekan Contoh", Role.REVIEWER).id();
    onlyAtHome(person + "/end-sessions");
    onlyAtHome(person + "/reset");
  }

  private void onlyAtHome(String path, String... fields) {
    long before = acts();
    assertThat(stranger.post(path, fields).status()).as("%s by a stranger", path).isIn(403, 404);
    assertThat(acts()).as("acts in the office after %s", path).isEqualTo(before);
    Browser.Page own = home.post(path, fields);
    assertThat(own.status()).as("%s at home", path).isLessThan(400);
    assertThat(acts()).as("the form is whole: %s", path).isGreaterThan(before);
  }

  /** What stands in the audit log of the office; the machine's own rounds go on meanwhile. */
  private long acts() {
    return desk
        .bean(AuditLog.class)
        .page(desk.office.id(), AuditLog.Filter.ALL, Long.MAX_VALUE, 1000)
        .stream()
        .filter(link -> !link.actor().equals("Ronda"))
        .count();
  }

  private String one(String sql) {
    return desk.bean(Desks.class)
        .look(desk.office.id(), jdbc -> jdbc.sql(sql).query(String.class).single());
  }
}

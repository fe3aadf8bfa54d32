package ronda.server.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ronda.casework.chain.AuditLog;
import ronda.casework.chain.Link;
import ronda.casework.office.Office;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.store.sql.InOffice;

/** Mails that answer nothing, and addresses that the police have: the hourly round empties them. */
class ForgottenPostTest {
  @RegisterExtension static final OpenDesk DESK = new OpenDesk();

  private static final String ADDRESS = "https://contoh.invalid/alamatrahasia";

  private Office office = DESK.office("unused");

  @BeforeEach
  void an_office_of_its_own() {
    office = DESK.office("Dinas yang lupa surel " + UUID.randomUUID());
  }

  private void run(String sql, Object... params) {
    DESK.bean(InOffice.class).run(office.id(), jdbc -> jdbc.sql(sql).params(params).update());
  }

  private String one(String sql) {
    return DESK.bean(InOffice.class)
        .read(office.id(), jdbc -> jdbc.sql(sql).query(String.class).single());
  }

  private List<String> forgotten() {
    DESK.bean(HourlyRound.class).forgetOf(office.id(), DESK.now());
    List<Link> links = new ArrayList<>();
    DESK.bean(AuditLog.class).walk(office.id(), links::add);
    return links.stream()
        .filter(link -> link.act().equals("records-forgotten"))
        .map(Link::body)
        .toList();
  }

  private void mail(String key, int days, boolean setAside) {
    run(
        """
        INSERT INTO replies (id, key, sender, at, subject, text, attachments, automatic, set_aside)
        VALUES (uuidv7(), ?, 'orang@contoh.invalid', ?::timestamptz - make_interval(days => ?),
          'Perihal rekaan', 'Isi rekaan', '{a.pdf}', false, ?)
        """,
        key,
        DESK.now().toString(),
        days,
        setAside);
  }

  @Test
  void mail_that_was_set_aside_is_emptied_in_time_and_what_waits_for_a_person_never() {
    mail("lama", 91, true);
    mail("baru", 89, true);
    mail("menunggu", 400, false);

    assertThat(forgotten()).containsExactly("{\"unmatched-replies\":1}");

    assertThat(one("SELECT string_agg(key, ' ' ORDER BY key) FROM replies WHERE text <> ''"))
        .isEqualTo("baru menunggu");
    assertThat(
            one(
                "SELECT concat(key, sender, subject, text, attachments) FROM replies WHERE text = ''"))
        .as("its key stays, so that it is not taken in again")
        .isEqualTo("lama{}");
    assertThat(forgotten()).as("nothing is counted twice").hasSize(1);
  }

  /** An entry of the lane that the police were given, by its path. */
  private String handedOver(Browser custodian) {
    Browser reviewer =
        DESK.browserOf(DESK.person(office, "Rina Contoh", Role.REVIEWER, Role.CASE_OFFICER));
    reviewer.open("/");
    reviewer.post(
        "/bring/text",
        "text",
        "Main di KREDITREKAAN82 slot gacor maxwin deposit pulsa tanpa potongan daftar sekarang",
        "url",
        ADDRESS);
    reviewer.post("/jobs/" + one("SELECT id FROM jobs") + "/child");
    String entry = "/police-lane/" + one("SELECT id FROM police_lane");
    custodian.post(entry + "/hand-over", "to", "Unit PPA Polres Contoh");
    return entry;
  }

  private Browser custodian() {
    Browser browser = DESK.browserOf(DESK.person(office, "Bima Contoh", Role.EVIDENCE_CUSTODIAN));
    browser.open("/");
    return browser;
  }

  @Test
  void the_address_goes_in_time_after_the_police_were_given_it_and_the_hashes_stay() {
    Browser custodian = custodian();
    String entry = handedOver(custodian);
    run("UPDATE police_lane SET handed_at = handed_at - interval '89 days'");
    assertThat(forgotten()).isEmpty();
    run("UPDATE police_lane SET handed_at = handed_at - interval '2 days'");

    assertThat(forgotten()).containsExactly("{\"handed-addresses\":1}");

    assertThat(one("SELECT length(address) FROM police_lane")).isEqualTo("0");
    assertThat(one("SELECT url_sha256 FROM police_lane")).hasSize(64);
    assertThat(custodian.get(entry).body())
        .contains("Alamatnya sudah dihapus", "Unit PPA Polres Contoh")
        .doesNotContain(entry + "/form");
    assertThat(custodian.post(entry + "/form", "to", "Polda", "why", "diminta lagi").status())
        .isEqualTo(302);
    assertThat(one("SELECT count(*) FROM police_lane_openings")).isEqualTo("0");
    assertThat(custodian.open(entry).body()).contains("Alamatnya sudah dihapus");
  }

  @Test
  void an_address_that_the_police_were_not_given_stays() {
    handedOver(custodian());
    run("UPDATE police_lane SET handed_at = NULL, at = at - interval '4000 days'");

    assertThat(forgotten()).isEmpty();
    assertThat(one("SELECT length(address) > 0 FROM police_lane")).isEqualTo("t");
  }

  @Test
  void a_legal_hold_on_its_job_keeps_an_address() {
    handedOver(custodian());
    String job = one("SELECT id FROM jobs");
    run(
        """
        INSERT INTO legal_holds (id, kind, subject, placed_by, placed_at, reason, legal_basis)
        VALUES (uuidv7(), 'JOB', ?::uuid, 'Hadi', now(), 'diminta', 'surat 1')
        """,
        job);
    run("UPDATE police_lane SET handed_at = handed_at - interval '91 days'");

    assertThat(forgotten()).isEmpty();
    run(
        "UPDATE legal_holds SET lifted_by = 'Hadi', lifted_at = now(), lift_reason = 'a', lift_basis = 'b'");
    assertThat(forgotten()).hasSize(1);
  }
}

package ronda.server.retention;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.store.sql.InOffice;

/** An office of its own with a closed case that holds one item of evidence, and its people. */
record PapersAtHand(OpenDesk desk, Office office, Officer keeper, String number) {
  static PapersAtHand open(OpenDesk desk) {
    Office office = desk.office("Dinas Arsip " + UUID.randomUUID());
    Officer keeper = desk.person(office, "Kirana Contoh", Role.REVIEWER, Role.CASE_OFFICER);
    Browser browser = signedIn(desk, keeper);
    String number = OneCase.by(browser, desk, office);
    var at = new PapersAtHand(desk, office, keeper, number);
    at.keep(browser, "isi bukti");
    browser.post("/cases/" + number + "/close", "outcome", "ditangani");
    return at;
  }

  void keep(Browser browser, String words) {
    browser.postFile(
        page() + "/evidence/file",
        Map.of("why", "dibawa pelapor"),
        "a.txt",
        "text/plain",
        words.getBytes(StandardCharsets.UTF_8));
  }

  String page() {
    return "/cases/" + number;
  }

  /** Makes the case older by so many days. */
  void rests(int days) {
    run("UPDATE cases SET last_step = last_step - make_interval(days => " + days + ")");
  }

  void run(String sql) {
    desk.bean(InOffice.class).run(office.id(), jdbc -> jdbc.sql(sql).update());
  }

  String one(String sql) {
    return desk.bean(InOffice.class)
        .read(office.id(), jdbc -> jdbc.sql(sql).query(String.class).single());
  }

  Browser of(String name, Role... roles) {
    return signedIn(desk, desk.person(office, name, roles));
  }

  static Browser signedIn(OpenDesk desk, Officer officer) {
    Browser browser = desk.browserOf(officer);
    browser.open("/");
    return browser;
  }

  /** Whether the bytes of all evidence are still there. */
  boolean isWhole() {
    return one("SELECT min(octet_length(sealed)) > 0 FROM evidence_parts").equals("t");
  }
}

package ronda.server.login;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import ronda.casework.chain.AuditLog;
import ronda.casework.chain.Link;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.store.login.Attempts;
import ronda.store.login.Credentials;
import ronda.store.sql.InOffice;

/** People of one office, who all sign in with the same password. */
final class PeopleWithPasswords {
  static final String PASSWORD = "kuda baterai staples";

  private final OpenDesk desk;
  private final Office office;

  PeopleWithPasswords(OpenDesk desk) {
    this.desk = desk;
    office = desk.office("Dinas untuk masuk");
  }

  Office office() {
    return office;
  }

  Officer withPassword(Role... roles) {
    Officer officer = desk.person(office, "Petugas Coba", roles);
    desk.bean(Credentials.class)
        .setPassword(officer.id(), desk.bean(Passwords.class).hash(PASSWORD), desk.now());
    return officer;
  }

  Browser.Page signIn(Browser browser, String email, String password) {
    // One network address stands for a whole test run: its count is not what is looked at here.
    desk.bean(Attempts.class).forget(Attempts.Door.ofAddress("127.0.0.1"));
    Browser.Page answer = browser.post("/sign-in", "email", email, "password", password);
    if (answer.status() == 302) {
      browser.open(answer.header("location")); // Where the form with the next token is.
    }
    return answer;
  }

  /** From now on nothing can be entered in the office's audit log: as when the disk is full. */
  void breakAuditLog() {
    desk.bean(InOffice.class)
        .run(
            office.id(),
            jdbc -> {
              jdbc.sql(
                      "CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS"
                          + " $$ BEGIN RAISE EXCEPTION 'broken for a test'; END $$")
                  .update();
              jdbc.sql(
                      "CREATE TRIGGER broken BEFORE INSERT ON audit_log FOR EACH ROW WHEN"
                          + " (NEW.office_id = '%s') EXECUTE FUNCTION broken()"
                              .formatted(office.id()))
                  .update();
            });
  }

  void mendAuditLog() {
    desk.bean(InOffice.class)
        .run(office.id(), jdbc -> jdbc.sql("DROP FUNCTION broken CASCADE").update());
  }

  /** The acts that were entered about this person, the newest first. */
  List<String> acts(Officer officer) {
    return desk
        .bean(AuditLog.class)
        .page(office.id(), AuditLog.Filter.ALL, Long.MAX_VALUE, 1000)
        .stream()
        .filter(link -> link.subject().equals("officer:" + officer.id()))
        .map(Link::act)
        .toList();
  }

  /** As {@link #acts}, once there are so many: failures are entered after the answer. */
  List<String> acts(Officer officer, int many) {
    List<String> acts = acts(officer);
    for (int i = 0; i < 200 && acts.size() < many; i++) {
      LockSupport.parkNanos(50_000_000);
      acts = acts(officer);
    }
    return acts;
  }

  static boolean isIn(Browser browser) {
    return browser.get("/").status() == 200;
  }
}

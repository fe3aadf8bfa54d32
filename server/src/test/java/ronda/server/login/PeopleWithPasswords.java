package ronda.server.login;

import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Role;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.store.login.Attempts;
import ronda.store.login.Credentials;

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

  static boolean isIn(Browser browser) {
    return browser.get("/").status() == 200;
  }
}

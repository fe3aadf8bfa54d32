package ronda.server.retention;

import java.util.UUID;
import ronda.casework.office.Office;
import ronda.server.Browser;
import ronda.server.OpenDesk;
import ronda.store.sql.InOffice;

/** The one case of an office that has nothing else. */
final class OneCase {
  private OneCase() {}

  /** Brings an advert and judges it alone, by this browser; answers the case's number. */
  static String by(Browser browser, OpenDesk desk, Office office) {
    browser.post(
        "/bring/text",
        "text",
        "Main di KREDITREKAAN79 slot gacor maxwin deposit pulsa tanpa potongan daftar sekarang");
    InOffice tables = desk.bean(InOffice.class);
    UUID job =
        tables.write(
            office.id(),
            jdbc ->
                jdbc.sql("UPDATE jobs SET needs_two = false RETURNING id")
                    .query(UUID.class)
                    .single());
    browser.post("/jobs/" + job + "/take");
    browser.post("/jobs/" + job + "/judge", "verdict", "as-suspected", "reason", "ajakan berjudi");
    return tables.read(
        office.id(), jdbc -> jdbc.sql("SELECT number FROM cases").query(String.class).single());
  }
}

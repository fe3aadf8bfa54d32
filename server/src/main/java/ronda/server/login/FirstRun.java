package ronda.server.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Offices;
import ronda.casework.office.Region;
import ronda.casework.office.Role;
import ronda.server.door.Acts;
import ronda.store.login.Secret;
import ronda.store.sql.InOffice;

/**
 * The first office of a bare installation and the first person in it. The page opens only with the
 * key from the terminal, or whoever came first over the network would own the desk.
 */
@Component
final class FirstRun {
  /** What two servers that begin on one database queue for. */
  private static final long LOCK = 0x726f6e6461L;

  private final Secret key = Secret.random("");
  private final Offices offices;
  private final InOffice tables;
  private final Acts acts;

  FirstRun(Offices offices, InOffice tables, Acts acts) {
    this.offices = offices;
    this.tables = tables;
    this.acts = acts;
  }

  Secret key() {
    return key;
  }

  /** Whether the page opens: with the right key, and only while nobody is known. */
  boolean opensWith(String given) {
    return MessageDigest.isEqual(bytes(given), bytes(key.text())) && offices.all().isEmpty();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Enters the office and its first person, who may look after people and see the desk; false if
   * somebody else was first.
   */
  boolean begin(Office office, String name, String email) {
    var officer =
        new Officer(
            UUID.randomUUID(),
            office.id(),
            name,
            email,
            Set.of(Role.ADMINISTRATOR, Role.HEAD),
            office.region(),
            false);
    return tables.write(
        office.id(),
        jdbc -> {
          jdbc.sql("SELECT pg_advisory_xact_lock(?)").param(LOCK).query().singleRow();
          if (!offices.all().isEmpty()) {
            return false;
          }
          offices.put(office);
          offices.put(officer);
          acts.write(officer, "office-begun", Map.of("office", office.name()));
          return true;
        });
  }

  /** The office that a form describes; its parts were looked at before. */
  static Office office(String name, Office.Kind kind, String region) {
    return new Office(UUID.randomUUID(), name, kind, new Region(region));
  }
}

package ronda.server.sample;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import ronda.casework.office.Office;
import ronda.casework.office.Officer;
import ronda.casework.office.Offices;
import ronda.casework.office.Region;
import ronda.casework.office.Role;

/** An office of Kota Bogor's shape and a person for each role. All names are made up. */
public final class SamplePeople {
  /** The sample's office. */
  public static final Office OFFICE =
      new Office(
          UUID.fromString("00000000-0000-7000-8000-000000003271"),
          "Dinas Kominfo Kota Bogor (contoh)",
          Office.Kind.COMMUNICATIONS_OFFICE,
          new Region("32.71"));

  /** Whom the link on the terminal signs in: may try everything. */
  public static final Officer FIRST =
      person(
          1,
          "Sari Contoh",
          "sari",
          "32.71",
          Role.ADMINISTRATOR,
          Role.HEAD,
          Role.REVIEWER,
          Role.CASE_OFFICER);

  /** Everybody in it. */
  public static final List<Officer> EVERYBODY =
      List.of(
          FIRST,
          person(2, "Adi Contoh", "adi", "32.71", Role.ADMINISTRATOR),
          person(3, "Hana Contoh", "hana", "32.71", Role.HEAD),
          person(4, "Rina Contoh", "rina", "32.71", Role.REVIEWER),
          person(5, "Rudi Contoh", "rudi", "32.71", Role.REVIEWER),
          person(6, "Kemal Contoh", "kemal", "32.71", Role.CASE_OFFICER),
          person(7, "Bayu Contoh", "bayu", "32.71", Role.EVIDENCE_CUSTODIAN),
          person(8, "Juwita Contoh", "juwita", "32.71", Role.SPOKESPERSON),
          person(9, "Pandu Contoh", "pandu", "32.71", Role.POSKO),
          person(10, "Anisa Contoh", "anisa", "32.71", Role.ANALYST),
          person(11, "Umar Contoh", "umar", "32.71", Role.AUDITOR));

  private SamplePeople() {}

  /** Enters the office and its people. */
  public static void enter(Offices offices) {
    offices.put(OFFICE);
    EVERYBODY.forEach(offices::put);
  }

  private static Officer person(
      int number, String name, String mail, String region, Role... roles) {
    return new Officer(
        UUID.fromString("00000000-0000-7000-8000-0032710000%02d".formatted(number)),
        OFFICE.id(),
        name,
        mail + "@contoh.invalid",
        Set.of(roles),
        new Region(region),
        false);
  }
}
